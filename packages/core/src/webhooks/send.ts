import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Mode } from '../clock/settings.ts'
import { isAllowedAddress, urlFault } from './url-rule.ts'

export interface Outgoing {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
}

export interface Reply {
  readonly status: number
  /** The header, as it came. */
  readonly retryAfter: string | undefined
  /** The beginning of the body. */
  readonly text: string
}

/** Throws when nothing was answered, with a message for the delivery log. */
export type Send = (outgoing: Outgoing) => Promise<Reply>

/** All addresses of a host name. */
export type Resolve = (
  hostname: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>

const MAX_READ_BYTES = 4_096

/** Sends over HTTP, without following redirects, to allowed addresses only. */
export function createSend(mode: Mode, resolve: Resolve = resolveAll): Send {
  const guarded = guardLookup(mode, resolve)
  // A connection that is kept may be closed by the other side just when it is used again.
  const agents = {
    http: new HttpAgent({ keepAlive: false }),
    https: new HttpsAgent({ keepAlive: false }),
  }
  return async ({ url, headers, body, signal }) => {
    const fault = urlFault(url, mode)
    if (fault !== undefined) throw new Error(fault)
    const response = await new Promise<IncomingMessage>((done, fail) => {
      const secure = url.startsWith('https:')
      const open = secure ? requestHttps : requestHttp
      const agent = secure ? agents.https : agents.http
      const options = { method: 'POST', headers, signal, agent, lookup: guarded }
      open(url, options, done).on('error', fail).end(body)
    })
    const retryAfter = response.headers['retry-after']
    return { status: response.statusCode ?? 0, retryAfter, text: await readBeginning(response) }
  }
}

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true })

/**
 * Checks what a name stands for at the moment of connecting; the connection goes to the very
 * addresses that were checked, so that a name can not change in between.
 */
function guardLookup(mode: Mode, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined || !addresses.every((a) => isAllowedAddress(a.address, mode))) {
          callback(new Error(`${hostname} does not stand for a public address.`), [])
        } else if (options.all === true) {
          callback(null, [...addresses])
        } else {
          callback(null, first.address, first.family)
        }
      },
      (error: unknown) =>
        callback(error instanceof Error ? error : new Error(`${hostname} is not known.`), []),
    )
  }
}

/** The status has been given: whatever happens to the body does not change it any more. */
async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      const part = Buffer.from(chunk)
      chunks.push(part)
      bytes += part.length
      if (bytes >= MAX_READ_BYTES) break
    }
  } catch {
    // What was read will do.
  }
  return Buffer.concat(chunks).subarray(0, MAX_READ_BYTES).toString()
}
