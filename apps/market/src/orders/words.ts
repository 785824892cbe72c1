import type { DisputeView, PaymentState, PaymentView } from '@danbao/sdk'
import type { InEachLanguage } from '../page/language.ts'

type Due = NonNullable<PaymentView['due']>['what']
type States = Readonly<Record<PaymentState, string>>

/** `#` stands for a time or an amount. */
export interface OrderWords {
  readonly title: string
  readonly one: string
  readonly none: string
  readonly madeAt: string
  readonly parcelFrom: string
  readonly states: States
  readonly forBuyer: States
  readonly due: Readonly<Record<Due, string>>
  readonly steps: readonly [paid: string, sent: string, arrived: string, done: string]
  readonly progress: string
  readonly tracking: string
  readonly total: string
  readonly refunded: string
  readonly reason: string
  readonly payNow: string
  readonly payHint: string
  readonly open: string
  readonly confirm: string
  readonly thanks: string
  readonly stale: string
  readonly guest: string
  readonly dispute: DisputeWords
}

interface DisputeWords {
  readonly title: string
  readonly reasons: Readonly<Record<DisputeView['reason'], string>>
  readonly states: Readonly<Record<DisputeView['state'], string>>
  readonly claimed: string
  readonly offered: string
  readonly withReturn: string
  readonly due: string
  readonly answer: string
}

const en: OrderWords = {
  title: 'Orders',
  one: 'Order',
  none: 'You have not ordered anything yet.',
  madeAt: 'Ordered on',
  parcelFrom: 'Parcel from',
  states: {
    requires_payment: 'Not paid',
    verifying: 'Payment is checked',
    held: 'Paid, to be sent',
    shipped: 'On its way',
    delivered: 'Arrived',
    disputed: 'Problem reported',
    released: 'Completed',
    split: 'Settled',
    refunded: 'Money returned',
    cancelled: 'Cancelled',
    expired: 'Not paid in time',
  },
  forBuyer: {
    requires_payment: 'Pay at Danbao, and the workshop begins to pack.',
    verifying: 'Danbao checks the payment. Your money is safe; the workshop waits with sending.',
    held: 'Danbao holds your money. The workshop packs the parcel now.',
    shipped: 'The parcel is on its way. Danbao holds your money until it has arrived.',
    delivered:
      'The parcel has arrived. Confirm at Danbao that all is well, or report a problem there.',
    disputed: 'You reported a problem. The money stays held until it is settled.',
    released: 'The workshop has been paid. Thank you for your order.',
    split: 'Part of the money went back to you, the rest to the workshop.',
    refunded: 'All the money is back in your Danbao wallet.',
    cancelled: 'This parcel was cancelled. What you paid is back in your Danbao wallet.',
    expired: 'It was not paid in time. Nothing was charged.',
  },
  due: {
    pay: 'You can pay until #; then the order lapses.',
    check: 'That takes until # at most; then the money goes back to you.',
    ship: 'The workshop has until # to send it, else the money goes back to you by itself.',
    confirmation: 'If you say nothing, the workshop is paid on #.',
    inspection: 'Look at it until #. If you say nothing, the workshop is paid then.',
  },
  steps: ['Paid', 'Sent', 'Arrived', 'Completed'],
  progress: 'Progress',
  tracking: 'Tracking',
  total: 'Total',
  refunded: 'Returned to you: #',
  reason: 'Reason',
  payNow: 'Pay now at Danbao',
  payHint: 'The goods are kept for you until you have paid.',
  open: 'Open in Danbao',
  confirm: 'Confirm or report a problem',
  thanks: 'Thank you! It is paid, and Danbao holds the money.',
  stale: 'Danbao does not answer right now. This is what it said on #.',
  guest: 'You see your orders on this device. Sign in to see them everywhere.',
  dispute: {
    title: 'The problem',
    reasons: {
      not_received: 'It has not arrived',
      not_as_described: 'It is not as described',
      damaged: 'It is damaged',
      counterfeit: 'It is a fake',
      wrong_amount: 'The amount is wrong',
      unauthorised: 'Not ordered by the buyer',
      other: 'Something else',
    },
    states: {
      awaiting_seller: 'The workshop has to answer.',
      negotiating: 'Both sides look for an agreement.',
      awaiting_return: 'Agreed. The goods have to be sent back.',
      return_shipped: 'The goods are on their way back.',
      escalated: 'The staff of Danbao decide.',
      decided: 'Danbao has decided. The money moves soon.',
      closed: 'Settled.',
    },
    claimed: 'Wanted back: #',
    offered: 'The workshop offers: #',
    withReturn: 'with the goods sent back',
    due: 'Next step until #.',
    answer: 'Go on at Danbao',
  },
}

