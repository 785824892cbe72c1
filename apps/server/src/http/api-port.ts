import type { BodyOf, ParamsOf, QueryOf, Refusal, RouteName, routes } from '@danbao/contracts'
import type { Clock, Result, Uuid } from '@danbao/kernel'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { RateLimits } from './rate-limit.ts'
import type { Door } from './start-page.ts'

/** Whom an API key belongs to. */
export type Principal =
  { readonly kind: 'operator' } | { readonly kind: 'marketplace'; readonly marketplaceId: Uuid }

/** Who asks: the owner of the key, in a sandbox perhaps in the name of a person. */
export type Caller =
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'marketplace'
      readonly marketplaceId: Uuid
      readonly actingAs: Uuid | null
    }

/** JSON that is sent as it is. */
export type JsonText = string

/** What the HTTP layer needs of its surroundings. */
export interface HttpDeps {
  readonly mode: Mode
  /** Of the product, e.g. '0.1.0'. */
  readonly version: string
  /** Where the API is reached, without a slash at the end. */
  readonly publicUrl: string
  /** Undefined for a key that is not known or no longer valid. May answer at once from a cache. */
  authenticate(bearerToken: string): MaybePromise<Principal | undefined>
  /** Within what a key of a request can not be used twice. */
  idempotencyScope(caller: Caller): string
  /** Whether a failure means that the database is away for a moment. */
  isUnavailable(error: unknown): boolean
  /** Whether requests can be answered: the database is there and migrated. */
  ready(): Promise<boolean>
  /** How many proxies stand in front; 0: the address of the connection is the client's. */
  readonly proxies: number
  /** The real time. */
  readonly clock: Clock
  readonly logger: Logger
  /** `/metrics` tells all of it; the HTTP layer adds its own. */
  readonly registry: Registry
  /** What the start page leads to beside the API. */
  readonly doors?: readonly Door[]
  /** Absent: the defaults. `false`: none, for measuring. */
  readonly rateLimits?: RateLimits | false
}

/** And of the product; `C` is its command, opaque here. */
export interface AppDeps<C> extends HttpDeps {
  readonly handlers: Handlers<C>
  /** Refusals are answers. Rejects for outside faults and bugs only. */
  execute(request: CommandRequest<C>): Promise<Answer>
}

export type Mode = 'sandbox' | 'live'

export type MaybePromise<T> = T | Promise<T>

export interface CommandRequest<C> {
  readonly command: C
  readonly idempotency?: IdempotencyKey
}

/** Both are the first 128 bits of a SHA-256 in the form of a UUID. */
export interface IdempotencyKey {
  /** Of the caller's scope and the key. */
  readonly id: Uuid
  /** Of method, path with query, and raw body. */
  readonly fingerprint: Uuid
}

export interface Answer {
  readonly status: number
  readonly body: JsonText
  readonly replayed: boolean
}

/** One handler for every route of the contract: a missing one does not compile. */
export type Handlers<C> = { readonly [N in RouteName]: HandlerOf<N, C> }

/** Routes that demand a key are commands, GETs read, and the others may be either. */
export type HandlerOf<N extends RouteName, C> = (typeof routes)[N]['method'] extends 'GET'
  ? ReadHandler<N>
  : (typeof routes)[N]['idempotency'] extends 'required'
    ? CommandHandler<N, C>
    : CommandHandler<N, C> | WriteHandler<N>

export interface CommandHandler<N extends RouteName, C> {
  /** `target` is the UUID of the path's `{id}`. */
  command(caller: Caller, target: TargetOf<N>, body: BodyOf<N>): C
}

export interface ReadHandler<N extends RouteName> {
  read(
    caller: Caller,
    params: ParamsOf<N, Uuid>,
    query: QueryOf<N>,
  ): Promise<Result<JsonText, Refusal>>
}

export interface WriteHandler<N extends RouteName> {
  write(
    caller: Caller,
    params: ParamsOf<N, Uuid>,
    body: BodyOf<N>,
  ): Promise<Result<Written, Refusal>>
}

export interface Written {
  readonly status: 200 | 201
  readonly body: JsonText
}

type TargetOf<N extends RouteName> = 'id' extends keyof ParamsOf<N> ? Uuid : undefined
