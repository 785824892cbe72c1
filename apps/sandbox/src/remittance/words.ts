import type { Language } from '../pages/words.ts'

const EN = {
  title: 'Money transfer',
  tagline: 'A counter of a money transfer service. No real money.',
  send: 'Send money',
  sender: 'Name of the sender',
  amount: 'Amount',
  currency: 'Currency',
  go: 'Send',
  wrong: 'Check the name and the amount.',
  list: 'Transfers',
  none: 'Nothing was sent yet.',
  number: 'MTCN {mtcn}',
  states: {
    sent: 'Waits at the counter',
    paid: 'Collected by the operator',
    reversed: 'Taken back',
  },
  payOut: 'The operator collects it',
  reverse: 'Take it back',
}
export type RemittanceWords = typeof EN

const RU: RemittanceWords = {
  title: 'Денежный перевод',
  tagline: 'Пункт службы денежных переводов. Денег на самом деле нет.',
  send: 'Отправить деньги',
  sender: 'Имя отправителя',
  amount: 'Сумма',
  currency: 'Валюта',
  go: 'Отправить',
  wrong: 'Проверьте имя и сумму.',
  list: 'Переводы',
  none: 'Пока ничего не отправлено.',
  number: 'MTCN {mtcn}',
  states: { sent: 'Ждёт в пункте', paid: 'Получен оператором', reversed: 'Отозван' },
  payOut: 'Оператор получает деньги',
  reverse: 'Отозвать',
}

const ZH: RemittanceWords = {
  title: '汇款',
  tagline: '汇款网点。没有真实的资金。',
  send: '汇款',
  sender: '汇款人姓名',
  amount: '金额',
  currency: '币种',
  go: '汇出',
  wrong: '请核对姓名和金额。',
  list: '汇款记录',
  none: '还没有汇款。',
  number: 'MTCN {mtcn}',
  states: { sent: '等待领取', paid: '运营方已领取', reversed: '已撤回' },
  payOut: '运营方领取',
  reverse: '撤回',
}

const ALL: Readonly<Record<Language, RemittanceWords>> = { en: EN, ru: RU, zh: ZH }

export function remittanceWordsFor(language: Language): RemittanceWords {
  return ALL[language]
}