const ru: OrderWords = {
  title: 'Заказы',
  one: 'Заказ',
  none: 'Вы пока ничего не заказали.',
  madeAt: 'Заказ от',
  parcelFrom: 'Посылка от',
  states: {
    requires_payment: 'Не оплачен',
    verifying: 'Проверка платежа',
    held: 'Оплачен, ждёт отправки',
    shipped: 'В пути',
    delivered: 'Доставлен',
    disputed: 'Есть проблема',
    released: 'Завершён',
    split: 'Улажено',
    refunded: 'Деньги возвращены',
    cancelled: 'Отменён',
    expired: 'Не оплачен в срок',
  },
  forBuyer: {
    requires_payment: 'Оплатите через Danbao, и мастерская начнёт собирать посылку.',
    verifying:
      'Danbao проверяет платёж. Ваши деньги в безопасности; мастерская пока не отправляет.',
    held: 'Danbao хранит ваши деньги. Мастерская собирает посылку.',
    shipped: 'Посылка в пути. Danbao хранит ваши деньги, пока она не придёт.',
    delivered: 'Посылка доставлена. Подтвердите в Danbao, что всё хорошо, или сообщите о проблеме.',
    disputed: 'Вы сообщили о проблеме. Деньги остаются под защитой, пока она не решена.',
    released: 'Мастерская получила деньги. Спасибо за заказ!',
    split: 'Часть денег вернулась к вам, остальное получила мастерская.',
    refunded: 'Все деньги вернулись в ваш кошелёк Danbao.',
    cancelled: 'Посылка отменена. Всё, что вы заплатили, вернулось в ваш кошелёк Danbao.',
    expired: 'Заказ не был оплачен вовремя. Деньги не списаны.',
  },
  due: {
    pay: 'Оплатить можно до #; потом заказ аннулируется.',
    check: 'Это займёт время самое позднее до #; потом деньги вернутся к вам.',
    ship: 'Мастерская должна отправить посылку до #, иначе деньги сами вернутся к вам.',
    confirmation: 'Если вы ничего не сообщите, мастерская получит деньги #.',
    inspection: 'Проверьте посылку до #. Если вы ничего не сообщите, мастерская получит деньги.',
  },
  steps: ['Оплата', 'Отправка', 'Доставка', 'Завершение'],
  progress: 'Ход заказа',
  tracking: 'Трек-номер',
  total: 'Итого',
  refunded: 'Возвращено вам: #',
  reason: 'Причина',
  payNow: 'Оплатить в Danbao',
  payHint: 'Товары отложены для вас, пока вы не оплатите.',
  open: 'Открыть в Danbao',
  confirm: 'Подтвердить или сообщить о проблеме',
  thanks: 'Спасибо! Заказ оплачен, деньги хранит Danbao.',
  stale: 'Danbao сейчас не отвечает. Здесь то, что было известно #.',
  guest: 'Заказы видны на этом устройстве. Войдите, чтобы видеть их везде.',
  dispute: {
    title: 'Проблема',
    reasons: {
      not_received: 'Посылка не пришла',
      not_as_described: 'Не соответствует описанию',
      damaged: 'Вещь повреждена',
      counterfeit: 'Это подделка',
      wrong_amount: 'Неверная сумма',
      unauthorised: 'Покупатель этого не заказывал',
      other: 'Другое',
    },
    states: {
      awaiting_seller: 'Мастерская должна ответить.',
      negotiating: 'Стороны ищут соглашение.',
      awaiting_return: 'Договорились. Вещь нужно отправить обратно.',
      return_shipped: 'Вещь едет обратно.',
      escalated: 'Решают сотрудники Danbao.',
      decided: 'Danbao принял решение. Деньги скоро будут переведены.',
      closed: 'Вопрос решён.',
    },
    claimed: 'Просят вернуть: #',
    offered: 'Мастерская предлагает: #',
    withReturn: 'с возвратом вещи',
    due: 'Следующий шаг — до #.',
    answer: 'Продолжить в Danbao',
  },
}

