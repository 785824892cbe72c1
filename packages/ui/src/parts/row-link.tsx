import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '../shells/link.tsx'

export interface RowLinkProps {
  readonly href: string
  readonly title: string
  readonly text?: ReactNode
  readonly icon?: LucideIcon
  /** Before the arrow: a state or an amount. */
  readonly end?: ReactNode
}

/** One row of a list that leads somewhere; the whole row is the link. */
export function RowLink({ href, title, text, icon: Icon, end }: RowLinkProps) {
  return (
    <Link
      href={href}
      className="-mx-2 flex min-h-14 items-center gap-3 rounded-card px-2 py-2 hover:bg-well"
    >
      {Icon !== undefined && <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-40 flex-1">
          <span className="block">{title}</span>
          {text !== undefined && <span className="block text-small text-ink-soft">{text}</span>}
        </span>
        {end}
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft rtl:rotate-180" />
    </Link>
  )
}
