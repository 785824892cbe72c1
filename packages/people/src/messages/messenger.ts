import { addDuration, type Instant, invariant } from '@danbao/kernel'
import type { Log } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { type Content, openContent } from './content.ts'
import {
  type Channel,
  type ClaimedMessage,
  CHANNELS,
  claimMessages,
  eraseGivenUp,
  recordFailure,
  recordSent,
} from './outbox.ts'
import { MOST_TRIES, pauseAfter } from './retry.ts'
import { DeliveryError, type MailTransport, type SmsGateway } from './transport.ts'

export interface MessengerParts {
  readonly deps: Pick<PeopleDeps, 'pool' | 'vault' | 'now'>
  /** Undefined: mails wait in their queue until there is one. */
  readonly mail: MailTransport | undefined
  /** The same for SMS. */
  readonly sms: SmsGateway | undefined
  readonly log: Log
}

export interface Messenger {
  /**
   * Sends what is due, of one channel or of both; how many were sent. Give each channel a loop of
   * its own, or a mail server that does not answer keeps the codes in SMS waiting.
   */
  deliverDue(channel?: Channel): Promise<number>
  /** Erases what could not be sent and is too old to look into; how many. Hourly is enough. */
  eraseGivenUp(): Promise<number>
}

const BATCH = 20
const AT_ONCE = 4

/**
 * Sends what features have queued: each message once, by one process, unless that process dies
 * between sending and writing so down. All times are those of the database's clock.
 */
export function createMessenger(parts: MessengerParts): Messenger {
  const { pool, now } = parts.deps
  const underWay = new Map<Channel, Promise<number>>()
  const deliver = (channel: Channel): Promise<number> => {
    const round =
      underWay.get(channel) ??
      deliverChannel(parts, channel).finally(() => underWay.delete(channel))
    underWay.set(channel, round)
    return round
  }
  return {
    async deliverDue(channel) {
      const sent = await Promise.all((channel === undefined ? CHANNELS : [channel]).map(deliver))
      return sent.reduce((sum, count) => sum + count, 0)
    },
    eraseGivenUp: async () => eraseGivenUp(pool, await now()),
  }
}

async function deliverChannel(parts: MessengerParts, channel: Channel): Promise<number> {
  const { pool, now } = parts.deps
  if (parts[channel] === undefined) return 0
  let sent = 0
  for (;;) {
    const claimed = await claimMessages(pool, { channel, now: await now(), limit: BATCH })
    const waiting = claimed.values()
    const work = async (): Promise<void> => {
      for (const message of waiting) if (await attempt(parts, message)) sent += 1
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if (claimed.length < BATCH) return sent
  }
}

/** Whether it was sent. */
async function attempt(parts: MessengerParts, message: ClaimedMessage): Promise<boolean> {
  const { pool, now } = parts.deps
  try {
    await send(parts, message, await now())
  } catch (error) {
    await fail(parts, message, error)
    return false
  }
  await recordSent(pool, message.id, await now())
  return true
}

async function send(parts: MessengerParts, message: ClaimedMessage, now: Instant): Promise<void> {
  const { id, recipient: to, createdAt: writtenAt, attempts } = message
  if (attempts > MOST_TRIES) throw new DeliveryError('interrupted', { permanent: true })
  const content: Content = openContent(parts.deps.vault, message.content)
  if (content.goodUntil !== undefined && content.goodUntil <= now) {
    throw new DeliveryError('too late', { permanent: true })
  }
  invariant(content.channel === message.channel, 'a message was written for its channel')
  if (content.channel === 'sms') return office(parts.sms).send({ id, to, text: content.text })
  const { subject, text, html } = content
  return office(parts.mail).send({ id, to, subject, text, html, writtenAt })
}

/** Nothing is claimed of a channel without one. */
function office<T>(found: T | undefined): T {
  invariant(found !== undefined, 'a message is claimed where something takes it')
  return found
}

async function fail(parts: MessengerParts, message: ClaimedMessage, error: unknown): Promise<void> {
  const { pool, now } = parts.deps
  const known = error instanceof DeliveryError ? error : undefined
  // Of an error that nobody foresaw the text is not kept: it might repeat what was written.
  const failure = known?.message ?? 'unexpected'
  const pause = known?.permanent === true ? undefined : pauseAfter(message.attempts)
  const next = pause === undefined ? undefined : addDuration(await now(), pause)
  await recordFailure(pool, message, { failure, next })
  const what = `The ${message.channel} ${message.id} was not taken (${failure})`
  if (next === undefined) parts.log.warn(`${what} and is given up.`)
  else parts.log.info(`${what}; try ${message.attempts} of ${MOST_TRIES}.`)
}
