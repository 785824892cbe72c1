import { STATEMENT_WORDS } from '@danbao/contracts/wallet'
import type { Language } from '../base/person.ts'

/** What stands on statements. */
const DOCUMENT_WORDS = {
  ...STATEMENT_WORDS,
  wallet: { en: 'Statement of the wallet', ru: 'Выписка по кошельку', zh: '钱包对账单' },
  proceeds: { en: 'Statement of proceeds', ru: 'Выписка по выручке', zh: '货款对账单' },
  owner: { en: 'Holder', ru: 'Владелец', zh: '户名' },
  account: { en: 'Account', ru: 'Счёт', zh: '账户' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '货币' },
  period: { en: 'Period (UTC)', ru: 'Период (UTC)', zh: '期间（UTC）' },
  made: { en: 'Made', ru: 'Составлено', zh: '生成时间' },
  date: { en: 'Date', ru: 'Дата', zh: '日期' },
  what: { en: 'What', ru: 'Операция', zh: '摘要' },
  counterpart: { en: 'With whom', ru: 'С кем', zh: '对方' },
  description: { en: 'Description', ru: 'Описание', zh: '说明' },
  subject: { en: 'Number', ru: 'Номер', zh: '编号' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  balance: { en: 'Balance', ru: 'Остаток', zh: '余额' },
  nothing: {
    en: 'Nothing has moved in this period.',
    ru: 'За этот период операций не было.',
    zh: '此期间没有资金变动。',
  },
  foot: {
    en: 'From the books of Danbao. Valid without a signature.',
    ru: 'По данным учёта Danbao. Действительно без подписи.',
    zh: '依据 Danbao 账簿生成，无需签名。',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type DocumentWord = keyof typeof DOCUMENT_WORDS

/** In one language. */
export function sayIn(language: Language): (word: DocumentWord) => string {
  return (word) => DOCUMENT_WORDS[word][language]
}
