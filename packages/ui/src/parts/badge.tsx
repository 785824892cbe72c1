import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Seal } from '../brand/seal.tsx'
import { cx } from './cx.ts'
import { initials } from './initials.ts'

const KINDS = {
  neutral: 'bg-well text-ink',
  success: 'bg-jade-wash text-jade',
  attention: 'bg-amber-wash text-amber',
  danger: 'bg-danger-wash text-danger',
} as const

export interface BadgeProps {
  readonly kind?: keyof typeof KINDS
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** A state in one word. The colour underlines the word, it never replaces it. */
export function Badge({ kind = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={cx(SHAPE, KINDS[kind])}>
      {Icon !== undefined && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </span>
  )
}

/** Held money, with its seal. */
export function HeldBadge({ children }: { readonly children: ReactNode }) {
  return (
    <span className={cx(SHAPE, 'bg-seal-wash text-seal-ink')}>
      <Seal size={14} />
      {children}
    </span>
  )
}

const SHAPE = 'inline-flex items-center gap-1.5 rounded-small px-2 py-0.5 text-small font-strong'

export interface AvatarProps {
  readonly name: string
  readonly size?: 'small' | 'base' | 'large'
}

const SIZES = { small: 'size-8 text-small', base: 'size-11', large: 'size-16 text-title' } as const

/** Somebody by their initials; the name stands beside it, so it is silent. */
export function Avatar({ name, size = 'base' }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center rounded-full bg-well font-strong text-ink-soft',
        SIZES[size],
      )}
    >
      {initials(name)}
    </span>
  )
}
