import type { Language } from '../base/person.ts'
import { defineMail } from '../messages/index.ts'

const MY_CARDS: Readonly<Record<Language, { readonly button: string; readonly href: string }>> = {
  en: { button: 'My cards', href: '{link}' },
  ru: { button: 'Мои карты', href: '{link}' },
  zh: { button: '我的银行卡', href: '{link}' },
}

const NOT_YOU: Readonly<Record<Language, string>> = {
  en: 'Was this not you? Change your password and end all sessions.',
  ru: 'Это были не вы? Смените пароль и завершите все сеансы.',
  zh: '不是您本人操作？请修改密码并退出所有设备。',
}

const ADDED: Readonly<Record<Language, string>> = {
  en: 'Its bank has confirmed the card {brand} •••• {last4}. Nothing was charged.',
  ru: 'Банк подтвердил карту {brand} •••• {last4}. С неё ничего не списано.',
  zh: '银行已验证 {brand} •••• {last4}，未扣除任何款项。',
}

/** Values: `brand`, `last4`, `link`. */
export const LINKED = defineMail({
  en: {
    subject: 'The card •••• {last4} was added',
    lines: [ADDED.en, MY_CARDS.en, NOT_YOU.en],
  },
  ru: {
    subject: 'Добавлена карта •••• {last4}',
    lines: [ADDED.ru, MY_CARDS.ru, NOT_YOU.ru],
  },
  zh: { subject: '已添加银行卡 •••• {last4}', lines: [ADDED.zh, MY_CARDS.zh, NOT_YOU.zh] },
})

/** The same, and `payment` and `year`: the limits of level 1. */
export const LINKED_AND_RAISED = defineMail({
  en: {
    subject: 'The card •••• {last4} was added: your account is at level 1',
    lines: [
      ADDED.en,
      'Your account is at level 1 now: up to {payment} a payment and {year} a year, without waiting for a check.',
      MY_CARDS.en,
      NOT_YOU.en,
    ],
  },
  ru: {
    subject: 'Добавлена карта •••• {last4}: у вас уровень 1',
    lines: [
      ADDED.ru,
      'Теперь у вашего аккаунта уровень 1: до {payment} за платёж и до {year} в год, без ожидания проверки.',
      MY_CARDS.ru,
      NOT_YOU.ru,
    ],
  },
  zh: {
    subject: '已添加银行卡 •••• {last4}，账户升至 1 级',
    lines: [
      ADDED.zh,
      '您的账户现为 1 级：单笔最高 {payment}，每年最高 {year}，无需等待审核。',
      MY_CARDS.zh,
      NOT_YOU.zh,
    ],
  },
})

const GONE: Readonly<Record<Language, string>> = {
  en: 'The card {brand} •••• {last4} is no longer linked to your account.',
  ru: 'Карта {brand} •••• {last4} больше не привязана к вашему аккаунту.',
  zh: '{brand} •••• {last4} 已与您的账户解除绑定。',
}

/** Values: `brand`, `last4`, `link`. */
export const UNLINKED = defineMail({
  en: {
    subject: 'The card •••• {last4} was unlinked',
    lines: [GONE.en, MY_CARDS.en, NOT_YOU.en],
  },
  ru: { subject: 'Карта •••• {last4} отвязана', lines: [GONE.ru, MY_CARDS.ru, NOT_YOU.ru] },
  zh: { subject: '银行卡 •••• {last4} 已解绑', lines: [GONE.zh, MY_CARDS.zh, NOT_YOU.zh] },
})

/** The same, where it was the last one. */
export const UNLINKED_AND_LOWERED = defineMail({
  en: {
    subject: 'The card •••• {last4} was unlinked: your account is at level 0',
    lines: [
      GONE.en,
      'It was the last one, so your account is at level 0 again. Add a card, or prove your identity, for higher limits.',
      MY_CARDS.en,
      NOT_YOU.en,
    ],
  },
  ru: {
    subject: 'Карта •••• {last4} отвязана: у вас уровень 0',
    lines: [
      GONE.ru,
      'Это была последняя карта, поэтому у аккаунта снова уровень 0. Добавьте карту или подтвердите личность, чтобы поднять лимиты.',
      MY_CARDS.ru,
      NOT_YOU.ru,
    ],
  },
  zh: {
    subject: '银行卡 •••• {last4} 已解绑，账户降至 0 级',
    lines: [
      GONE.zh,
      '这是最后一张银行卡，账户已恢复为 0 级。添加银行卡或验证身份可提高限额。',
      MY_CARDS.zh,
      NOT_YOU.zh,
    ],
  },
})

/** Values: `brand`, `last4`, `month` as `MM/YYYY`, `link`. */
export const EXPIRES_SOON = defineMail({
  en: {
    subject: 'The card •••• {last4} expires soon',
    lines: [
      'The card {brand} •••• {last4} is good through {month}. When the bank has sent you the new one, add it, or change the date if the number is the same.',
      MY_CARDS.en,
    ],
  },
  ru: {
    subject: 'У карты •••• {last4} скоро закончится срок',
    lines: [
      'Карта {brand} •••• {last4} действует до конца {month}. Когда банк пришлёт новую, добавьте её, а если номер прежний, поменяйте срок.',
      MY_CARDS.ru,
    ],
  },
  zh: {
    subject: '银行卡 •••• {last4} 即将过期',
    lines: [
      '{brand} •••• {last4} 有效期至 {month}。收到银行寄来的新卡后请添加；如卡号不变，修改有效期即可。',
      MY_CARDS.zh,
    ],
  },
})

/** The same values. */
export const EXPIRED = defineMail({
  en: {
    subject: 'The card •••• {last4} has expired',
    lines: [
      'The card {brand} •••• {last4} was good through {month} and can not pay any more. Add your new one, or change the date if the number is the same.',
      MY_CARDS.en,
    ],
  },
  ru: {
    subject: 'Срок карты •••• {last4} закончился',
    lines: [
      'Карта {brand} •••• {last4} действовала до конца {month}, платить ею больше нельзя. Добавьте новую, а если номер прежний, поменяйте срок.',
      MY_CARDS.ru,
    ],
  },
  zh: {
    subject: '银行卡 •••• {last4} 已过期',
    lines: [
      '{brand} •••• {last4} 的有效期为 {month}，已不能付款。请添加新卡；如卡号不变，修改有效期即可。',
      MY_CARDS.zh,
    ],
  },
})
