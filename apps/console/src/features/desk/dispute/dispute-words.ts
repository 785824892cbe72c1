import { words } from '@danbao/ui'

export const disputeStateWords = words({
  awaiting_seller: { en: 'Seller to answer', ru: 'Ждёт продавца', zh: '待卖家回应' },
  negotiating: { en: 'Negotiating', ru: 'Договариваются', zh: '协商中' },
  awaiting_return: { en: 'Goods to be sent back', ru: 'Ждёт возврата товара', zh: '待退货' },
  return_shipped: { en: 'Goods on their way back', ru: 'Товар едет обратно', zh: '退货途中' },
  escalated: { en: 'To be decided', ru: 'Ждёт решения', zh: '待裁决' },
  decided: { en: 'Decided, can be appealed', ru: 'Решено, можно обжаловать', zh: '已裁决，可申诉' },
  closed: { en: 'Closed', ru: 'Закрыт', zh: '已关闭' },
})

export const disputeReasonWords = words({
  not_received: { en: 'Not received', ru: 'Не получено', zh: '未收到商品' },
  not_as_described: { en: 'Not as described', ru: 'Не по описанию', zh: '与描述不符' },
  damaged: { en: 'Damaged', ru: 'Повреждено', zh: '商品损坏' },
  counterfeit: { en: 'Counterfeit', ru: 'Подделка', zh: '假货' },
  wrong_amount: { en: 'Wrong amount', ru: 'Не та сумма', zh: '金额不符' },
  unauthorised: { en: 'Not bought by the owner', ru: 'Покупал не владелец', zh: '非本人购买' },
  other: { en: 'Other', ru: 'Другое', zh: '其他' },
})

export const outcomeWords = words({
  withdrawn: { en: 'Withdrawn', ru: 'Отозван', zh: '已撤回' },
  released: { en: 'Money to the seller', ru: 'Деньги у продавца', zh: '已放款给卖家' },
  refunded: { en: 'Money back to the buyer', ru: 'Деньги у покупателя', zh: '已退款给买家' },
  split: { en: 'Divided', ru: 'Разделены', zh: '已分配' },
  dismissed: { en: 'Claim dismissed', ru: 'Претензия отклонена', zh: '索赔驳回' },
  granted: { en: 'Claim granted', ru: 'Претензия удовлетворена', zh: '索赔成立' },
})

export const sideWords = words({
  buyer: { en: 'Buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
})
