import { setTimeout as pause } from 'node:timers/promises'
import { createDanbao, type Danbao } from '@danbao/sdk'
import type { Seller } from '../sellers/index.ts'
import { createAccountBook } from './accounts.ts'
import { ensureEndpoint } from './endpoint.ts'
import { troubleOf } from './trouble.ts'

export interface LinkOptions {
  /** As browsers and this process reach it. */
  readonly url: string
  readonly apiKey: string
  /** Where Danbao sends what happens. */
  readonly webhookUrl: string
  readonly sellers: readonly Seller[]
  readonly folder?: string
}

/** The shop's end of the connection with Danbao. */
export interface DanbaoLink {
  readonly api: Danbao
  readonly url: string
  accountOf(seller: Seller): Promise<string>
  /** What the way back from a checkout is signed with. */
  returnSecret(): Promise<string>
  /** Undefined until Danbao has answered for the first time. */
  webhookSecret(): string | undefined
  close(): void
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/** Does not wait for Danbao, which may start after the shop: it is greeted in the background. */
export function openLink(options: LinkOptions): DanbaoLink {
  const { url, apiKey, webhookUrl, sellers, folder } = options
  // People wait for the answers: rather say soon that Danbao is away.
  const api = createDanbao({ apiKey, baseUrl: url, maxRetries: 2, timeoutMs: 8_000 })
  const accountOf = createAccountBook(api)
  const closing = new AbortController()
  let webhookSecret: string | undefined
  let returnSecret: string | undefined
  const link: DanbaoLink = {
    api,
    url,
    accountOf,
    async returnSecret() {
      returnSecret ??= (await api.marketplace.get()).return_secret
      return returnSecret
    },
    webhookSecret: () => webhookSecret,
    close: () => closing.abort(),
  }
  void keepTrying(closing.signal, async () => {
    const at = { api, url: webhookUrl, ...(folder === undefined ? {} : { folder }) }
    webhookSecret = await ensureEndpoint(at)
    await link.returnSecret()
    for (const seller of sellers) await accountOf(seller)
  })
  return link
}

/** Until it has worked once, with growing pauses. */
async function keepTrying(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) return
      // That it is not there yet is ordinary; anything else somebody has to see.
      if (troubleOf(error) !== 'away') console.error('market: Danbao could not be set up:', error)
    }
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
