import { words } from '@danbao/ui'

export const stateWords = words({
  awaiting: { en: 'Waiting for the money', ru: 'Ждём деньги', zh: '等待入账' },
  credited: { en: 'In your wallet', ru: 'В кошельке', zh: '已存入钱包' },
  expired: { en: 'Time is over', ru: 'Срок вышел', zh: '已过期' },
  cancelled: { en: 'Cancelled', ru: 'Отменено', zh: '已取消' },
})

/** Why money that has arrived is not in the wallet yet, in words for its owner. */
export const doubtWords = words({
  no_reference: {
    en: 'it came without a reference',
    ru: 'в переводе нет номера пополнения',
    zh: '转账中没有充值编号',
  },
  unknown_reference: {
    en: 'its reference is not known',
    ru: 'номер в переводе не найден',
    zh: '转账中的编号无法识别',
  },
  wrong_currency: { en: 'it is another currency', ru: 'другая валюта', zh: '币种不同' },
  wrong_amount: {
    en: 'it is another amount than was announced',
    ru: 'сумма не та, что была указана',
    zh: '金额与申请的不同',
  },
  not_awaited: {
    en: 'the top-up had ended before it came',
    ru: 'пополнение закончилось раньше, чем они пришли',
    zh: '款项到达时充值已结束',
  },
  other_payer: {
    en: 'somebody else seems to have sent it',
    ru: 'похоже, их отправил другой человек',
    zh: '汇款人似乎不是您本人',
  },
  not_covered: { en: 'it was taken back', ru: 'перевод отозван', zh: '款项已被撤回' },
  unknown_arrival: {
    en: 'it can not be told apart',
    ru: 'перевод не опознан',
    zh: '无法识别该款项',
  },
})