const zh: OrderWords = {
  title: '订单',
  one: '订单',
  none: '您还没有订单。',
  madeAt: '下单时间',
  parcelFrom: '包裹来自',
  states: {
    requires_payment: '待付款',
    verifying: '付款审核中',
    held: '已付款，待发货',
    shipped: '运输中',
    delivered: '已送达',
    disputed: '有问题待处理',
    released: '已完成',
    split: '已协商解决',
    refunded: '已退款',
    cancelled: '已取消',
    expired: '超时未付款',
  },
  forBuyer: {
    requires_payment: '请在 Danbao 付款，工坊随即开始打包。',
    verifying: 'Danbao 正在审核付款。您的资金安全，工坊暂不发货。',
    held: 'Danbao 保管着您的款项，工坊正在打包。',
    shipped: '包裹运输中。送达之前，款项由 Danbao 保管。',
    delivered: '包裹已送达。请在 Danbao 确认收货，或反馈问题。',
    disputed: '您已反馈问题。解决之前，款项一直由 Danbao 保管。',
    released: '工坊已收到款项。感谢您的订购！',
    split: '部分款项已退还给您，其余已付给工坊。',
    refunded: '全部款项已退回您的 Danbao 钱包。',
    cancelled: '此包裹已取消。您支付的款项已退回 Danbao 钱包。',
    expired: '未在期限内付款，没有扣款。',
  },
  due: {
    pay: '请在 # 前付款，逾期订单失效。',
    check: '最迟 # 完成审核，否则款项退还给您。',
    ship: '工坊须在 # 前发货，否则款项自动退还给您。',
    confirmation: '如您没有反馈，工坊将于 # 收到款项。',
    inspection: '请在 # 前验货。如您没有反馈，届时款项将付给工坊。',
  },
  steps: ['付款', '发货', '送达', '完成'],
  progress: '进度',
  tracking: '物流单号',
  total: '合计',
  refunded: '已退还给您：#',
  reason: '原因',
  payNow: '前往 Danbao 付款',
  payHint: '付款之前，商品为您保留。',
  open: '在 Danbao 中查看',
  confirm: '确认收货或反馈问题',
  thanks: '谢谢！付款成功，款项由 Danbao 保管。',
  stale: 'Danbao 暂时没有响应。以下为 # 的信息。',
  guest: '您可以在此设备上查看订单。登录后可在任何设备查看。',
  dispute: {
    title: '问题详情',
    reasons: {
      not_received: '没有收到商品',
      not_as_described: '与描述不符',
      damaged: '商品损坏',
      counterfeit: '商品为假货',
      wrong_amount: '金额有误',
      unauthorised: '非买家本人下单',
      other: '其他',
    },
    states: {
      awaiting_seller: '等待工坊答复。',
      negotiating: '双方正在协商。',
      awaiting_return: '已达成一致，商品须寄回。',
      return_shipped: '商品正在寄回途中。',
      escalated: '由 Danbao 工作人员裁决。',
      decided: 'Danbao 已作出裁决，款项即将处理。',
      closed: '已解决。',
    },
    claimed: '要求退还：#',
    offered: '工坊提议退还：#',
    withReturn: '并寄回商品',
    due: '下一步须在 # 前完成。',
    answer: '前往 Danbao 继续处理',
  },
}

export const ORDER_WORDS: InEachLanguage<OrderWords> = { en, ru, zh }
