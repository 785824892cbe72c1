import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../parts/cx.ts'
import { BOX, Field, type FieldProps } from './field.tsx'

type Native = Pick<
  ComponentProps<'input'>,
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'placeholder'
  | 'maxLength'
  | 'disabled'
  | 'readOnly'
  | 'onBlur'
  | 'dir'
  | 'lang'
  | 'autoCapitalize'
  | 'spellCheck'
  | 'min'
  | 'max'
>

export interface TextInputProps extends FieldProps, Native {
  readonly name?: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'password'
  /** Inside of the box, after the text: a button or a unit. */
  readonly end?: ReactNode
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { label, hint, error, hideLabel, className, onValue, end, type = 'text', ...native } = props
  const field = { label, hint, error, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Field {...field} className={cx(className)}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...native}
            {...wiring}
            type={type}
            className={cx(BOX, end !== undefined && 'pe-13')}
            onChange={(event) => onValue(event.target.value)}
          />
          {end !== undefined && (
            <span className="absolute inset-y-0 end-1 flex items-center">{end}</span>
          )}
        </span>
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly name?: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly rows?: number
  readonly maxLength?: number
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** Several lines of text. */
export function TextArea({ onValue, rows = 4, ...props }: TextAreaProps) {
  const { label, hint, error, hideLabel, className, ...native } = props
  const field = { label, hint, error, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Field {...field} className={cx(className)}>
      {(wiring) => (
        <textarea
          {...native}
          {...wiring}
          rows={rows}
          className={cx(BOX, 'resize-y')}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
