import { ChevronDown } from 'lucide-react'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { BOX, Field, type FieldProps } from './field.tsx'

const selectWords = words({ choose: { en: 'Choose …', ru: 'Выберите…', zh: '请选择…' } })

export interface Option {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps extends FieldProps {
  readonly name?: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly options: readonly Option[]
  /** Shown while the value is empty; `false`: there always is a value. */
  readonly placeholder?: string | false
  readonly disabled?: boolean
  readonly autoComplete?: string
}

/** One of some. The browser's own list: on a phone nothing is easier to use. */
export function Select(props: SelectProps) {
  const { options, value, onValue, placeholder, name, disabled, autoComplete, ...field } = props
  const t = useWords(selectWords)
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="relative block">
          <select
            {...wiring}
            name={name}
            value={value}
            disabled={disabled}
            autoComplete={autoComplete}
            onChange={(event) => onValue(event.target.value)}
            className={cx(BOX, 'appearance-none truncate pe-11')}
          >
            {placeholder !== false && (
              <option value="" disabled>
                {placeholder ?? t('choose')}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-soft"
          />
        </span>
      )}
    </Field>
  )
}
