import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '../parts/cx.ts'

export interface FieldProps {
  readonly label: string
  /** One sentence that helps before anything is typed. */
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** For a label that is clear from what stands around it; screen readers still get it. */
  readonly hideLabel?: boolean
  readonly className?: string
}

/** What ties an input to its label, hint and error. */
export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** An input's surroundings: the label above, the hint and the error below. */
export function Field({
  label,
  hint,
  error,
  hideLabel = false,
  className,
  children,
}: FieldProps & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-strong'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': cx(...described) || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

export function FieldNotes({
  id,
  hint,
  error,
}: Pick<FieldProps, 'hint' | 'error'> & { readonly id: string }) {
  return (
    <>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-small text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-ink-soft">
          {hint}
        </p>
      )}
    </>
  )
}

/** The box that text is typed into; every input looks like this. */
export const BOX =
  'tap w-full rounded-card border border-edge bg-card px-3 py-2 text-base text-ink ' +
  'placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger ' +
  'focus-visible:outline-offset-0 disabled:bg-well disabled:text-ink-soft'
