import type { FundingWays } from '@danbao/contracts/wallet'
import { words } from '@danbao/ui'

/** The ways, as people call them, and what each means for them. */
export const railWords = words({
  webmoney: { en: 'WebMoney', ru: 'WebMoney', zh: 'WebMoney' },
  webmoney_text: {
    en: 'Within a minute. WebMoney adds 0.8 %.',
    ru: 'В течение минуты. WebMoney берёт 0,8 %.',
    zh: '一分钟内到账。WebMoney 收取 0.8%。',
  },
  bank_transfer: { en: 'Bank transfer', ru: 'Банковский перевод', zh: '银行转账' },
  bank_transfer_text: {
    en: '1 to 3 working days. We charge nothing; your bank may.',
    ru: '1–3 рабочих дня. Мы ничего не берём, комиссия — только вашего банка.',
    zh: '1 至 3 个工作日。我们不收费，您的银行可能收费。',
  },
  western_union: { en: 'Western Union', ru: 'Western Union', zh: '西联汇款' },
  western_union_text: {
    en: '1 or 2 working days after you have sent it.',
    ru: '1–2 рабочих дня после отправки.',
    zh: '汇出后 1 至 2 个工作日。',
  },
  boleto: { en: 'Boleto', ru: 'Boleto', zh: 'Boleto' },
  boleto_text: {
    en: '2 working days after you have paid it in Brazil.',
    ru: '2 рабочих дня после оплаты в Бразилии.',
    zh: '在巴西付款后 2 个工作日。',
  },
  card: { en: 'Card', ru: 'Карта', zh: '银行卡' },
  from_to: {
    en: '{least} to {most} at once',
    ru: 'За раз от {least} до {most}',
    zh: '单笔 {least} 至 {most}',
  },
  from: { en: '{least} or more', ru: 'От {least}', zh: '{least} 起' },
  this_month: {
    en: '{left} are left for this month',
    ru: 'В этом месяце осталось {left}',
    zh: '本月还可充值 {left}',
  },
})

export type Way = FundingWays['ways'][number]
export type WayBounds = Way['currencies'][number]
