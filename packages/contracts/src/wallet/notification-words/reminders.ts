/** Before a time is over, and money that came without a payment. */
export const REMINDER_WORDS = {
  top_up: {
    en: '{amount} is in your wallet',
    ru: '{amount} в вашем кошельке',
    zh: '{amount} 已到您的钱包',
  },
  top_up_text: {
    en: 'The top-up has arrived. You can pay with it at once.',
    ru: 'Пополнение зачислено. Им можно сразу платить.',
    zh: '充值已到账，可立即用于付款。',
  },
  payout_paid: {
    en: '{amount} is on its way to your bank',
    ru: '{amount} отправлены в ваш банк',
    zh: '{amount} 已汇往您的银行',
  },
  payout_paid_text: {
    en: 'The payout of your proceeds was carried out. Your bank books it within a working day or two.',
    ru: 'Вывод выручки исполнен. Ваш банк зачислит деньги за один-два рабочих дня.',
    zh: '货款提现已完成，您的银行将在一至两个工作日内入账。',
  },
  payout_returned: {
    en: '{amount} came back from the bank',
    ru: '{amount} вернулись из банка',
    zh: '{amount} 被银行退回',
  },
  payout_returned_text: {
    en: 'The bank did not take the payout. The money is with your proceeds again. Check the bank account before you try once more.',
    ru: 'Банк не принял перевод. Деньги снова в вашей выручке. Проверьте банковский счёт, прежде чем выводить ещё раз.',
    zh: '银行未接受此次提现，款项已回到您的货款中。再次提现前请核对银行账户。',
  },
  payout_refused: {
    en: 'The payout of {amount} was refused',
    ru: 'В выводе {amount} отказано',
    zh: '{amount} 的提现被拒绝',
  },
  payout_refused_text: {
    en: 'The money is with your proceeds again. Your payouts say why.',
    ru: 'Деньги снова в вашей выручке. Причина указана на странице «Вывод в банк».',
    zh: '款项已回到您的货款中，原因请见提现记录。',
  },
  buyer_confirm_soon: {
    en: 'Is everything right with your order from {other}?',
    ru: 'Всё ли в порядке с заказом? Продавец {other}',
    zh: '您在 {other} 的订单一切正常吗？',
  },
  buyer_confirm_soon_text: {
    en: '{amount} stays held until {due}, then the seller gets it. Before that you can confirm, take more time or open a dispute.',
    ru: '{amount} удержаны до {due}, потом их получит продавец. До этого можно подтвердить, продлить срок или открыть спор.',
    zh: '{amount} 由 Danbao 担保至 {due}，之后付给卖家。在此之前，您可以确认收货、延长时间或发起争议。',
  },
  seller_ship_soon: {
    en: 'Ship the order of {other} by {due}',
    ru: 'Отправьте заказ до {due}. Покупатель {other}',
    zh: '请在 {due} 前向 {other} 发货',
  },
  seller_ship_soon_text: {
    en: '{amount} is held for you. If nothing is shipped by then, it goes back to the buyer by itself.',
    ru: '{amount} удержаны для вас. Если к этому сроку ничего не отправлено, деньги сами вернутся покупателю.',
    zh: '{amount} 由 Danbao 担保。逾期未发货，款项将自动退回买家。',
  },
  seller_answer_soon: {
    en: '{other} waits for your answer until {due}',
    ru: 'Ответьте до {due}. Покупатель {other}',
    zh: '请在 {due} 前回复 {other}',
  },
  seller_answer_soon_text: {
    en: '{part} is in dispute. If you do not answer, it goes back to the buyer or to staff of Danbao.',
    ru: 'В споре {part}. Без ответа деньги вернутся покупателю или решать будут сотрудники Danbao.',
    zh: '争议金额为 {part}。逾期未回复，款项将退回买家或由 Danbao 工作人员处理。',
  },
  buyer_return_soon: {
    en: 'Send the goods back to {other} by {due}',
    ru: 'Отправьте товар обратно до {due}. Продавец {other}',
    zh: '请在 {due} 前将货物寄回 {other}',
  },
  buyer_return_soon_text: {
    en: 'You get {part} back for it. After that the dispute ends without money for you.',
    ru: 'За это вам вернётся {part}. Потом спор закончится без денег для вас.',
    zh: '寄回后您将收回 {part}。逾期争议将结束，您不会收到款项。',
  },
} as const
