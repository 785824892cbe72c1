/** What each kind of movement means to the person whose money it is, on screens and documents. */
export const ACTIVITY_WORDS = {
  pay: {
    en: 'Paid, held by Danbao',
    ru: 'Оплачено, удержано Danbao',
    zh: '已付款，由 Danbao 担保',
  },
  release: { en: 'Sale released', ru: 'Выплата за продажу', zh: '销售款已放款' },
  refund: { en: 'Refund', ru: 'Возврат', zh: '退款' },
  top_up: { en: 'Wallet topped up', ru: 'Пополнение кошелька', zh: '钱包充值' },
  assign: {
    en: 'Top-up, found by our staff',
    ru: 'Пополнение: владельца нашли сотрудники',
    zh: '充值（由工作人员核实入账）',
  },
  reversal: {
    en: 'Top-up taken back by the bank',
    ru: 'Пополнение отозвано банком',
    zh: '充值被银行撤回',
  },
  payout: { en: 'Payout to the bank', ru: 'Вывод в банк', zh: '提现到银行' },
  payout_undone: {
    en: 'Payout that came back',
    ru: 'Вывод вернулся',
    zh: '提现退回',
  },
  charge: { en: 'Paid in by card', ru: 'Поступило с карты', zh: '银行卡转入' },
  exchange: { en: 'Exchanged', ru: 'Обмен валюты', zh: '货币兑换' },
  claim_to: {
    en: 'Paid back after a claim',
    ru: 'Возмещение по претензии',
    zh: '售后索赔赔付',
  },
  claim_from: {
    en: 'Taken back after a claim',
    ru: 'Удержано по претензии',
    zh: '因售后索赔扣回',
  },
  claim_coupon: {
    en: 'Coupon taken back after a claim',
    ru: 'Купон удержан по претензии',
    zh: '因售后索赔扣回优惠券',
  },
  came: { en: 'Money came in', ru: 'Поступление', zh: '入账' },
  went: { en: 'Money went out', ru: 'Списание', zh: '出账' },
} as const

export type ActivityWord = keyof typeof ACTIVITY_WORDS

/** The same code is something else to both sides; a code that is new here says its direction. */
export function activityWord(code: string, comesIn: boolean): ActivityWord {
  if (code === 'claim') return comesIn ? 'claim_to' : 'claim_from'
  if (code === 'claim_coupon') return 'claim_coupon'
  if (code === 'pay' || code === 'release' || code === 'refund') return code
  if (code === 'assign' || code === 'reversal') return code
  if (code === 'payout' || code === 'payout_undone') return code
  if (code === 'top_up' || code === 'exchange' || code === 'charge') return code
  return comesIn ? 'came' : 'went'
}
