import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '../parts/cx.ts'
import { FieldNotes, type FieldProps } from './field.tsx'

export interface CheckboxProps extends Omit<FieldProps, 'label' | 'hideLabel'> {
  readonly name?: string
  /** May hold links, e.g. to the terms. */
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
  readonly disabled?: boolean
}

export function Checkbox(props: CheckboxProps) {
  const { label, hint, error, checked, onChecked, className, name, disabled } = props
  const id = useId()
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label className="flex min-h-11 items-start gap-3 py-2.5">
        <span className="relative grid size-6 shrink-0 place-items-center">
          <input
            type="checkbox"
            name={name}
            disabled={disabled}
            checked={checked}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={
              cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) ||
              undefined
            }
            onChange={(event) => onChecked(event.target.checked)}
            className="peer size-6 appearance-none rounded-small border-2 border-edge bg-card checked:border-jade checked:bg-jade aria-invalid:border-danger"
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute size-4 text-on-jade opacity-0 peer-checked:opacity-100"
          />
        </span>
        <span>{label}</span>
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

export interface RadioOption {
  readonly value: string
  readonly label: string
  readonly text?: ReactNode
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

export interface RadioCardsProps extends FieldProps {
  readonly name?: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly options: readonly RadioOption[]
}

/** One of few, each with room to say what it means. */
export function RadioCards(props: RadioCardsProps) {
  const { label, hint, error, hideLabel, value, onValue, options, className } = props
  const id = useId()
  return (
    <fieldset
      className={cx('flex flex-col gap-2', className)}
      aria-describedby={
        cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) || undefined
      }
    >
      <legend className={hideLabel === true ? 'sr-only' : 'mb-2 font-strong'}>{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-14 items-center gap-3 rounded-card border border-edge bg-card px-4 py-3 hover:bg-well has-checked:border-2 has-checked:border-jade has-checked:bg-jade-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-jade has-disabled:opacity-55"
        >
          <input
            type="radio"
            name={props.name ?? id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            aria-invalid={error === undefined ? undefined : true}
            onChange={() => onValue(option.value)}
            className="size-5 shrink-0 appearance-none rounded-full border-2 border-edge outline-none checked:border-[6px] checked:border-jade"
          />
          {option.icon !== undefined && <span className="text-ink-soft">{option.icon}</span>}
          <span className="min-w-0">
            <span className="block font-strong">{option.label}</span>
            {option.text !== undefined && (
              <span className="block text-small text-ink-soft">{option.text}</span>
            )}
          </span>
        </label>
      ))}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}
