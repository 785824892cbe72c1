/** What each movement of a payment's money is, told to its two people, on screens and documents. */
export const PAYMENT_LINE_WORDS = {
  pay: { en: 'Paid from the wallet', ru: 'Оплачено из кошелька', zh: '从钱包付款' },
  charge: { en: 'From the card into the wallet', ru: 'С карты в кошелёк', zh: '从银行卡转入钱包' },
  exchange: { en: 'Exchanged', ru: 'Обмен валюты', zh: '货币兑换' },
  coupon: { en: 'Coupon', ru: 'Купон', zh: '优惠券' },
  refund: { en: 'Refunded to the buyer', ru: 'Возврат покупателю', zh: '退款给买家' },
  coupon_return: { en: 'Coupon taken back', ru: 'Возврат по купону', zh: '优惠券退回' },
  release: { en: 'Released to the seller', ru: 'Выплата продавцу', zh: '放款给卖家' },
  commission: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
  claim: { en: 'Paid back after a claim', ru: 'Возмещение по претензии', zh: '售后索赔赔付' },
  claim_coupon: {
    en: 'Coupon taken back after a claim',
    ru: 'Купон удержан по претензии',
    zh: '因售后索赔扣回优惠券',
  },
  claim_commission: {
    en: 'Commission paid back after a claim',
    ru: 'Комиссия возвращена по претензии',
    zh: '索赔后退还佣金',
  },
  other: { en: 'Other movement', ru: 'Другая операция', zh: '其他变动' },
} as const

export type PaymentLineWord = keyof typeof PAYMENT_LINE_WORDS

/** A code that is new here is told without a name rather than as a code. */
export function paymentLineWord(code: string): PaymentLineWord {
  return isLineWord(code) ? code : 'other'
}

function isLineWord(code: string): code is PaymentLineWord {
  return Object.hasOwn(PAYMENT_LINE_WORDS, code)
}
