/** To the seller: what became of the sale. */
export const SELLER_WORDS = {
  seller_checking: {
    en: '{other} paid {amount}: wait for the check',
    ru: '{other}: оплачено {amount}, дождитесь проверки',
    zh: '{other} 已付款 {amount}，请等待核验',
  },
  seller_checking_text: {
    en: 'Do not ship yet. Danbao checks the payment by {due} and tells you at once.',
    ru: 'Пока не отправляйте. Danbao проверит платёж до {due} и сразу сообщит.',
    zh: '请暂勿发货。Danbao 将在 {due} 前完成付款核验并立即通知您。',
  },
  seller_paid: {
    en: 'Sold: {other} paid {amount}',
    ru: 'Продано: {amount}, покупатель {other}',
    zh: '已售出：{other} 已付款 {amount}',
  },
  seller_paid_text: {
    en: 'The money is held for you by Danbao. Ship by {due}, or it goes back to the buyer.',
    ru: 'Деньги удержаны для вас в Danbao. Отправьте заказ до {due}, иначе они вернутся покупателю.',
    zh: '款项由 Danbao 担保。请在 {due} 前发货，否则款项将退回买家。',
  },
  seller_shipped: {
    en: 'The order of {other} is on its way',
    ru: 'Заказ отправлен, покупатель {other}',
    zh: '{other} 的订单已发出',
  },
  seller_shipped_text: {
    en: '{amount} stays held. The buyer has until {due} to confirm; then it is released to you by itself.',
    ru: '{amount} удержаны. Покупатель подтверждает до {due}; потом деньги будут выплачены вам сами.',
    zh: '{amount} 由 Danbao 担保。买家须在 {due} 前确认，逾期将自动放款给您。',
  },
  seller_arrived: {
    en: 'The order has reached {other}',
    ru: 'Заказ доставлен, покупатель {other}',
    zh: '订单已送达 {other}',
  },
  seller_arrived_text: {
    en: 'The buyer has until {due} to look at it; then {amount} is released to you by itself.',
    ru: 'Покупатель проверяет его до {due}; потом {amount} будут выплачены вам сами.',
    zh: '买家须在 {due} 前验货，逾期 {amount} 将自动放款给您。',
  },
  seller_extended: {
    en: '{other} took ten more days',
    ru: 'Покупатель {other} продлил срок',
    zh: '{other} 延长了十天',
  },
  seller_extended_text: {
    en: '{amount} stays held until {due}; then it is released to you by itself.',
    ru: '{amount} удержаны до {due}; потом деньги будут выплачены вам сами.',
    zh: '{amount} 由 Danbao 担保至 {due}，到期将自动放款给您。',
  },
  seller_released: {
    en: '{part} was released to you',
    ru: 'Вам выплачено {part}',
    zh: '已向您放款 {part}',
  },
  seller_released_text: {
    en: 'The sale to {other} for {amount} is complete. The money is in your proceeds, the commission is taken.',
    ru: 'Продажа на {amount} завершена, покупатель {other}. Деньги в вашей выручке, комиссия удержана.',
    zh: '与 {other} 的 {amount} 交易已完成。货款已到账，佣金已扣除。',
  },
  seller_split: {
    en: '{part} of {amount} was released to you',
    ru: 'Вам выплачено {part} из {amount}',
    zh: '{amount} 中已向您放款 {part}',
  },
  seller_split_text: {
    en: 'The rest went back to {other}, apart from the commission. The payment is over.',
    ru: 'Остальное, кроме комиссии, вернулось покупателю {other}. Платёж завершён.',
    zh: '扣除佣金后，其余已退回 {other}。付款已结束。',
  },
  seller_refunded: {
    en: '{amount} went back to {other}',
    ru: '{amount} вернулись покупателю {other}',
    zh: '{amount} 已退回 {other}',
  },
  seller_refunded_text: {
    en: 'All of the money was refunded, nothing comes to you. The payment is over.',
    ru: 'Оформлен полный возврат, вам ничего не поступит. Платёж завершён.',
    zh: '款项已全额退款，您不会收到款项。付款已结束。',
  },
  seller_part_refunded: {
    en: 'Part of {amount} went back to {other}',
    ru: 'Часть из {amount} вернулась покупателю {other}',
    zh: '{amount} 的一部分已退回 {other}',
  },
  seller_part_refunded_text: {
    en: '{part} is refunded so far. The rest stays held for you, the dates stay as they are.',
    ru: 'Возврат покупателю на сейчас: {part}. Остальное удержано для вас, сроки прежние.',
    zh: '目前已退款 {part}。其余仍由 Danbao 担保，期限不变。',
  },
  seller_cancelled: {
    en: 'Cancelled: the order of {other}',
    ru: 'Отменено: заказ, покупатель {other}',
    zh: '{other} 的订单已取消',
  },
  seller_cancelled_text: {
    en: 'Do not ship. {amount} went back to the buyer.',
    ru: 'Не отправляйте. {amount} вернулись покупателю.',
    zh: '请勿发货。{amount} 已退回买家。',
  },
} as const
