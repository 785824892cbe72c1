import { words } from '../words/words.ts'

/** What each station is called when it is past, when the money waits there, and before. */
export const stationWords = words({
  paid_done: {
    en: 'Paid, the money is held',
    ru: 'Оплачено, деньги удержаны',
    zh: '已付款，资金担保中',
  },
  paid_present: { en: 'Payment', ru: 'Оплата', zh: '付款' },
  paid_later: { en: 'Payment', ru: 'Оплата', zh: '付款' },
  checked_done: { en: 'Checked', ru: 'Проверено', zh: '已核查' },
  checked_present: { en: 'Being checked', ru: 'Проверка', zh: '核查中' },
  checked_later: { en: 'Check', ru: 'Проверка', zh: '核查' },
  shipped_done: { en: 'Shipped', ru: 'Отправлено', zh: '已发货' },
  shipped_present: { en: 'The seller ships', ru: 'Продавец отправляет', zh: '等待卖家发货' },
  shipped_later: { en: 'Shipping', ru: 'Отправка', zh: '发货' },
  arrived_done: { en: 'Arrived', ru: 'Доставлено', zh: '已送达' },
  arrived_present: { en: 'On its way', ru: 'В пути', zh: '运输中' },
  arrived_later: { en: 'Arrival', ru: 'Доставка', zh: '送达' },
  disputed_done: { en: 'Dispute', ru: 'Спор', zh: '争议' },
  disputed_present: { en: 'In dispute', ru: 'Идёт спор', zh: '争议处理中' },
  disputed_later: { en: 'Dispute', ru: 'Спор', zh: '争议' },
  claimed_done: { en: 'Claim', ru: 'Претензия', zh: '索赔' },
  claimed_present: { en: 'A claim is open', ru: 'Открыта претензия', zh: '索赔处理中' },
  claimed_later: { en: 'Claim', ru: 'Претензия', zh: '索赔' },
  released_done: {
    en: 'Released to the seller',
    ru: 'Деньги выплачены продавцу',
    zh: '已放款给卖家',
  },
  released_present: { en: 'The buyer confirms', ru: 'Покупатель подтверждает', zh: '等待买家确认' },
  released_later: { en: 'Release to the seller', ru: 'Выплата продавцу', zh: '放款给卖家' },
  split_done: {
    en: 'Split between both sides',
    ru: 'Деньги разделены между сторонами',
    zh: '双方分配',
  },
  refunded_done: { en: 'Refunded to the buyer', ru: 'Возвращено покупателю', zh: '已退款给买家' },
  cancelled_done: { en: 'Cancelled', ru: 'Отменено', zh: '已取消' },
  expired_done: { en: 'Expired: nobody paid', ru: 'Истёк срок: не оплачено', zh: '超时未付款' },
})

