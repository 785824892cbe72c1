import { createServer, type Server } from 'node:http'
import { fastify } from 'fastify'
import { addSignIn, type Client, ISSUER_PATH, openSigningKeys } from './sign-in/index.ts'

export interface MarketOptions {
  /** 0: one that is free. */
  readonly port: number
  readonly host: string
  /** As browsers and clients reach it. Default: `http://localhost:<port>/oidc`. */
  readonly issuer?: string
  /** Who may ask people to sign in here. */
  readonly clients: readonly Client[]
  /** Where signing keys are kept. Absent: in memory, new with every start. */
  readonly dataFolder?: string
}

export interface Market {
  readonly url: string
  /** Discovery is at `/.well-known/openid-configuration` under it. */
  readonly issuer: string
  close(): Promise<void>
}

/** The demo marketplace, listening. For now people can only sign in with it: the shop comes later. */
export async function createMarket(options: MarketOptions): Promise<Market> {
  const { port, host, clients, dataFolder } = options
  const keys = await openSigningKeys({
    now: Date.now(),
    ...(dataFolder === undefined ? {} : { folder: dataFolder }),
  })
  // The issuer's address has the port in it, which is known only to a server that listens.
  const server = createServer()
  const issuer =
    options.issuer ?? `http://localhost:${await listen(server, port, host)}${ISSUER_PATH}`
  const app = fastify({
    logger: false,
    serverFactory: (handler) => server.on('request', handler),
  })
  addSignIn(app, { issuer, clients, keys })
  await app.ready()
  if (!server.listening) await listen(server, port, host)
  return {
    url: new URL(issuer).origin,
    issuer,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await app.close()
    },
  }
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
