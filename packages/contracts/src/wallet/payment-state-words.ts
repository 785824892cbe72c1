import type { PaymentState } from '../payments.ts'

/** The state of a payment in one word, on screens and documents. */
export const PAYMENT_STATE_WORDS = {
  requires_payment: { en: 'To be paid', ru: 'Ждёт оплаты', zh: '待付款' },
  verifying: { en: 'Being checked', ru: 'Проверяется', zh: '核查中' },
  held: { en: 'Held', ru: 'Удержан', zh: '担保中' },
  shipped: { en: 'Shipped', ru: 'Отправлен', zh: '已发货' },
  delivered: { en: 'Delivered', ru: 'Доставлен', zh: '已送达' },
  disputed: { en: 'Disputed', ru: 'Оспорен', zh: '争议中' },
  released: { en: 'Released', ru: 'Выплачен продавцу', zh: '已放款' },
  split: { en: 'Split', ru: 'Разделён', zh: '已拆分' },
  refunded: { en: 'Refunded', ru: 'Возвращён', zh: '已退款' },
  cancelled: { en: 'Cancelled', ru: 'Отменён', zh: '已取消' },
  expired: { en: 'Expired', ru: 'Истёк', zh: '已过期' },
} as const satisfies Record<PaymentState, Readonly<Record<'en' | 'ru' | 'zh', string>>>
