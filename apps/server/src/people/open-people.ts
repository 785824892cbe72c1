import type { Core, Mode } from '@danbao/core'
import type { Clock } from '@danbao/kernel'
import {
  createMessenger,
  createSmsGateway,
  createSmtpTransport,
  NO_WAYS,
  type MailTransport,
  type People,
  type PeopleDeps,
  type SmsGateway,
} from '@danbao/people'
import type { Logger } from 'pino'
import { type Loop, startLoop } from '../background.ts'
import type { Config } from '../config.ts'
import { openVault } from './secret.ts'

export interface PeopleParts {
  readonly config: Config
  readonly core: Core
  readonly mode: Mode
  readonly clock: Clock
}

export async function openPeopleDeps(parts: PeopleParts): Promise<PeopleDeps> {
  const { config, core, mode, clock } = parts
  const { pool } = core.database
  return {
    pool,
    core,
    mode,
    vault: await openVault(config, pool),
    // A sandbox brings its processor along, which starts later.
    cards: undefined,
    ways: NO_WAYS,
    ratesUrl: undefined,
    now: () => core.now(),
    authenticatorClock: clock,
    publicUrl: config.publicUrl,
    supportEmail: config.supportEmail,
  }
}

/** Where messages leave. What is not set up waits in its queue. */
export interface PostOffices {
  readonly mail: MailTransport | undefined
  readonly sms: SmsGateway | undefined
}

/** What the operator has set up, else what a sandbox brought along. */
export function postOffices(
  { smtpUrl, mailFrom, smsGateway }: Config,
  sandbox: { readonly smtpUrl: string; readonly smsUrl: string } | undefined,
): PostOffices {
  const mailUrl = smtpUrl ?? sandbox?.smtpUrl
  const gateway = smsGateway ?? (sandbox === undefined ? undefined : { url: sandbox.smsUrl })
  return {
    mail: mailUrl === undefined ? undefined : createSmtpTransport({ url: mailUrl, from: mailFrom }),
    sms: gateway === undefined ? undefined : createSmsGateway(gateway),
  }
}

const DUE_PAUSE_MS = 500
const DELIVERY_PAUSE_MS = 250
const NEWS_PAUSE_MS = 250
const CARDS_PAUSE_MS = 1000
const FILES_PAUSE_MS = 2000
const RATES_PAUSE_MS = 60 * 60 * 1000
const FORGET_PAUSE_MS = 60 * 60 * 1000

interface LoopParts {
  readonly offices: PostOffices
  readonly logger: Logger
  /** Where banks' files are laid down. */
  readonly filesFolder: string
}

/** Sends messages, and does what has become due for people. */
export function startPeopleLoops(
  people: People,
  deps: PeopleDeps,
  { offices, logger, filesFolder }: LoopParts,
): Loop {
  const messenger = createMessenger({
    deps,
    ...offices,
    log: {
      info: (message) => logger.info(message),
      warn: (message) => logger.warn(message),
    },
  })
  const notTold = (what: string, error: unknown): void =>
    logger.error({ err: error, what }, 'Somebody was not told of something.')
  const loops = [
    startLoop('people', DUE_PAUSE_MS, () => people.runDue(), logger),
    startLoop('news', NEWS_PAUSE_MS, () => people.tellNews(notTold), logger),
    startLoop('identity', DUE_PAUSE_MS, () => people.runDueIdentity(), logger),
    startLoop('cards', CARDS_PAUSE_MS, () => people.runDueCards(), logger),
    startLoop('files', FILES_PAUSE_MS, () => people.tradeFiles(filesFolder), logger),
    startLoop('rates', RATES_PAUSE_MS, () => people.fetchRates(), logger),
    startLoop('messages', FORGET_PAUSE_MS, () => messenger.eraseGivenUp(), logger),
    startLoop('forgetting', FORGET_PAUSE_MS, () => people.forgetOld(), logger),
    startLoop('mail', DELIVERY_PAUSE_MS, () => messenger.deliverDue('mail'), logger),
    startLoop('sms', DELIVERY_PAUSE_MS, () => messenger.deliverDue('sms'), logger),
  ]
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
