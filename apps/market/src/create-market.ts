import { createServer, type Server } from 'node:http'
import { fastify } from 'fastify'
import { openLink } from './danbao/index.ts'
import { createNews, WEBHOOK_PATH } from './orders/index.ts'
import type { Parts } from './parts.ts'
import { type KnownSeller, openSellers } from './sellers/index.ts'
import { addShopFront } from './shop-front.ts'
import { addSignIn, type Client, ISSUER_PATH, openSigningKeys } from './sign-in/index.ts'
import { openStore, type Store } from './store/index.ts'

export interface MarketOptions {
  /** 0: one that is free. */
  readonly port: number
  readonly host: string
  /** As browsers and clients reach it. Default: `http://localhost:<port>/oidc`. */
  readonly issuer?: string
  /** Who may ask people to sign in here. */
  readonly clients: readonly Client[]
  /** Where everything is kept that has to outlive the process. Absent: in memory. */
  readonly dataFolder?: string
  /** Where money is held until parcels arrive. Absent: nothing can be paid. */
  readonly danbao?: { readonly url: string; readonly apiKey: string }
  /** People with a login there who sell here. */
  readonly sellers?: readonly KnownSeller[]
}

export interface Market {
  readonly url: string
  /** Discovery is at `/.well-known/openid-configuration` under it. */
  readonly issuer: string
  close(): Promise<void>
}

const REQUEST_TIMEOUT_MS = 30_000

/** The demo marketplace, listening: a shop, and an OpenID Connect provider for its people. */
export async function createMarket(options: MarketOptions): Promise<Market> {
  const { port, host, clients, dataFolder } = options
  const keys = await openSigningKeys({
    now: Date.now(),
    ...(dataFolder === undefined ? {} : { folder: dataFolder }),
  })
  const store = await openStore(dataFolder)
  // The issuer's address has the port in it, which is known only to a server that listens.
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS })
  const bound = await listen(server, port, host)
  const issuer = options.issuer ?? `http://localhost:${bound}${ISSUER_PATH}`
  const parts = openParts(options, store, `http://${reachable(host)}:${bound}${WEBHOOK_PATH}`)
  const app = fastify({
    logger: false,
    serverFactory: (handler) => server.on('request', handler),
  })
  addSignIn(app, { issuer, clients, keys })
  addShopFront(app, parts)
  await app.ready()
  return {
    url: new URL(issuer).origin,
    issuer,
    async close() {
      parts.danbao?.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await app.close()
      await parts.store.save()
    },
  }
}

function openParts(options: MarketOptions, store: Store, webhookUrl: string): Parts {
  const { dataFolder, danbao } = options
  const sellers = openSellers(options.sellers)
  const parts = { store, sellers, news: createNews() }
  if (danbao === undefined) return parts
  const folder = dataFolder === undefined ? {} : { folder: dataFolder }
  return {
    ...parts,
    danbao: openLink({ ...danbao, ...folder, webhookUrl, sellers: sellers.all }),
  }
}

/** From the same machine, where Danbao runs as well. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
