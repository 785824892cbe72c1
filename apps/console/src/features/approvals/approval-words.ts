import { words } from '@danbao/ui'

export const approvalKindWords = words({
  recovery_email: { en: 'New e-mail address', ru: 'Новый адрес почты', zh: '更换邮箱' },
  closure: { en: 'Closing an account', ru: 'Закрытие аккаунта', zh: '关闭账户' },
  staff_admin: { en: 'New administrator', ru: 'Новый администратор', zh: '新增管理员' },
  unfreeze: { en: 'Lifting a freeze', ru: 'Разморозка аккаунта', zh: '解除冻结' },
  resolution: { en: 'Money that waits', ru: 'Неразобранные деньги', zh: '待处理资金' },
  payout: { en: 'A payout', ru: 'Вывод денег', zh: '提现' },
  payout_failed: { en: 'A payout that failed', ru: 'Неисполненный вывод', zh: '未执行的提现' },
  rate: { en: 'An exchange rate', ru: 'Курс валюты', zh: '汇率' },
})

export const approvalStateWords = words({
  open: { en: 'Waits', ru: 'Ждёт', zh: '待处理' },
  given: { en: 'Given', ru: 'Одобрено', zh: '已批准' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  void: { en: 'No longer needed', ru: 'Больше не нужно', zh: '已失效' },
})

/** What happens at once when it is given. */
export const consequenceWords = words({
  recovery_email: {
    en: 'The old address gets a notice and can stop it for 72 hours. Then {name}’s account answers to the new one, all sessions end, and payments are paused for 24 hours.',
    ru: 'На старый адрес уйдёт уведомление, и 72 часа запрос можно остановить. Затем аккаунт ({name}) перейдёт на новый адрес, сеансы завершатся, платежи приостановлены на 24 часа.',
    zh: '旧邮箱将收到通知，72 小时内可终止。期满后 {name} 的账户改用新邮箱，所有会话结束，支付暂停 24 小时。',
  },
  closure: {
    en: '{name}’s account ends for good, if nothing stands in the way by now. What the law asks for is kept, the rest is erased.',
    ru: 'Аккаунт ({name}) закроется навсегда, если за это время ничего не помешает. Останется то, что требует закон, прочее будет стёрто.',
    zh: '如届时仍无障碍，{name} 的账户将永久关闭。依法须保留的内容会保留，其余将被删除。',
  },
  staff_admin: {
    en: '{name} can invite, change and disable staff from now on, and read the audit log.',
    ru: '{name} сможет приглашать, менять и отключать сотрудников и читать журнал.',
    zh: '{name} 将可邀请、变更、停用员工，并查看审计日志。',
  },
  resolution: {
    en: 'The money is moved at once, as it is asked for on the page of the deposit.',
    ru: 'Деньги сразу будут проведены так, как указано на странице поступления.',
    zh: '资金将立即按入账页面上的要求划转。',
  },
  payout: {
    en: 'The payout goes to the bank with the next file. Look at the holder and the bank account first.',
    ru: 'Вывод уйдёт в банк со следующим файлом. Сначала посмотрите на владельца и счёт.',
    zh: '该提现将随下一文件发送至银行。请先核对户名与银行账户。',
  },
  payout_failed: {
    en: 'The money goes back to the seller’s proceeds. If the bank pays it all the same, it is lost to us.',
    ru: 'Деньги вернутся в выручку продавца. Если банк всё же исполнит перевод, мы их потеряем.',
    zh: '款项退回卖家货款。如银行仍然付款，将由我们承担损失。',
  },
  rate: {
    en: 'The rate holds at once, for exchanges and for limits. Compare it with where it is from.',
    ru: 'Курс сразу начнёт действовать для обменов и лимитов. Сверьте его с источником.',
    zh: '汇率将立即用于兑换和限额。请与来源核对。',
  },
  unfreeze: {
    en: '{name} can spend again at once, and gets a mail.',
    ru: '{name} сразу сможет платить и получит письмо.',
    zh: '{name} 可立即恢复支出，并收到邮件。',
  },
})
