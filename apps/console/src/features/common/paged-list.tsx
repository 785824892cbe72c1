import { Button, Loaded, type Loadable, useWords, words } from '@danbao/ui'
import type { ReactNode } from 'react'

interface Pages<T> {
  readonly pages: readonly { readonly data: readonly T[] }[]
}

export interface PagedListProps<T> {
  readonly query: Loadable<Pages<T>> & MoreButtonProps['query']
  readonly skeleton: ReactNode
  /** Stands there instead of a list that has nothing; absent: the list says so itself. */
  readonly empty?: ReactNode
  readonly children: (rows: readonly T[]) => ReactNode
}

/** What was read of a list so far, with the way to more of it. */
export function PagedList<T>({ query, skeleton, empty, children }: PagedListProps<T>) {
  return (
    <Loaded query={query} skeleton={skeleton}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data)
        if (rows.length === 0 && empty !== undefined) return empty
        return (
          <>
            {children(rows)}
            <MoreButton query={query} />
          </>
        )
      }}
    </Loaded>
  )
}

const moreWords = words({
  more: { en: 'Show more', ru: 'Показать ещё', zh: '显示更多' },
  all: { en: 'That is all.', ru: 'Это всё.', zh: '已全部显示。' },
})

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** At the foot of a list that is read piece by piece. */
export function MoreButton({ query }: MoreButtonProps) {
  const t = useWords(moreWords)
  if (!query.hasNextPage) return <p className="py-3 text-small text-ink-soft">{t('all')}</p>
  return (
    <div className="py-3">
      <Button
        kind="secondary"
        dense
        busy={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </div>
  )
}
