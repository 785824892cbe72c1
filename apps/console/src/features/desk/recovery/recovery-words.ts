import { words } from '@danbao/ui'

export const recoveryKindWords = words({
  answers: {
    en: 'Password and answers forgotten',
    ru: 'Забыты пароль и ответы',
    zh: '忘记密码和答案',
  },
  email: { en: 'Mailbox lost', ru: 'Потерян почтовый ящик', zh: '邮箱丢失' },
})

export const recoveryStateWords = words({
  unconfirmed: { en: 'Address not confirmed', ru: 'Адрес не подтверждён', zh: '邮箱未确认' },
  open: { en: 'To be decided', ru: 'Ждёт решения', zh: '待决定' },
  checking: { en: 'Second person looks', ru: 'Смотрит второй сотрудник', zh: '待第二人复核' },
  waiting: { en: 'Waits 72 hours', ru: 'Ждёт 72 часа', zh: '等待 72 小时' },
  approved: { en: 'Approved', ru: 'Одобрено', zh: '已批准' },
  done: { en: 'Done', ru: 'Выполнено', zh: '已完成' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  stopped: { en: 'Stopped by the owner', ru: 'Остановлено владельцем', zh: '已被本人终止' },
})

/** What somebody said about themself. */
export const claimWords = words({
  phone: { en: 'Phone', ru: 'Телефон', zh: '手机' },
  card: { en: 'Last digits of a card', ru: 'Последние цифры карты', zh: '卡号末四位' },
  payments: { en: 'Recent payments', ru: 'Недавние платежи', zh: '近期付款' },
  turnover: { en: 'Turnover of a year', ru: 'Оборот за год', zh: '全年交易额' },
})

export const verdictWords = words({
  match: { en: 'Fits', ru: 'Сходится', zh: '相符' },
  mismatch: { en: 'Does not fit', ru: 'Не сходится', zh: '不符' },
  unknown: { en: 'Can not be told', ru: 'Не установить', zh: '无法判断' },
})
