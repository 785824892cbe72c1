import { useCallback } from 'react'
import { cx } from '../parts/cx.ts'
import { useLocale } from '../words/language.ts'
import { type AmountView, formatMoney, moneyParts, type MoneyStyle } from './money.ts'

const SIZES = {
  small: ['text-small', ''],
  base: ['text-base', ''],
  large: ['text-large', 'text-small'],
  title: ['text-title', 'text-base'],
  figure: ['text-figure', 'text-large'],
} as const

export interface MoneyProps extends MoneyStyle {
  readonly amount: AmountView
  readonly size?: keyof typeof SIZES
  readonly strong?: boolean
  readonly className?: string
}

/** An amount: whole units large, decimals and currency smaller, never broken over two lines. */
export function Money({ amount, size = 'base', strong = true, signed, className }: MoneyProps) {
  const locale = useLocale()
  const { major, minor, unit, unitFirst } = moneyParts(amount, locale, { signed })
  const [large, small] = SIZES[size]
  return (
    <bdi
      className={cx('whitespace-nowrap tabular-nums', large, strong && 'font-strong', className)}
    >
      {unitFirst && <span className={cx(small)}>{unit}</span>}
      {major}
      <span className={cx(small)}>{minor}</span>
      {!unitFirst && <span className={cx(small)}>&nbsp;{unit}</span>}
    </bdi>
  )
}

/** Amounts as plain text, for sentences, buttons and labels. */
export function useMoney(): (amount: AmountView, style?: MoneyStyle) => string {
  const locale = useLocale()
  return useCallback((amount, style) => formatMoney(amount, locale, style), [locale])
}
