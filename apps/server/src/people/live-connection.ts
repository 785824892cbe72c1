import type { ServerResponse } from 'node:http'
import type { LiveMessage } from '@danbao/contracts/wallet'
import type { Uuid } from '@danbao/kernel'
import type { LivePlace } from '@danbao/people'

/** What a page has been told already; the browser brings it back when it comes again. */
export interface Told {
  readonly place: LivePlace
  /** Undefined: not known yet. */
  readonly unread: number | undefined
  /** Of the work of staff; undefined: not known yet. */
  readonly desk: string | undefined
}

/** An open page of somebody. */
export interface Connection {
  readonly app: 'wallet' | 'console'
  /** The person or member of staff. */
  readonly ownerId: Uuid
  readonly sessionId: Uuid
  readonly stream: ServerResponse
  told: Told
  /** Whether it knows what time it is here. */
  knowsClock: boolean
}

const MARK = /^(\d{1,18})-(\d{1,18})-(\d{0,3})-(-?\d{0,40})$/

export function writeMark({ place, unread, desk }: Told): string {
  return `${place.events}-${place.notifications}-${unread ?? ''}-${desk ?? ''}`
}

/** Undefined for what is no mark: whoever made it up begins anew. */
export function readMark(text: string | undefined): Told | undefined {
  const [, events, notifications, unread, desk] = MARK.exec(text ?? '') ?? []
  if (events === undefined || notifications === undefined) return undefined
  return {
    place: { events: BigInt(events), notifications: BigInt(notifications) },
    unread: unread === undefined || unread === '' ? undefined : Number(unread),
    desk: desk === '' ? undefined : desk,
  }
}

/** A page that does not read for so long is gone. */
const MOST_WAITING_BYTES = 64 * 1024

/**
 * Tells the page; the mark comes with the last message, so that a page that lost some is told all
 * of them again.
 */
export function send({ stream, told }: Connection, messages: readonly LiveMessage[]): void {
  if (stream.writableLength > MOST_WAITING_BYTES) {
    stream.destroy()
    return
  }
  const frames = messages.map((message) => `data: ${JSON.stringify(message)}\n`)
  stream.write(`${frames.join('\n')}id: ${writeMark(told)}\n\n`)
}
