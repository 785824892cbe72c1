/** What a receipt says, on the screen and on paper. */
export const RECEIPT_WORDS = {
  title: { en: 'Receipt', ru: 'Квитанция', zh: '收据' },
  buyer: { en: 'Buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  shop: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  goods: { en: 'Goods', ru: 'Товар', zh: '商品' },
  order: { en: 'Order', ru: 'Заказ', zh: '订单' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  paid: { en: 'Paid', ru: 'Оплачено', zh: '付款时间' },
  number: { en: 'Payment number', ru: 'Номер платежа', zh: '付款编号' },
  movements: { en: 'Movements', ru: 'Операции', zh: '资金变动' },
  foot: {
    en: 'Payment through Danbao: the money was held until the buyer confirmed or the time was over.',
    ru: 'Платёж через Danbao: деньги удерживались до подтверждения покупателем или до конца срока.',
    zh: '通过 Danbao 付款：资金担保至买家确认或期限届满。',
  },
} as const

/** The sums of a statement, on the screen and on paper. */
export const STATEMENT_WORDS = {
  opening: { en: 'At the beginning', ru: 'На начало', zh: '期初余额' },
  came: { en: 'Came in', ru: 'Поступило', zh: '收入' },
  went: { en: 'Went out', ru: 'Списано', zh: '支出' },
  closing: { en: 'At the end', ru: 'На конец', zh: '期末余额' },
} as const
