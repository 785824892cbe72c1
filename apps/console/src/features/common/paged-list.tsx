import { Loaded, type Loadable } from '@danbao/ui'
import type { ReactNode } from 'react'
import { MoreButton, type MoreButtonProps } from './more-button.tsx'

interface Pages<T> {
  readonly pages: readonly { readonly data: readonly T[] }[]
}

export interface PagedListProps<T> {
  readonly query: Loadable<Pages<T>> & MoreButtonProps['query']
  readonly skeleton: ReactNode
  /** Stands there instead of a list that has nothing. */
  readonly empty: ReactNode
  readonly children: (rows: readonly T[]) => ReactNode
}

/** What was read of a list so far, with the way to more of it. */
export function PagedList<T>({ query, skeleton, empty, children }: PagedListProps<T>) {
  return (
    <Loaded query={query} skeleton={skeleton}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data)
        if (rows.length === 0) return empty
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
