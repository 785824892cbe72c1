import { type Bar, useMoney, useWords, words } from '@danbao/ui'
import { useMay } from '../../session.ts'
import { type PaymentFilter, paymentsAddress } from '../common/payments-address.ts'

const drillWords = words({
  payments: {
    en: '{count, plural, one {# payment} other {# payments}}',
    ru: '{count, plural, one {# платёж} few {# платежа} many {# платежей} other {# платежа}}',
    zh: '{count, plural, other {# 笔付款}}',
  },
  sum: { en: '{amount} · {payments}', ru: '{amount} · {payments}', zh: '{amount} · {payments}' },
})

interface Figure {
  readonly key: string
  readonly label: string
  readonly payments: number
  /** Whose payments they are. */
  readonly filter: PaymentFilter
  readonly marked?: boolean
}

export interface Drill {
  /** As high as there are payments. */
  readonly counted: (figure: Figure) => Bar
  /** As high as their money: minor units of the currency in the filter. */
  readonly summed: (figure: Figure & { readonly value: string; readonly currency: string }) => Bar
}

/** Bars that lead to their payments, for those who may see these. */
export function useDrill(): Drill {
  const t = useWords(drillWords)
  const money = useMoney()
  const leads = useMay()('payment.read')
  const bar = ({ key, label, payments, filter, marked = false }: Figure) => {
    const href = leads && payments > 0 ? paymentsAddress(filter) : undefined
    return { key, label, marked, href }
  }
  return {
    counted: (figure) => ({
      ...bar(figure),
      value: BigInt(figure.payments),
      text: figure.payments === 0 ? '0' : t('payments', { count: figure.payments }),
    }),
    summed: (figure) => {
      const { value, currency, filter, payments } = figure
      const amount = money({ value, currency })
      const many = t('payments', { count: payments })
      const text = payments === 0 ? amount : t('sum', { amount, payments: many })
      return { ...bar({ ...figure, filter: { ...filter, currency } }), value: BigInt(value), text }
    },
  }
}
