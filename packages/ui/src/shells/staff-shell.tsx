import type { ReactNode } from 'react'
import { Wordmark } from '../brand/seal.tsx'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { Link } from './link.tsx'
import { type NavItem, OfflineBanner, shellWords, SideLink, SkipLink } from './shell-parts.tsx'

export interface StaffShellProps {
  readonly nav: readonly NavItem[]
  /** Who is signed in, the language, the way out: at the foot of the navigation. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** The console's frame: dense, everything at once, made for a wide screen and usable on a phone. */
export function StaffShell({ nav, tools, children }: StaffShellProps) {
  const t = useWords(shellWords)
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <div className="flex min-h-dvh flex-col lg:flex-row">
        <header className="flex flex-wrap items-center gap-2 border-b border-line bg-card px-3 py-2 lg:sticky lg:top-0 lg:h-dvh lg:w-56 lg:shrink-0 lg:flex-col lg:flex-nowrap lg:items-stretch lg:border-e lg:border-b-0 lg:p-4">
          <Link
            href="/"
            aria-label={t('home')}
            className="tap inline-flex items-center rounded-card"
          >
            <Wordmark size={24} />
          </Link>
          <nav
            ref={showCurrent}
            aria-label={t('main')}
            className="fade-ends order-last flex w-full gap-1 overflow-x-auto lg:order-none lg:mt-4 lg:flex-col lg:overflow-visible [&>a]:shrink-0"
          >
            {nav.map((item) => (
              <SideLink key={item.href} item={item} dense />
            ))}
          </nav>
          <div className="ms-auto flex items-center gap-2 text-small lg:ms-0 lg:mt-auto lg:flex-col lg:items-stretch">
            {tools}
          </div>
        </header>
        <main id="content" className="min-w-0 flex-1 p-4 lg:p-6">
          {children}
        </main>
      </div>
    </>
  )
}

/** On a narrow screen the page that is open may stand outside of the row. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector('[aria-current=page]')
  current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

export interface PanesProps {
  /** The queue. */
  readonly list: ReactNode
  /** The case. */
  readonly children: ReactNode
  /** The decision, with its consequence. */
  readonly side?: ReactNode
  readonly labels: readonly [list: string, content: string, side: string]
  /** What a narrow screen shows: the list, or the case with its decision. All when left out. */
  readonly narrow?: 'list' | 'content'
  /** The list is but a rail: the case needs the room. */
  readonly rail?: boolean
}

/** The staff desk: queue, case and decision beside each other, one below the other when narrow. */
export function Panes({ list, children, side, labels, narrow, rail = false }: PanesProps) {
  const hidden = 'max-xl:hidden'
  const pane =
    'min-w-0 rounded-card bg-card shadow-card xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto'
  const columns = rail
    ? 'xl:grid-cols-[4.5rem_minmax(0,1fr)_18rem]'
    : 'xl:grid-cols-[20rem_minmax(0,1fr)_20rem]'
  return (
    <div className={cx('grid items-start gap-4', columns)}>
      <section
        aria-label={labels[0]}
        className={cx(pane, rail ? 'p-2' : 'p-4', narrow === 'content' && hidden)}
      >
        {list}
      </section>
      <section aria-label={labels[1]} className={cx(pane, 'p-4', narrow === 'list' && hidden)}>
        {children}
      </section>
      {side !== undefined && (
        <section aria-label={labels[2]} className={cx(pane, 'p-4', narrow === 'list' && hidden)}>
          {side}
        </section>
      )}
    </div>
  )
}
