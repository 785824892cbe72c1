import { fastify } from 'fastify'
import { createInbox, type Inbox } from './inbox.ts'
import { openCards } from './cards/open-cards.ts'
import { openBank } from './bank/open-bank.ts'
import { openFiles } from './files/open-files.ts'
import { openBoleto } from './boleto/open-boleto.ts'
import { openRemittance } from './remittance/open-remittance.ts'
import { openWebMoney } from './webmoney/open-webmoney.ts'
import { openRates, RATES_PATH } from './rates/open-rates.ts'
import { portOf } from './port-of.ts'
import { openSmtpEnd } from './mail/smtp-end.ts'
import { addApiRoutes } from './pages/api.ts'
import { addPageRoutes } from './pages/routes.ts'
import { addSmsRoutes } from './sms/gateway-end.ts'

export interface SandboxOptions {
  /** 0: any that is free. */
  readonly smtpPort: number
  /** Of the mailbox page, its API, the SMS gateway and the card processor; 0: any that is free. */
  readonly webPort: number
  /** Default: loopback, because whoever reaches the mailbox reads everybody's mail. */
  readonly host?: string
  /** Of the card processor and WebMoney, in milliseconds since 1970. Default: the machine's. */
  readonly now?: () => number
  /** Where bank and money transfer lay their files down, below `incoming`. Default: nowhere. */
  readonly filesFolder?: string
  /** After each attempt to tell a shop that failed, in milliseconds. */
  readonly webhookPausesMs?: readonly number[]
}

export interface Sandbox {
  readonly inbox: Inbox
  /** E.g. `smtp://127.0.0.1:8025`. */
  readonly smtpUrl: string
  /** The mailbox page, e.g. `http://127.0.0.1:8090`. */
  readonly url: string
  /** E.g. `http://127.0.0.1:8090/sms`. */
  readonly smsUrl: string
  /** Where the card processor's API is, under `/v1`, e.g. `http://127.0.0.1:8090`. */
  readonly cardsUrl: string
  /** Of WebMoney's payment page, e.g. `http://127.0.0.1:8090/webmoney`. */
  readonly webMoneyUrl: string
  /** Of the file with the day's exchange rates. */
  readonly ratesUrl: string
  close(): Promise<void>
}

/** Starts the outside world. Rejects with the system's error when a port is taken. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { smtpPort, webPort, host = '127.0.0.1', now = Date.now, filesFolder, ...pauses } = options
  const inbox = createInbox()
  const smtp = await openSmtpEnd(inbox, { host, port: smtpPort })
  const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false })
  addSmsRoutes(app, inbox)
  addApiRoutes(app, inbox)
  addPageRoutes(app, inbox)
  openCards(app, { now, ...pauses })
  openWebMoney(app, { now, ...pauses })
  const courier = openFiles(app, filesFolder)
  openBank(app, { now, filesFolder, courier })
  openRemittance(app, { now, lay: courier.lay })
  openBoleto(app, { now, lay: courier.lay })
  openRates(app, now)
  try {
    await app.listen({ port: webPort, host })
  } catch (error) {
    await smtp.close()
    throw error
  }
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const shown = reachable.includes(':') ? `[${reachable}]` : reachable
  const url = `http://${shown}:${portOf(app.server.address(), webPort)}`
  return {
    inbox,
    smtpUrl: `smtp://${shown}:${smtp.port}`,
    url,
    smsUrl: `${url}/sms`,
    cardsUrl: url,
    webMoneyUrl: `${url}/webmoney`,
    ratesUrl: `${url}${RATES_PATH}`,
    async close() {
      await Promise.all([app.close(), smtp.close()])
    },
  }
}
