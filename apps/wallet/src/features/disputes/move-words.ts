import { words } from '@danbao/ui'

/** On the buttons, and above what they open. */
export const moveWords = words({
  accept: { en: 'Accept the offer', ru: 'Принять предложение', zh: '接受方案' },
  offer: { en: 'Make an offer', ru: 'Сделать предложение', zh: '提出方案' },
  return_shipped: { en: 'I have sent it back', ru: 'Товар отправлен', zh: '我已寄回' },
  return_received: { en: 'The goods have come back', ru: 'Товар получен', zh: '已收到退货' },
  escalate: { en: 'Ask an arbiter', ru: 'Позвать арбитра', zh: '申请仲裁' },
  withdraw: { en: 'Take the report back', ru: 'Отозвать жалобу', zh: '撤回争议' },
  appeal: { en: 'Appeal', ru: 'Обжаловать', zh: '提出申诉' },
})

/** What it means, before it is done. */
export const meansWords = words({
  accept: {
    en: 'It is settled with that, and can not be taken back.',
    ru: 'На этом спор закончится, отменить будет нельзя.',
    zh: '争议将就此了结，不可撤销。',
  },
  accept_return: {
    en: 'First the goods go back: the buyer has 10 days to ship them. The money comes when they have arrived. It can not be taken back.',
    ru: 'Сначала товар поедет обратно: у покупателя 10 дней на отправку. Деньги вернутся, когда товар дойдёт. Отменить будет нельзя.',
    zh: '须先寄回商品：买家有 10 天时间寄出，寄达后退款。不可撤销。',
  },
  offer: {
    en: 'The other side can accept it, or make another offer.',
    ru: 'Другая сторона может принять его или предложить своё.',
    zh: '对方可以接受，也可以另提方案。',
  },
  return_shipped: {
    en: 'The seller has 30 days to confirm that it has come; then the money comes back to you by itself. Keep the receipt of the post.',
    ru: 'У продавца 30 дней, чтобы подтвердить получение; затем деньги вернутся вам сами. Сохраните почтовую квитанцию.',
    zh: '卖家须在 30 天内确认收货，逾期将自动退款给您。请保留邮寄凭证。',
  },
  return_shipped_claim: {
    en: 'The seller has 30 days to confirm that it has come; then an arbiter decides. Keep the receipt of the post.',
    ru: 'У продавца 30 дней, чтобы подтвердить получение; затем решит арбитр. Сохраните почтовую квитанцию.',
    zh: '卖家须在 30 天内确认收货，逾期将由仲裁员裁决。请保留邮寄凭证。',
  },
  return_received: {
    en: 'The agreed money goes back to the buyer at once. Look at the goods first: it can not be taken back.',
    ru: 'Оговорённые деньги сразу вернутся покупателю. Сначала осмотрите товар: отменить будет нельзя.',
    zh: '约定的款项将立即退还买家。请先查验商品，此操作不可撤销。',
  },
  escalate: {
    en: 'An arbiter reads what both of you said and showed, and decides within 5 days. Until then you can still agree. Add your evidence first: it counts.',
    ru: 'Арбитр прочтёт и посмотрит всё, что вы оба написали и показали, и решит за 5 дней. До этого ещё можно договориться. Добавьте доказательства — они важны.',
    zh: '仲裁员将审阅双方的说明和证据，并在 5 天内裁决。在此之前仍可协商。请先补充证据。',
  },
  withdraw: {
    en: 'The payment goes on as if nothing had been said: the rest of the time runs on, at least 24 hours, and then the seller gets the money.',
    ru: 'Платёж пойдёт дальше, как будто спора не было: остаток срока — не меньше 24 часов, — и деньги получит продавец.',
    zh: '付款将照常进行：剩余时间继续计算（至少 24 小时），之后款项放给卖家。',
  },
  withdraw_claim: {
    en: 'The money stays with the seller. A new claim is possible only within 15 days of the end of the payment.',
    ru: 'Деньги останутся у продавца. Новая претензия возможна только в течение 15 дней после завершения платежа.',
    zh: '款项归卖家。仅可在付款结束后 15 天内重新索赔。',
  },
  appeal: {
    en: 'Another arbiter looks at everything once more and decides for good; it may turn out better or worse for you. There is one appeal in a dispute, for either of you.',
    ru: 'Другой арбитр изучит всё заново и решит окончательно — может выйти и лучше, и хуже. Обжаловать можно один раз на весь спор, любой из сторон.',
    zh: '另一位仲裁员将重新审理并作出最终裁决，结果可能更好也可能更差。每个争议双方合计仅可申诉一次。',
  },
})

export const doneWords = words({
  accept: { en: 'You have agreed.', ru: 'Вы договорились.', zh: '已达成一致。' },
  offer: { en: 'Your offer is sent.', ru: 'Предложение отправлено.', zh: '方案已发送。' },
  return_shipped: { en: 'The seller knows it.', ru: 'Продавец об этом знает.', zh: '已通知卖家。' },
  return_received: {
    en: 'Thank you. The money is on its way.',
    ru: 'Спасибо. Деньги возвращены.',
    zh: '谢谢，款项已退还。',
  },
  escalate: { en: 'An arbiter will look at it.', ru: 'Дело передано арбитру.', zh: '已提交仲裁。' },
  withdraw: { en: 'The report is taken back.', ru: 'Жалоба отозвана.', zh: '争议已撤回。' },
  appeal: { en: 'Your appeal is sent.', ru: 'Жалоба на решение отправлена.', zh: '申诉已提交。' },
})
