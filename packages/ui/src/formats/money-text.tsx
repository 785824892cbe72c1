import { useCallback } from 'react'
import { cx } from '../parts/cx.ts'
import { useLocale } from '../words/language.ts'
import { type AmountView, formatMoney, moneyParts, type MoneyStyle } from './money.ts'

const SIZES = {
  /** As the text around it. */
  inherit: ['', ''],
  small: ['text-small', ''],
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
export function Money(props: MoneyProps) {
  const { amount, size = 'inherit', strong = true, signed, className } = props
  const locale = useLocale()
  const [large, small] = SIZES[size]
  return (
    <bdi
      className={cx('whitespace-nowrap tabular-nums', large, strong && 'font-strong', className)}
    >
      {moneyParts(amount, locale, { signed }).map((part, at) =>
        part.large ? (
          part.text
        ) : (
          <span key={at} className={small}>
            {part.text}
          </span>
        ),
      )}
    </bdi>
  )
}

/** Amounts as plain text, for sentences, buttons and labels. */
export function useMoney(): (amount: AmountView, style?: MoneyStyle) => string {
  const locale = useLocale()
  return useCallback((amount, style) => formatMoney(amount, locale, style), [locale])
}
