import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cx } from '../parts/cx.ts'

const KINDS = {
  primary: 'bg-jade text-on-jade hover:bg-jade-deep',
  secondary: 'border border-edge bg-card text-ink hover:bg-well',
  quiet: 'text-jade hover:bg-well hover:text-jade-deep',
  danger: 'bg-danger text-on-danger hover:bg-danger-deep',
} as const

export type ButtonKind = keyof typeof KINDS

export interface ButtonLook {
  readonly kind?: ButtonKind | undefined
  /** As wide as what it stands in: the one button of a phone's screen. */
  readonly wide?: boolean | undefined
  /** Less high, for the dense screens of the console. */
  readonly dense?: boolean | undefined
}

/** The look of a button, also for links that act like one. */
export function buttonClass({ kind = 'primary', wide = false, dense = false }: ButtonLook = {}) {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-card text-center font-strong',
    'transition-colors disabled:opacity-55 aria-disabled:opacity-55',
    dense ? 'min-h-9 px-3 text-small' : 'tap px-5 py-2.5',
    wide && 'w-full',
    KINDS[kind],
  )
}

export interface ButtonProps extends ButtonLook {
  readonly children: ReactNode
  readonly icon?: LucideIcon
  readonly type?: 'button' | 'submit'
  /** Under way: keeps its size and its focus, turns its wheel, does nothing more. */
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  readonly className?: string
  readonly form?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-keyshortcuts'?: string
}

export function Button(props: ButtonProps) {
  const { children, icon: Icon, busy = false, type = 'button', onClick, className, ...rest } = props
  const { kind, wide, dense, ...native } = rest
  return (
    <button
      {...native}
      type={type}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      className={cx(buttonClass({ kind, wide, dense }), className)}
    >
      {busy ? (
        <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin" />
      ) : (
        Icon !== undefined && <Icon aria-hidden className="size-5 shrink-0" />
      )}
      <span>{children}</span>
    </button>
  )
}

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** Its name, for everybody who does not know the picture. */
  readonly label: string
  readonly onClick?: ComponentProps<'button'>['onClick']
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

export function IconButton({ icon: Icon, label, pressed, className, ...native }: IconButtonProps) {
  return (
    <button
      {...native}
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      className={cx(
        'tap inline-grid place-items-center rounded-card text-ink-soft hover:bg-well hover:text-ink',
        className,
      )}
    >
      <Icon aria-hidden className="size-5" />
    </button>
  )
}
