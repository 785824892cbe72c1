import { type Column, EmptyState, SkeletonLines, Table, useGo } from '@danbao/ui'
import { CircleCheck } from 'lucide-react'
import { PagedList, type PagedListProps } from './paged-list.tsx'

export interface DeskTableProps<T> extends Pick<PagedListProps<T>, 'query'> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  /** The page of a row is below it, by its id, e.g. `/deposits`. */
  readonly path: string
  /** Nothing is there to do: its title and a sentence. */
  readonly none: string
  readonly noneText: string
}

/** What waits at a desk, each row the way to its page. */
export function DeskTable<T extends { readonly id: string }>(props: DeskTableProps<T>) {
  const { query, caption, columns, path, none, noneText } = props
  const go = useGo()
  return (
    <PagedList
      query={query}
      skeleton={<SkeletonLines lines={5} />}
      empty={
        <EmptyState icon={CircleCheck} title={none}>
          {noneText}
        </EmptyState>
      }
    >
      {(rows) => (
        <Table
          caption={caption}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          onRow={({ id }) => go(`${path}/${id}`)}
        />
      )}
    </PagedList>
  )
}
