import { defineMail } from '../messages/index.ts'

const NOT_YOU = {
  en: 'Was this not you? Change your password and end all sessions.',
  ru: 'Это были не вы? Смените пароль и завершите все сеансы.',
  zh: '不是您本人操作？请修改密码并退出所有设备。',
} as const

/** Values: `holder`, `country`, `last4`, `link`. */
export const BANK_ACCOUNT_ADDED = defineMail({
  en: {
    subject: 'The bank account •••• {last4} was added',
    lines: [
      'Your proceeds can be paid out to the account of {holder}, {country} •••• {last4}.',
      { button: 'My payouts', href: '{link}' },
      NOT_YOU.en,
    ],
  },
  ru: {
    subject: 'Добавлен банковский счёт •••• {last4}',
    lines: [
      'Выручку можно выводить на счёт {country} •••• {last4}, владелец {holder}.',
      { button: 'Вывод в банк', href: '{link}' },
      NOT_YOU.ru,
    ],
  },
  zh: {
    subject: '已添加银行账户 •••• {last4}',
    lines: [
      '货款可提现至 {holder} 的账户 {country} •••• {last4}。',
      { button: '我的提现', href: '{link}' },
      NOT_YOU.zh,
    ],
  },
})

/** The same values. */
export const BANK_ACCOUNT_REMOVED = defineMail({
  en: {
    subject: 'The bank account •••• {last4} was removed',
    lines: [
      'Nothing more is paid out to {country} •••• {last4}. What is on its way still arrives there.',
      { button: 'My payouts', href: '{link}' },
      NOT_YOU.en,
    ],
  },
  ru: {
    subject: 'Удалён банковский счёт •••• {last4}',
    lines: [
      'На счёт {country} •••• {last4} больше ничего не выводится. Отправленное ранее дойдёт.',
      { button: 'Вывод в банк', href: '{link}' },
      NOT_YOU.ru,
    ],
  },
  zh: {
    subject: '已删除银行账户 •••• {last4}',
    lines: [
      '不再向 {country} •••• {last4} 提现，已发出的款项仍会到账。',
      { button: '我的提现', href: '{link}' },
      NOT_YOU.zh,
    ],
  },
})
