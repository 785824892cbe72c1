import type { Language } from '../pages/words.ts'

const EN = {
  title: 'Rates',
  tagline: 'The central bank: what one euro is worth, published for today.',
  rates: 'Rates of today',
  ratesHint: 'Danbao asks once an hour, or when staff press the button on their page of rates.',
  currency: 'Currency',
  rate: 'For one euro',
  move: 'Publish',
  wrong: 'A rate is a number like 1.0834.',
  faults: 'Faults on purpose',
  faultsHint: 'They concern the file until you switch them off.',
  delayMs: 'Answer later, ms',
  away: 'Nothing is there',
  cut: 'The file ends in the middle',
  old: 'The rates are ten days old',
  setFaults: 'Apply',
  reset: 'All as it was',
}
export type RatesWords = typeof EN

const RU: RatesWords = {
  title: 'Курсы',
  tagline: 'Центральный банк: сколько стоит один евро сегодня.',
  rates: 'Курсы на сегодня',
  ratesHint: 'Danbao спрашивает раз в час или когда сотрудник нажмёт кнопку на странице курсов.',
  currency: 'Валюта',
  rate: 'За один евро',
  move: 'Опубликовать',
  wrong: 'Курс — это число, например 1.0834.',
  faults: 'Намеренные сбои',
  faultsHint: 'Действуют на файл, пока вы их не выключите.',
  delayMs: 'Отвечать позже, мс',
  away: 'По адресу ничего нет',
  cut: 'Файл обрывается на середине',
  old: 'Курсам десять дней',
  setFaults: 'Применить',
  reset: 'Вернуть всё как было',
}

const ZH: RatesWords = {
  title: '汇率',
  tagline: '中央银行：今日一欧元的价值。',
  rates: '今日汇率',
  ratesHint: 'Danbao 每小时查询一次，或由员工在汇率页面点击按钮查询。',
  currency: '货币',
  rate: '一欧元兑',
  move: '发布',
  wrong: '汇率须为数字，例如 1.0834。',
  faults: '故意制造的故障',
  faultsHint: '在关闭之前对文件生效。',
  delayMs: '延迟应答（毫秒）',
  away: '该地址没有文件',
  cut: '文件中途截断',
  old: '汇率为十天前',
  setFaults: '应用',
  reset: '全部恢复',
}

const ALL: Readonly<Record<Language, RatesWords>> = { en: EN, ru: RU, zh: ZH }

export function ratesWordsFor(language: Language): RatesWords {
  return ALL[language]
}
