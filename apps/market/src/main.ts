import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createMarket } from './create-market.ts'

// Runs the market as a process of its own: one line of JSON tells whoever started it that it is
// ready, or why not. It stops when it is told to, and when its standard input closes: that is how
// it learns that its parent is gone, however it went.

const {
  MARKET_PORT: port = '8070',
  HOST: host = '127.0.0.1',
  DANBAO_URL: danbaoUrl = 'http://localhost:8080',
  MARKET_ISSUER: issuer,
  /** What Danbao proves itself with when it asks who somebody is. */
  MARKET_CLIENT_SECRET: givenSecret,
  MARKET_DATA_DIR: dataFolder,
  /** The shop's own key; without it nothing can be paid. */
  DANBAO_API_KEY: apiKey,
  /** People with a login there who sell here. */
  DANBAO_SELLERS: sellers = '[]',
} = process.env

const CLIENT_ID = 'danbao'
const knownSellers = z.array(z.object({ account: z.string().startsWith('acc_'), email: z.email() }))

function tell(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  const secret = givenSecret ?? randomBytes(32).toString('base64url')
  const redirectUri = `${danbaoUrl}/wallet/sign-in/marketplace`
  const market = await createMarket({
    port: Number(port),
    host,
    clients: [{ id: CLIENT_ID, secret, name: 'Danbao', redirectUri }],
    ...(issuer === undefined ? {} : { issuer }),
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...(apiKey === undefined ? {} : { danbao: { url: danbaoUrl, apiKey } }),
    sellers: knownSellers.parse(JSON.parse(sellers)),
  })
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void market.close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  // Ctrl-C reaches the whole group of processes; a parent, which got it too, says when to stop.
  process.on('SIGINT', process.stdin.isTTY ? stop : () => {})
  process.stdin.on('end', stop).on('close', stop).on('error', stop).resume()
  tell({
    ready: true,
    url: market.url,
    issuer: market.issuer,
    clientId: CLIENT_ID,
    // A secret that was made up here has to be told, or nobody could be a client.
    ...(givenSecret === undefined ? { clientSecret: secret } : {}),
  })
} catch (error) {
  const failed = error instanceof Error ? error : new Error(String(error))
  const code: unknown = Reflect.get(failed, 'code')
  const failedPort: unknown = Reflect.get(failed, 'port')
  tell({ ready: false, code, port: failedPort, message: failed.message })
  process.exitCode = 1
}
