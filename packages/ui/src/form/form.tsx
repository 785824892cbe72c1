import type { ReactNode } from 'react'
import { RefusalNote } from '../parts/refusal-note.tsx'
import { cx } from '../parts/cx.ts'
import type { FormValues } from './draft.ts'
import type { FormHandle } from './use-form.ts'

export interface FormProps<V extends FormValues> {
  readonly form: FormHandle<V>
  readonly children: ReactNode
  readonly label?: string
  readonly className?: string
}

/** The element of a form; what the whole of it was refused for stands first and comes into view. */
export function Form<V extends FormValues>({ form, children, label, className }: FormProps<V>) {
  return (
    <form
      ref={form.ref}
      onSubmit={form.onSubmit}
      aria-label={label}
      aria-busy={form.busy}
      className={cx('flex flex-col gap-5', className)}
      noValidate
    >
      {form.refusal !== undefined && <RefusalNote error={form.refusal} />}
      {children}
    </form>
  )
}
