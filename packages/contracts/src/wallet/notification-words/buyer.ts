/** To the buyer: what became of the payment. */
export const BUYER_WORDS = {
  buyer_checking: {
    en: 'Your payment of {amount} is being checked',
    ru: 'Ваш платёж {amount} проверяется',
    zh: '您的付款 {amount} 正在核验',
  },
  buyer_checking_text: {
    en: 'Your money is held by Danbao, {other} does not have it. If the check is not done by {due}, all of it comes back to you.',
    ru: 'Деньги удержаны в Danbao, у продавца {other} их нет. Если до {due} проверка не закончится, вся сумма вернётся вам.',
    zh: '款项由 Danbao 担保，{other} 尚未收到。若在 {due} 前未完成核验，款项将全额退回给您。',
  },
  buyer_paid: {
    en: 'You paid {amount} to {other}',
    ru: 'Оплачено: {amount}, продавец {other}',
    zh: '您已向 {other} 付款 {amount}',
  },
  buyer_paid_text: {
    en: 'Your money is held by Danbao. The seller has until {due} to ship; after that it comes back to you by itself.',
    ru: 'Деньги удержаны в Danbao. Продавец должен отправить заказ до {due}; иначе они вернутся вам сами.',
    zh: '款项由 Danbao 担保。卖家须在 {due} 前发货，逾期款项将自动退回给您。',
  },
  buyer_checked: {
    en: 'Your payment of {amount} passed the check',
    ru: 'Платёж {amount} прошёл проверку',
    zh: '您的付款 {amount} 已通过核验',
  },
  buyer_checked_text: {
    en: 'Your money is held by Danbao. {other} has until {due} to ship; after that it comes back to you by itself.',
    ru: 'Деньги удержаны в Danbao. Продавец {other} должен отправить заказ до {due}; иначе они вернутся вам сами.',
    zh: '款项由 Danbao 担保。{other} 须在 {due} 前发货，逾期款项将自动退回给您。',
  },
  buyer_shipped: {
    en: '{other} has shipped your order',
    ru: 'Продавец {other} отправил ваш заказ',
    zh: '{other} 已发货',
  },
  buyer_shipped_text: {
    en: '{amount} stays held. When the goods are there and right, confirm; if something is wrong, open a dispute by {due}. After that the seller gets the money.',
    ru: '{amount} остаются удержанными. Получили и всё в порядке — подтвердите; если нет — откройте спор до {due}. Потом деньги получит продавец.',
    zh: '{amount} 仍由 Danbao 担保。收到货且无误请确认；如有问题，请在 {due} 前发起争议。逾期款项将付给卖家。',
  },
  buyer_arrived: {
    en: 'Your order from {other} has arrived',
    ru: 'Заказ доставлен, продавец {other}',
    zh: '您在 {other} 的订单已送达',
  },
  buyer_arrived_text: {
    en: 'Look at it now: {amount} stays held until {due}. Confirm if all is well, or open a dispute. After that the seller gets the money.',
    ru: 'Проверьте его сейчас: {amount} удержаны до {due}. Подтвердите, если всё хорошо, или откройте спор. Потом деньги получит продавец.',
    zh: '请尽快验货：{amount} 由 Danbao 担保至 {due}。无误请确认，有问题请发起争议。逾期款项将付给卖家。',
  },
  buyer_extended: {
    en: 'You took ten more days',
    ru: 'Вы продлили срок на десять дней',
    zh: '您已延长十天',
  },
  buyer_extended_text: {
    en: '{amount} stays held until {due}.',
    ru: '{amount} удержаны до {due}.',
    zh: '{amount} 由 Danbao 担保至 {due}。',
  },
  buyer_released: {
    en: '{amount} went to {other}',
    ru: '{amount}: деньги получает продавец {other}',
    zh: '{amount} 已付给 {other}',
  },
  buyer_released_text: {
    en: 'The payment is complete. If something is still wrong, you can open a claim for 15 days.',
    ru: 'Платёж завершён. Если что-то не так, ещё 15 дней можно подать претензию.',
    zh: '付款已完成。如仍有问题，您可在 15 天内提出索赔。',
  },
  buyer_split: {
    en: '{part} of {amount} came back to you',
    ru: 'Вам вернулось {part} из {amount}',
    zh: '{amount} 中的 {part} 已退还给您',
  },
  buyer_split_text: {
    en: 'It is in your wallet. The rest went to {other}.',
    ru: 'Деньги в вашем кошельке. Остальное получает продавец {other}.',
    zh: '款项已到您的钱包，其余付给 {other}。',
  },
  buyer_refunded: {
    en: 'Refund: {part} is in your wallet',
    ru: 'Возврат: {part} в вашем кошельке',
    zh: '退款 {part} 已到您的钱包',
  },
  buyer_refunded_text: {
    en: 'The payment to {other} is over. You can use the money at once.',
    ru: 'Платёж продавцу {other} завершён. Деньгами можно пользоваться сразу.',
    zh: '对 {other} 的付款已结束，款项可立即使用。',
  },
  buyer_part_refunded: {
    en: 'Part of the money came back from {other}',
    ru: 'Частичный возврат, продавец {other}',
    zh: '{other} 已向您部分退款',
  },
  buyer_part_refunded_text: {
    en: 'Of {amount}, {part} is back in your wallet so far. The rest stays held, the dates stay as they are.',
    ru: 'Из {amount} в ваш кошелёк уже вернулось {part}. Остальное удержано, сроки прежние.',
    zh: '{amount} 中已有 {part} 退回您的钱包。其余仍由 Danbao 担保，期限不变。',
  },
  buyer_cancelled: {
    en: 'Cancelled: {part} is back in your wallet',
    ru: 'Отменено: {part} снова в вашем кошельке',
    zh: '已取消，{part} 已退回您的钱包',
  },
  buyer_cancelled_text: {
    en: 'The payment to {other} was cancelled before anything was shipped. You can use the money at once.',
    ru: 'Платёж продавцу {other} отменён до отправки. Деньгами можно пользоваться сразу.',
    zh: '对 {other} 的付款已在发货前取消，款项可立即使用。',
  },
  buyer_dropped: {
    en: 'The order from {other} was cancelled',
    ru: 'Заказ отменён, продавец {other}',
    zh: '{other} 的订单已取消',
  },
  buyer_dropped_text: {
    en: 'You had not paid {amount} yet. Nothing was charged.',
    ru: 'Вы ещё не заплатили {amount}. Ничего не списано.',
    zh: '您尚未支付 {amount}，没有任何扣款。',
  },
  buyer_expired: {
    en: 'The time to pay {other} is over',
    ru: 'Срок оплаты истёк, продавец {other}',
    zh: '向 {other} 付款的时间已过',
  },
  buyer_expired_text: {
    en: '{amount} was not paid. Nothing was charged. To buy it after all, order again.',
    ru: '{amount} не оплачены. Ничего не списано. Если покупка ещё нужна, закажите снова.',
    zh: '{amount} 未支付，没有任何扣款。如仍需购买，请重新下单。',
  },
} as const
