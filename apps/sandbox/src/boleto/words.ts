import type { Language } from '../pages/words.ts'

const EN = {
  title: 'Boletos',
  tagline: 'A counter in Brazil and the operator’s bank. No real money.',
  pay: 'Pay a boleto',
  payHint: 'Copy the line that the wallet shows. The bank’s return file tells of it at once.',
  line: 'Line of 47 digits',
  amount: 'Another amount (optional)',
  payer: 'Name of the payer (optional)',
  taxId: 'CPF or CNPJ of the payer (optional)',
  go: 'Pay',
  wrong: 'Check what you typed: {field} is not right.',
  list: 'Paid',
  none: 'Nothing was paid yet.',
}
export type BoletoWords = typeof EN

const RU: BoletoWords = {
  title: 'Boleto',
  tagline: 'Касса в Бразилии и банк оператора. Денег на самом деле нет.',
  pay: 'Оплатить boleto',
  payHint: 'Скопируйте номер, который показывает кошелёк. Файл банка сообщит об этом сразу.',
  line: 'Номер из 47 цифр',
  amount: 'Другая сумма (необязательно)',
  payer: 'Имя плательщика (необязательно)',
  taxId: 'CPF или CNPJ плательщика (необязательно)',
  go: 'Оплатить',
  wrong: 'Проверьте поле «{field}»: оно заполнено неверно.',
  list: 'Оплачено',
  none: 'Пока ничего не оплачено.',
}

const ZH: BoletoWords = {
  title: 'Boleto',
  tagline: '巴西的付款柜台和运营方的银行。没有真实的资金。',
  pay: '支付 boleto',
  payHint: '请照抄钱包显示的编号。银行的回单文件会立即通知。',
  line: '47 位编号',
  amount: '其他金额（选填）',
  payer: '付款人姓名（选填）',
  taxId: '付款人 CPF 或 CNPJ（选填）',
  go: '支付',
  wrong: '请检查“{field}”：填写有误。',
  list: '已支付',
  none: '还没有支付。',
}

const ALL: Readonly<Record<Language, BoletoWords>> = { en: EN, ru: RU, zh: ZH }

export function boletoWordsFor(language: Language): BoletoWords {
  return ALL[language]
}
