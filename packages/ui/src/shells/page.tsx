import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { Link } from './link.tsx'
import { shellWords } from './shell-parts.tsx'

export interface PageProps {
  readonly title: string
  /** One or two sentences: what this page is for. */
  readonly intro?: ReactNode
  /** Where the arrow leads. */
  readonly back?: string
  /** At the end of the title's row. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

// The first page of a visit leaves the focus where the browser put it.
let pagesShown = 0

/** One screen: its title names the tab and takes the focus, so that screen readers know. */
export function Page({ title, intro, back, actions, children }: PageProps) {
  const t = useWords(shellWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Danbao`
  }, [title])
  useEffect(() => {
    pagesShown += 1
    const field = document.activeElement instanceof HTMLInputElement
    if (pagesShown > 1 && !field) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="flex animate-appear flex-col gap-5">
      <header>
        {back !== undefined && (
          <Link
            href={back}
            className="tap -ms-2 mb-1 inline-flex items-center gap-1.5 rounded-card px-2 text-ink-soft hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
            {t('back')}
          </Link>
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-title font-strong text-balance outline-none"
          >
            {title}
          </h1>
          {actions}
        </div>
        {intro !== undefined && <div className="mt-1.5 text-ink-soft">{intro}</div>}
      </header>
      {children}
    </div>
  )
}
