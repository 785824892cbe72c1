import type { Refusal } from '@danbao/contracts'
import { accept, type Result } from '@danbao/kernel'
import { z } from 'zod'
import { refuseWith } from './refusals.ts'

const DEFAULT_LIMIT = 50

export interface PageAsked {
  readonly cursor?: string | undefined
  /** 1 to 100; absent: 50. */
  readonly limit?: number | undefined
}

export interface Page<P> {
  /** Of the last row that was seen; undefined: from the beginning. */
  readonly after: P | undefined
  readonly limit: number
}

/** Lists are read on from the keys of the last row: new rows move nothing. */
export function openPage<P>(asked: PageAsked, position: z.ZodType<P>): Result<Page<P>, Refusal> {
  const limit = asked.limit ?? DEFAULT_LIMIT
  if (asked.cursor === undefined) return accept({ after: undefined, limit })
  const parsed = position.safeParse(parseCursor(asked.cursor))
  if (!parsed.success) return refuseWith('invalid_cursor', 'Use a cursor as it was given.')
  return accept({ after: parsed.data, limit })
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

export interface Listed<T> {
  readonly object: 'list'
  readonly data: T[]
  readonly next_cursor: string | null
}

/** `found` holds one row more than the page when there is a next one. */
export function answerPage<Row, T, P>(
  { limit }: Page<P>,
  found: readonly Row[],
  { view, position }: { view(row: Row): T; position(row: Row): P },
): Listed<T> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last !== undefined
  return {
    object: 'list',
    data: rows.map(view),
    next_cursor: more ? Buffer.from(JSON.stringify(position(last))).toString('base64url') : null,
  }
}

/** Lists by id: ids follow the time at which a row was made. */
export const byId = z.uuid()
