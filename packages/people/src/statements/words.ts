import type { Language } from '../base/person.ts'

/** What stands on documents. */
export const DOCUMENT_WORDS = {
  wallet: { en: 'Statement of the wallet', ru: 'Выписка по кошельку', zh: '钱包对账单' },
  proceeds: { en: 'Statement of proceeds', ru: 'Выписка по выручке', zh: '货款对账单' },
  receipt: { en: 'Receipt', ru: 'Квитанция', zh: '收据' },
  owner: { en: 'Holder', ru: 'Владелец', zh: '户名' },
  account: { en: 'Account', ru: 'Счёт', zh: '账户' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '货币' },
  period: { en: 'Period (UTC)', ru: 'Период (UTC)', zh: '期间（UTC）' },
  made: { en: 'Made', ru: 'Составлено', zh: '生成时间' },
  opening: { en: 'At the beginning', ru: 'На начало', zh: '期初余额' },
  came: { en: 'Came in', ru: 'Поступило', zh: '收入' },
  went: { en: 'Went out', ru: 'Списано', zh: '支出' },
  closing: { en: 'At the end', ru: 'На конец', zh: '期末余额' },
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
  buyer: { en: 'Buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  shop: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  goods: { en: 'Goods', ru: 'Товар', zh: '商品' },
  order: { en: 'Order', ru: 'Заказ', zh: '订单' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  paid: { en: 'Paid', ru: 'Оплачено', zh: '付款时间' },
  movements: { en: 'Movements', ru: 'Операции', zh: '资金变动' },
  receipt_foot: {
    en: 'Payment through Danbao: the money was held until the buyer confirmed or the time was over.',
    ru: 'Платёж через Danbao: деньги удерживались до подтверждения покупателем или до конца срока.',
    zh: '通过 Danbao 付款：资金担保至买家确认或期限届满。',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type DocumentWord = keyof typeof DOCUMENT_WORDS

/** In one language. */
export function sayIn(language: Language): (word: DocumentWord) => string {
  return (word) => DOCUMENT_WORDS[word][language]
}
