import type {
  Access,
  AnswerOf,
  AppRoute,
  InputOf,
  Refusal,
  StaffPermission,
} from '@danbao/contracts'
import type { ConsoleRoutes } from '@danbao/contracts/console'
import type { WalletRoutes } from '@danbao/contracts/wallet'
import type { Result, Uuid } from '@danbao/kernel'
import type { Language } from './person.ts'
import type { Visit } from './sessions.ts'

/** Somebody of whom nothing is known but the browser. */
export interface Visitor extends Visit {
  /** Of the browser's own settings, or chosen in the app. */
  readonly language: Language
  /** The cookie that tells a known device from a new one. */
  readonly deviceToken: string | undefined
  /** The session's cookie; it may be of any kind, or of no use. */
  readonly sessionToken: string | undefined
}

export interface PersonVisitor extends Visitor {
  readonly personId: Uuid
  readonly sessionId: Uuid
}

export interface StaffVisitor extends Visitor {
  readonly staffId: Uuid
  readonly sessionId: Uuid
  readonly permissions: ReadonlySet<StaffPermission>
  /** Whose merchant they are, and see nothing else; null: they work for the operator. */
  readonly marketplaceId: Uuid | null
}

type WhoOf<A extends Access> = A extends 'anyone'
  ? Visitor
  : A extends 'registering' | 'person'
    ? PersonVisitor
    : StaffVisitor

/** An answer, and what the browser is to keep. */
export interface Reply<T> {
  readonly body: T
  /** A token: from now on this session; null: none. */
  readonly session?: string | null
  /** How this device will be known again. */
  readonly device?: string
}

export type Handler<R extends AppRoute> = (
  who: WhoOf<R['access']>,
  input: InputOf<R>,
) => Promise<Result<Reply<AnswerOf<R>>, Refusal>>

type HandlersOf<Routes extends Readonly<Record<string, AppRoute>>> = {
  readonly [N in keyof Routes]: Handler<Routes[N]>
}

/** One handler for each route: a missing one does not compile. */
export type WalletHandlers = HandlersOf<WalletRoutes>
export type ConsoleHandlers = HandlersOf<ConsoleRoutes>
/** The handlers of some routes, as a feature makes them. */
export type WalletPart<N extends keyof WalletRoutes> = Pick<WalletHandlers, N>
export type ConsolePart<N extends keyof ConsoleRoutes> = Pick<ConsoleHandlers, N>
