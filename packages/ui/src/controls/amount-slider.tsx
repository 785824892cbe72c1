import { currency, formatDecimal, money, parseDecimal } from '@danbao/kernel'
import { useId } from 'react'
import { type AmountView } from '../formats/money.ts'
import { useMoney } from '../formats/money-text.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import type { FieldProps } from './field.tsx'
import { TextInput } from './text-input.tsx'

const sliderWords = words({
  share: { en: 'Share of {whole}', ru: 'Доля от {whole}', zh: '占 {whole} 的比例' },
  nothing: { en: 'Nothing', ru: 'Ничего', zh: '不退' },
  all: { en: 'All: {whole}', ru: 'Всё: {whole}', zh: '全部：{whole}' },
})

/** What was typed, as the API writes it; undefined: it is no amount of this currency. */
export function readAmount(text: string, code: string): AmountView | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  const parsed = parseDecimal(plain, currency(code))
  return parsed.ok ? { value: parsed.value.minor.toString(), currency: code } : undefined
}

/** As it stands in a field: decimals of the currency, no sign of it. */
export function typeAmount({ value, currency: code }: AmountView): string {
  return formatDecimal(money(currency(code), BigInt(value)))
}

export interface AmountSliderProps extends FieldProps {
  readonly name?: string
  /** As it is typed. */
  readonly value: string
  readonly onValue: (value: string) => void
  /** The most it can be. */
  readonly whole: AmountView
}

/** A part of an amount: roughly by the slider, exactly in the field. */
export function AmountSlider({ whole, value, onValue, ...field }: AmountSliderProps) {
  const t = useWords(sliderWords)
  const tell = useMoney()
  const id = useId()
  const slide = (percent: string): void => {
    const part = (BigInt(whole.value) * BigInt(percent)) / 100n
    onValue(typeAmount({ value: part.toString(), currency: whole.currency }))
  }
  return (
    <div className="flex flex-col gap-2">
      <TextInput
        {...field}
        value={value}
        onValue={onValue}
        inputMode="decimal"
        autoComplete="off"
        end={<span className="px-2 text-small text-ink-soft">{whole.currency}</span>}
      />
      <label htmlFor={id} className="sr-only">
        {t('share', { whole: tell(whole) })}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={percentOf(value, whole)}
        aria-valuetext={`${value} ${whole.currency}`}
        onChange={(event) => slide(event.target.value)}
        className="h-11 w-full accent-jade"
      />
      <div className="flex justify-between gap-4 text-small text-ink-soft" aria-hidden>
        <span>{t('nothing')}</span>
        <span>{t('all', { whole: tell(whole) })}</span>
      </div>
    </div>
  )
}

/** Where the slider stands: a share, never an amount. */
function percentOf(text: string, whole: AmountView): number {
  const part = readAmount(text, whole.currency)
  const of = BigInt(whole.value)
  if (part === undefined || of === 0n) return 0
  const percent = (BigInt(part.value) * 100n) / of
  return percent > 100n ? 100 : Number(percent)
}
