import type { ResponseOf, RouteName } from '@danbao/contracts'
import type { Call, Send } from './transport.ts'

/** One page of a list. `next_cursor` is null on the last one. */
export interface Page<T> {
  readonly object: 'list'
  readonly data: readonly T[]
  readonly next_cursor: string | null
}

/** `for await` goes through all of it, page by page; `page()` fetches one page. */
export interface List<T> extends AsyncIterable<T> {
  page(): Promise<Page<T>>
}

/** The routes that answer with pages. */
export type ListName = {
  [N in RouteName]: ResponseOf<N> extends Page<unknown> ? N : never
}[RouteName]

export type ItemOf<N extends ListName> = ResponseOf<N>['data'][number]

export function createList<N extends ListName, T = ItemOf<N>>(
  send: Send,
  name: N,
  call: Call,
): List<T> {
  const pageAt = (query: unknown): Promise<Page<T>> => send<N, Page<T>>(name, { ...call, query })
  return {
    page: () => pageAt(call.query),
    async *[Symbol.asyncIterator]() {
      let query = call.query
      for (;;) {
        const page = await pageAt(query)
        yield* page.data
        // Lists that grow at their end have a cursor there too, for whoever comes back later.
        if (page.next_cursor === null || page.data.length === 0) return
        query = { ...Object(call.query), cursor: page.next_cursor }
      }
    },
  }
}
