import type { BodyInputOf, QueryInputOf, ResponseOf, RouteName } from '@danbao/contracts'
import { createList, type ItemOf, type List, type ListName } from './list.ts'
import type { CallOptions } from './options.ts'
import type { Send } from './transport.ts'

/** A body of which every field may be left out may be left out itself. */
type WithBody<N extends RouteName> =
  {} extends BodyInputOf<N>
    ? [body?: BodyInputOf<N>, options?: CallOptions]
    : [body: BodyInputOf<N>, options?: CallOptions]

type WithQuery<N extends RouteName> =
  {} extends QueryInputOf<N>
    ? [query?: QueryInputOf<N>, options?: CallOptions]
    : [query: QueryInputOf<N>, options?: CallOptions]

/** Turns the names of routes into functions with the types of those routes. */
export function createOperations(send: Send) {
  return {
    /** Of a path without an id. */
    create:
      <N extends RouteName>(name: N) =>
      (...[body, options]: WithBody<N>): Promise<ResponseOf<N>> =>
        send<N>(name, { body, options }),

    /** Of a path with an id and a body. */
    change:
      <N extends RouteName>(name: N) =>
      (id: string, ...[body, options]: WithBody<N>): Promise<ResponseOf<N>> =>
        send<N>(name, { params: { id }, body, options }),

    /** Of a path with an id and no body. */
    get:
      <N extends RouteName, R = ResponseOf<N>>(name: N) =>
      (id: string, options?: CallOptions): Promise<R> =>
        send<N, R>(name, { params: { id }, options }),

    list:
      <N extends ListName, T = ItemOf<N>>(name: N) =>
      (...[query, options]: WithQuery<N>): List<T> =>
        createList<N, T>(send, name, { query, options }),

    /** Of what belongs to one object. */
    listOf:
      <N extends ListName>(name: N) =>
      (id: string, ...[query, options]: WithQuery<N>): List<ItemOf<N>> =>
        createList(send, name, { params: { id }, query, options }),
  }
}
