import type { Log } from '@danbao/database'
import { z } from 'zod'
import type { Config } from './config.ts'
import type { DemoMarket } from './demo-market.ts'
import { type RunningPart, startPart, type WorldPart } from './world-part.ts'

/** The outside world that a sandbox brings along. */
export interface World {
  readonly sandbox: SandboxAddresses
  readonly market: MarketAddresses
  stop(): Promise<void>
}

export interface SandboxAddresses {
  /** The mailbox page. */
  readonly url: string
  readonly smtpUrl: string
  readonly smsUrl: string
  /** Of the card processor's API. */
  readonly cardsUrl: string
  /** Of WebMoney's payment page. */
  readonly webMoneyUrl: string
  /** Of the file with the day's exchange rates. */
  readonly ratesUrl: string
}

/** The demo marketplace: a shop, with whose accounts people can also sign in. */
export interface MarketAddresses {
  readonly url: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export type WorldConfig = Pick<
  Config,
  'sandboxPort' | 'smtpPort' | 'marketPort' | 'host' | 'publicUrl' | 'filesFolder'
> & { readonly demoMarket: DemoMarket }

/**
 * Starts it, each part in a process of its own: what stands for others shares no memory with the
 * books. Parts end with this process, also when it is killed. Throws OperatorError when one can
 * not start; then none is left running.
 */
export async function startWorld(config: WorldConfig, log: Log): Promise<World> {
  const sandbox: RunningPart<SandboxAddresses> = await startPart(sandboxPart(config), log)
  try {
    const market: RunningPart<MarketAddresses> = await startPart(marketPart(config), log)
    return {
      sandbox: sandbox.said,
      market: market.said,
      async stop() {
        await Promise.all([sandbox.stop(), market.stop()])
      },
    }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

function sandboxPart(config: WorldConfig): WorldPart<SandboxAddresses> {
  const { sandboxPort, smtpPort, host, filesFolder } = config
  return {
    name: 'sandbox',
    entry: new URL('../../sandbox/src/main.ts', import.meta.url),
    env: {
      SANDBOX_PORT: String(sandboxPort),
      SMTP_PORT: String(smtpPort),
      HOST: host,
      FILES_DIR: filesFolder,
    },
    ready: z.object({
      ready: z.literal(true),
      url: z.url(),
      smtpUrl: z.url(),
      smsUrl: z.url(),
      cardsUrl: z.url(),
      webMoneyUrl: z.url(),
      ratesUrl: z.url(),
    }),
  }
}

function marketPart(config: WorldConfig): WorldPart<MarketAddresses> {
  const { marketPort, host, publicUrl, demoMarket } = config
  return {
    name: 'demo marketplace',
    entry: new URL('../../market/src/main.ts', import.meta.url),
    env: {
      MARKET_PORT: String(marketPort),
      HOST: host,
      DANBAO_URL: publicUrl,
      DANBAO_API_KEY: demoMarket.apiKey,
      DANBAO_SELLERS: JSON.stringify(demoMarket.sellers),
      MARKET_DATA_DIR: demoMarket.dataFolder,
    },
    ready: z.object({
      ready: z.literal(true),
      url: z.url(),
      issuer: z.url(),
      clientId: z.string(),
      clientSecret: z.string(),
    }),
  }
}
