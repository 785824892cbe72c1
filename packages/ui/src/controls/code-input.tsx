import { cx } from '../parts/cx.ts'
import { BOX, Field, type FieldProps } from './field.tsx'

export interface CodeInputProps extends FieldProps {
  readonly name?: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Called once all digits are there, so that nothing need be pressed. */
  readonly onComplete?: (value: string) => void
  readonly digits?: number
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/**
 * A code from a mail, an SMS or an app: one box, so that pasting, filling in by the phone and
 * screen readers work as with any other. What is pasted may have spaces and dashes.
 */
export function CodeInput(props: CodeInputProps) {
  const { digits = 6, value, onValue, onComplete, name, autoFocus, disabled, ...field } = props
  const change = (text: string): void => {
    const typed = text.replaceAll(/\D/g, '').slice(0, digits)
    onValue(typed)
    if (typed.length === digits && typed !== value) onComplete?.(typed)
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          name={name}
          value={value}
          autoFocus={autoFocus}
          disabled={disabled}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]*"
          spellCheck={false}
          dir="ltr"
          placeholder={'·'.repeat(digits)}
          onChange={(event) => change(event.target.value)}
          className={cx(BOX, 'h-14 max-w-60 text-title font-strong tracking-[0.3em] tabular-nums')}
        />
      )}
    </Field>
  )
}
