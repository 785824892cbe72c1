import type { Language } from '../pages/words.ts'

const EN = {
  title: 'Bank',
  tagline: 'A payer’s bank, and the operator’s. No real account, no real money.',
  send: 'Send a transfer',
  sendHint: 'Copy what the wallet shows. The operator’s bank tells of it at once.',
  iban: 'IBAN of the beneficiary',
  currency: 'Currency',
  amount: 'Amount',
  payer: 'Name of the payer',
  text: 'Reference',
  go: 'Send',
  wrong: 'Check what you typed: {field} is not right.',
  sent: 'Sent.',
  transfers: 'Transfers',
  none: 'Nothing was sent yet.',
  back: 'Take back',
  isBack: 'Taken back',
  tell: 'Statements',
  tellHint: 'A notice was sent with each transfer. A statement tells all of them once more.',
  camt: 'Make camt.053',
  mt940: 'Make MT940',
}
export type BankWords = typeof EN

const RU: BankWords = {
  title: 'Банк',
  tagline: 'Банк плательщика и банк оператора. Ни счёта, ни денег на самом деле нет.',
  send: 'Отправить перевод',
  sendHint: 'Скопируйте то, что показывает кошелёк. Банк оператора сообщит сразу.',
  iban: 'IBAN получателя',
  currency: 'Валюта',
  amount: 'Сумма',
  payer: 'Имя плательщика',
  text: 'Назначение платежа',
  go: 'Отправить',
  wrong: 'Проверьте поле «{field}»: оно заполнено неверно.',
  sent: 'Отправлено.',
  transfers: 'Переводы',
  none: 'Пока ничего не отправлено.',
  back: 'Отозвать',
  isBack: 'Отозван',
  tell: 'Выписки',
  tellHint: 'О каждом переводе банк уже сообщил. Выписка перечислит их ещё раз.',
  camt: 'Создать camt.053',
  mt940: 'Создать MT940',
}

const ZH: BankWords = {
  title: '银行',
  tagline: '付款人的银行和运营方的银行。没有真实的账户，也没有真实的资金。',
  send: '转账',
  sendHint: '请照抄钱包显示的内容。运营方的银行会立即通知。',
  iban: '收款人 IBAN',
  currency: '币种',
  amount: '金额',
  payer: '付款人姓名',
  text: '附言',
  go: '转账',
  wrong: '请检查“{field}”：填写有误。',
  sent: '已转账。',
  transfers: '转账记录',
  none: '还没有转账。',
  back: '撤回',
  isBack: '已撤回',
  tell: '对账单',
  tellHint: '每笔转账都已通知。对账单会再次列出全部。',
  camt: '生成 camt.053',
  mt940: '生成 MT940',
}

const ALL: Readonly<Record<Language, BankWords>> = { en: EN, ru: RU, zh: ZH }

export function bankWordsFor(language: Language): BankWords {
  return ALL[language]
}
