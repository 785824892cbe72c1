import type { Core, Mode } from '@danbao/core'
import type { Pool } from '@danbao/database'
import type { Clock, Instant } from '@danbao/kernel'
import type { FundingWays } from '../funding/ways.ts'
import type { CardProcessor } from '../cards/processor.ts'
import type { Vault } from './vault.ts'

/** What every feature is built on. */
export interface PeopleDeps {
  readonly pool: Pool
  readonly core: Core
  readonly mode: Mode
  readonly vault: Vault
  /** Undefined: none is connected, and cards can not be added. */
  readonly cards: CardProcessor | undefined
  /** How money comes in. */
  readonly ways: FundingWays
  /** Where the rates of the day are asked for; undefined: they come by file or by hand. */
  readonly ratesUrl: string | undefined
  /** The time of the database, which a sandbox can move. */
  now(): Promise<Instant>
  /**
   * What authenticator apps go by: the real time, for codes of TOTP only. A sandbox's clock can be
   * moved, that of the phone in somebody's hand can not.
   */
  readonly authenticatorClock: Clock
  /** Where the server is reached, without a slash at the end: for links, passkeys, sign-in. */
  readonly publicUrl: string
  /** Where people write who can not help themselves. */
  readonly supportEmail: string
}

/** An address in the wallet app, e.g. `walletUrl(deps, 'confirm', { token })`. */
export function walletUrl(
  { publicUrl }: Pick<PeopleDeps, 'publicUrl'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString()
  return `${publicUrl}/wallet/${path}${search === '' ? '' : `?${search}`}`
}