/** Who has to do what by when, told to either side and to staff. `{when}` reads like "Friday, 18:00". */
export const waitingWords = words({
  paid_buyer: {
    en: 'Pay until {when}. After that the order lapses, and nothing is lost.',
    ru: 'Оплатите до срока: {when}. Потом заказ отменится сам, вы ничего не теряете.',
    zh: '请在 {when} 前付款。逾期订单自动取消，您不会有任何损失。',
  },
  paid_seller: {
    en: 'The buyer has until {when} to pay. Do not ship yet.',
    ru: 'Покупатель может оплатить до срока: {when}. Пока не отправляйте.',
    zh: '买家须在 {when} 前付款。请先不要发货。',
  },
  paid_staff: {
    en: 'The buyer has until {when} to pay. After that the order lapses.',
    ru: 'Покупатель может оплатить до срока: {when}. Потом заказ отменится сам.',
    zh: '买家须在 {when} 前付款，逾期订单自动取消。',
  },
  checked_buyer: {
    en: 'Staff answer by {when}. Without an answer the money comes back to you.',
    ru: 'Сотрудники ответят до срока: {when}. Без ответа деньги вернутся вам.',
    zh: '工作人员将在 {when} 前答复。未答复则资金退回给您。',
  },
  checked_seller: {
    en: 'Staff check the payment until {when}. Do not ship yet.',
    ru: 'Сотрудники проверяют платёж до срока: {when}. Пока не отправляйте.',
    zh: '工作人员将在 {when} 前核查此付款。请先不要发货。',
  },
  checked_staff: {
    en: 'Staff answer by {when}. Without an answer the money goes back to the buyer.',
    ru: 'Сотрудники отвечают до срока: {when}. Без ответа деньги вернутся покупателю.',
    zh: '工作人员须在 {when} 前答复。未答复则资金退回买家。',
  },
  shipped_buyer: {
    en: 'The seller has until {when} to ship. If not, your money comes back by itself.',
    ru: 'Продавец должен отправить до срока: {when}. Если нет — деньги сами вернутся вам.',
    zh: '卖家须在 {when} 前发货，否则资金自动退回给您。',
  },
  shipped_seller: {
    en: 'The money is held for you. Ship until {when}; after that it goes back to the buyer.',
    ru: 'Деньги удержаны для вас. Отправьте до срока: {when}, иначе они вернутся покупателю.',
    zh: '资金已为您担保。请在 {when} 前发货，逾期将退回买家。',
  },
  shipped_staff: {
    en: 'The seller has until {when} to ship. After that the money goes back to the buyer.',
    ru: 'Продавец должен отправить до срока: {when}. Потом деньги вернутся покупателю.',
    zh: '卖家须在 {when} 前发货，逾期资金退回买家。',
  },
  arrived_buyer: {
    en: 'Confirm when you have it. If you do nothing, the seller is paid: {when}.',
    ru: 'Подтвердите, когда получите. Если ничего не сделать, продавец получит деньги: {when}.',
    zh: '收到后请确认。若不操作，将于 {when} 放款给卖家。',
  },
  arrived_seller: {
    en: 'You are paid when the buyer confirms, at the latest: {when}.',
    ru: 'Вы получите деньги, когда покупатель подтвердит, не позже: {when}.',
    zh: '买家确认后即放款给您，最迟：{when}。',
  },
  arrived_staff: {
    en: 'The seller is paid when the buyer confirms, at the latest: {when}.',
    ru: 'Продавец получит деньги, когда покупатель подтвердит, не позже: {when}.',
    zh: '买家确认后即放款给卖家，最迟：{when}。',
  },
  released_buyer: {
    en: 'Look at the goods. If all is well, confirm; the seller is paid by itself: {when}.',
    ru: 'Проверьте товар. Всё хорошо — подтвердите; сама выплата продавцу: {when}.',
    zh: '请检查商品，无误请确认。系统将于 {when} 自动放款给卖家。',
  },
  released_seller: {
    en: 'The buyer looks at the goods until {when}. Then you are paid by itself.',
    ru: 'Покупатель проверяет товар до срока: {when}. Потом деньги придут вам сами.',
    zh: '买家须在 {when} 前检查商品，之后自动放款给您。',
  },
  released_staff: {
    en: 'The buyer looks at the goods until {when}. Then the seller is paid by itself.',
    ru: 'Покупатель проверяет товар до срока: {when}. Потом деньги сами перейдут продавцу.',
    zh: '买家须在 {when} 前检查商品，之后自动放款给卖家。',
  },
  disputed_buyer: {
    en: 'The money stays held until you agree, or staff decide.',
    ru: 'Деньги остаются удержанными, пока вы не договоритесь или не решат сотрудники.',
    zh: '在双方达成一致或工作人员裁定前，资金继续担保。',
  },
  disputed_seller: {
    en: 'The money stays held until you agree, or staff decide.',
    ru: 'Деньги остаются удержанными, пока вы не договоритесь или не решат сотрудники.',
    zh: '在双方达成一致或工作人员裁定前，资金继续担保。',
  },
  disputed_staff: {
    en: 'The money stays held until both sides agree, or staff decide.',
    ru: 'Деньги остаются удержанными, пока стороны не договорятся или не решат сотрудники.',
    zh: '在双方达成一致或工作人员裁定前，资金继续担保。',
  },
  claimed_buyer: {
    en: 'The seller has the money. How much of it comes back to you is being settled.',
    ru: 'Деньги у продавца. Сейчас решается, сколько из них вернётся вам.',
    zh: '款项已在卖家处，正在确定应退还给您的金额。',
  },
  claimed_seller: {
    en: 'You have the money. How much of it goes back to the buyer is being settled.',
    ru: 'Деньги у вас. Сейчас решается, сколько из них вернётся покупателю.',
    zh: '款项已在您处，正在确定应退还买家的金额。',
  },
  claimed_staff: {
    en: 'The seller has the money. How much of it goes back to the buyer is being settled.',
    ru: 'Деньги у продавца. Решается, сколько из них вернётся покупателю.',
    zh: '款项已在卖家处，正在确定应退还买家的金额。',
  },
})
