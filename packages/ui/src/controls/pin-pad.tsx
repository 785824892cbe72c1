import { Delete } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { FieldNotes, type FieldProps } from './field.tsx'

const pinWords = words({
  typed: {
    en: '{count, plural, =0 {No digits typed} one {# digit of 6 typed} other {# digits of 6 typed}}',
    ru: '{count, plural, =0 {Цифры не введены} one {Введена # цифра из 6} few {Введено # цифры из 6} many {Введено # цифр из 6} other {Введено # цифры из 6}}',
    zh: '{count, plural, =0 {尚未输入} other {已输入 # 位，共 6 位}}',
  },
  erase: { en: 'Erase the last digit', ru: 'Стереть последнюю цифру', zh: '删除上一位' },
})

const DIGITS = 6
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export interface PinPadProps extends FieldProps {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly onComplete?: (value: string) => void
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

/** The six-digit payment password: a pad for thumbs that also takes the keyboard. Shows no digits. */
export function PinPad(props: PinPadProps) {
  const { label, hint, error, hideLabel, value, onValue, onComplete, disabled, className } = props
  const t = useWords(pinWords)
  const id = useId()
  const pad = useRef<HTMLDivElement>(null)
  // The attribute does nothing on what is no input.
  useEffect(() => {
    if (props.autoFocus === true) pad.current?.focus()
  }, [props.autoFocus])
  const add = (digit: string): void => {
    if (disabled === true || value.length >= DIGITS) return
    onValue(value + digit)
    if (value.length + 1 === DIGITS) onComplete?.(value + digit)
  }
  const erase = (): void => onValue(value.slice(0, -1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (/^\d$/.test(event.key)) add(event.key)
    if (event.key === 'Backspace') erase()
  }
  return (
    <div
      role="group"
      // Focused by the form when something is wrong with it, and by hand to type.
      tabIndex={0}
      ref={pad}
      aria-labelledby={`${id}-label`}
      aria-describedby={cx(`${id}-typed`, hint !== undefined && `${id}-hint`)}
      aria-invalid={error === undefined ? undefined : true}
      onKeyDown={onKeyDown}
      className={cx('flex flex-col items-center gap-4 rounded-card p-2', className)}
    >
      <p id={`${id}-label`} className={hideLabel === true ? 'sr-only' : 'font-strong'}>
        {label}
      </p>
      <p id={`${id}-typed`} className="sr-only" aria-live="polite">
        {t('typed', { count: value.length })}
      </p>
      <Dots count={value.length} />
      <FieldNotes id={id} hint={hint} error={error} />
      <div dir="ltr" className="grid w-full max-w-70 grid-cols-3 gap-2">
        {KEYS.map((digit) => (
          <Key key={digit} onPress={() => add(digit)} disabled={disabled}>
            {digit}
          </Key>
        ))}
        <span />
        <Key onPress={() => add('0')} disabled={disabled}>
          0
        </Key>
        <button
          type="button"
          onClick={erase}
          disabled={disabled}
          aria-label={t('erase')}
          className="tap grid place-items-center rounded-card text-ink-soft hover:bg-well"
        >
          <Delete aria-hidden className="size-6" />
        </button>
      </div>
    </div>
  )
}

function Dots({ count }: { readonly count: number }) {
  return (
    <span aria-hidden className="flex gap-3">
      {Array.from({ length: DIGITS }, (_, at) => (
        <span
          key={at}
          className={cx(
            'size-3.5 rounded-full border-2 border-edge transition-colors',
            at < count && 'border-jade bg-jade',
          )}
        />
      ))}
    </span>
  )
}

interface KeyProps {
  readonly children: string
  readonly onPress: () => void
  readonly disabled: boolean | undefined
}

function Key({ children, onPress, disabled }: KeyProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={disabled}
      className="h-14 rounded-card border border-line bg-card text-title hover:bg-well active:bg-jade-wash"
    >
      {children}
    </button>
  )
}
