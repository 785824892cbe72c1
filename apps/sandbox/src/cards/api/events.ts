import { z } from 'zod'
import type { State } from '../state.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { nothing, page, text } from './schemas.ts'

export function addEvents(add: AddRoute, { events }: State): void {
  add({
    method: 'GET',
    path: '/events',
    schema: z.strictObject({
      ...page,
      type: text.optional(),
      types: z.array(text).max(20).optional(),
    }),
    run({ params }) {
      const types = params.types ?? (params.type === undefined ? undefined : [params.type])
      const rows = events.list().filter(({ type }) => types === undefined || types.includes(type))
      return listPage(rows, params, '/v1/events')
    },
  })
  add({ method: 'GET', path: '/events/:id', schema: nothing, run: ({ id }) => events.get(id) })
}
