import type { ReactNode } from 'react'
import { Wordmark } from '../brand/seal.tsx'
import { useWords } from '../words/use-words.ts'
import { Link } from './link.tsx'
import { type NavItem, OfflineBanner, shellWords, SideLink, SkipLink } from './shell-parts.tsx'

export interface PageShellProps {
  /** At most five: they stand at the bottom of a phone. */
  readonly nav: readonly NavItem[]
  /** At the end of the top bar. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** The wallet's frame: navigation in reach of the thumb on a phone, at the side elsewhere. */
export function PageShell({ nav, tools, children }: PageShellProps) {
  const t = useWords(shellWords)
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <div className="mx-auto flex min-h-dvh max-w-5xl flex-col lg:flex-row lg:gap-8 lg:px-6">
        <header className="flex items-center justify-between gap-2 px-4 py-2 lg:sticky lg:top-0 lg:h-dvh lg:w-56 lg:shrink-0 lg:flex-col lg:items-stretch lg:justify-start lg:gap-6 lg:px-0 lg:py-6">
          <Link
            href="/"
            aria-label={t('home')}
            className="tap inline-flex items-center rounded-card"
          >
            <Wordmark />
          </Link>
          <nav aria-label={t('main')} className="hidden flex-col gap-1 lg:flex">
            {nav.map((item) => (
              <SideLink key={item.href} item={item} />
            ))}
          </nav>
          <div className="flex items-center gap-1 lg:mt-auto">{tools}</div>
        </header>
        <main
          id="content"
          className="w-full max-w-[45rem] min-w-0 flex-1 px-4 pt-2 pb-28 lg:px-0 lg:pt-8 lg:pb-16"
        >
          {children}
        </main>
      </div>
      <BottomNav nav={nav} label={t('main')} />
    </>
  )
}

function BottomNav({ nav, label }: { readonly nav: readonly NavItem[]; readonly label: string }) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-card pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {nav.map(({ href, label, icon: Icon, current, count = 0 }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="flex min-h-15 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-ink-soft focus-visible:-outline-offset-2 aria-[current=page]:font-strong aria-[current=page]:text-jade"
        >
          <span className="relative">
            <Icon aria-hidden className="size-6" />
            {count > 0 && (
              <span className="absolute -end-2 -top-1 size-2.5 rounded-full bg-amber" />
            )}
          </span>
          <span className="max-w-full truncate text-[0.6875rem] leading-4">
            {label}
            {count > 0 && <span className="sr-only"> ({count})</span>}
          </span>
        </Link>
      ))}
    </nav>
  )
}

/** The frame of those who are not signed in: the mark, one card, the language. */
export function EntryShell({
  tools,
  children,
}: {
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  const t = useWords(shellWords)
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <div className="mx-auto flex min-h-dvh w-full max-w-120 flex-col px-4 pb-12">
        <header className="flex items-center justify-between py-4">
          <Link
            href="/"
            aria-label={t('home')}
            className="tap inline-flex items-center rounded-card"
          >
            <Wordmark />
          </Link>
          {tools}
        </header>
        <main id="content" className="flex-1 sm:pt-6">
          {children}
        </main>
      </div>
    </>
  )
}
