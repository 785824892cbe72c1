import type { ReactNode } from 'react'
import { Link } from '../shells/link.tsx'
import { cx } from './cx.ts'

const CARD = 'block rounded-card bg-card shadow-card'

export interface CardProps {
  readonly children: ReactNode
  readonly title?: string
  /** At the end of the title's row: a link or a small button. */
  readonly action?: ReactNode
  /** Makes the whole card one link. */
  readonly href?: string
  readonly className?: string
}

export function Card({ children, title, action, href, className }: CardProps) {
  const inside = (
    <>
      {(title !== undefined || action !== undefined) && (
        <div className="mb-3 flex items-center justify-between gap-4">
          {title !== undefined && <h2 className="text-large font-strong">{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </>
  )
  const look = cx(CARD, 'p-4 sm:p-5', className)
  if (href === undefined) return <section className={look}>{inside}</section>
  return (
    <Link href={href} className={cx(look, 'transition-colors hover:bg-well')}>
      {inside}
    </Link>
  )
}

/** Rows of names and values, as on a form that was filled in. */
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[]
}) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="min-w-0 text-end">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
