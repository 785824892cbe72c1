import type { IdPrefix } from '@danbao/kernel'
import type { z } from 'zod'
import type { RefusalCode } from '../refusals.ts'

/** Who may call: a marketplace's key, its key acting for one side of a payment, or staff. */
export type CallerRole = 'marketplace' | 'buyer' | 'seller' | 'operator'

/** One operation of the API; validation, types, documentation and the SDK all derive from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: `/v1/${string}`
  readonly tag: string
  readonly summary: string
  /** The `{names}` of the path, and the prefix of the id that each must be. */
  readonly params?: Readonly<Record<string, IdPrefix>>
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** Of the whole body, where it may be larger than others. */
  readonly maxBytes?: number
  /** A body that is valid, for the documentation. */
  readonly example?: unknown
  readonly response: z.ZodType
  /** Of an answer that is no refusal. */
  readonly status: 200 | 201
  readonly idempotency: 'required' | 'optional' | 'none'
  readonly callers: readonly CallerRole[]
  readonly sandboxOnly?: true
  /** What it can refuse beyond what every route of its kind can; see `refusalsOf`. */
  readonly refusals: readonly RefusalCode[]
}

export const GET = { method: 'GET', status: 200, idempotency: 'none' } as const
/** A POST that changes money or what money waits for. */
export const COMMAND = { method: 'POST', status: 200, idempotency: 'required' } as const
export const CREATE_COMMAND = { method: 'POST', status: 201, idempotency: 'required' } as const
export const CREATE = { method: 'POST', status: 201, idempotency: 'optional' } as const
export const WRITE = { method: 'POST', status: 200, idempotency: 'optional' } as const

const NAME_OF_ID = '01kaqz4m8hfvatb5q7yj3d9c2n'

/** An id for examples. */
export const exampleId = (prefix: IdPrefix): string => `${prefix}_${NAME_OF_ID}`
