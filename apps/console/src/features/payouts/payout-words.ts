import { words } from '@danbao/ui'

export const payoutStateWords = words({
  review: { en: 'To be looked at', ru: 'На проверке', zh: '待审核' },
  queued: { en: 'For the next file', ru: 'В следующий файл', zh: '待导出' },
  sent: { en: 'With the bank', ru: 'В банке', zh: '银行处理中' },
  paid: { en: 'Paid out', ru: 'Выведено', zh: '已提现' },
  returned: { en: 'Came back', ru: 'Вернулось', zh: '已退回' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  cancelled: { en: 'Cancelled', ru: 'Отменено', zh: '已取消' },
})

/** Why somebody has to look first. */
export const reviewWords = words({
  large: { en: 'A large amount', ru: 'Крупная сумма', zh: '金额较大' },
  other_holder: { en: 'Another holder', ru: 'Другой владелец', zh: '户名不同' },
})

/** What can be done with one. */
export const choiceWords = words({
  payout: { en: 'Let it go', ru: 'Пропустить', zh: '放行' },
  payout_text: {
    en: 'It goes with the next file, once a second person agrees.',
    ru: 'Уйдёт со следующим файлом, когда согласится второй сотрудник.',
    zh: '他人批准后随下一文件发送。',
  },
  refuse: { en: 'Refuse it', ru: 'Отказать', zh: '拒绝' },
  refuse_text: {
    en: 'The money goes back to the seller’s proceeds at once. They read your reason.',
    ru: 'Деньги сразу вернутся в выручку продавца. Он прочтёт причину.',
    zh: '款项立即退回卖家货款，卖家会看到理由。',
  },
  payout_failed: {
    en: 'The bank has not carried it out',
    ru: 'Банк не исполнил',
    zh: '银行未执行',
  },
  payout_failed_text: {
    en: 'Only when the bank says that it never will. Once a second person agrees, the money goes back to the proceeds.',
    ru: 'Только если банк подтвердил, что не исполнит. Когда согласится второй сотрудник, деньги вернутся в выручку.',
    zh: '仅在银行确认不会执行时选择。他人批准后款项退回货款。',
  },
})
