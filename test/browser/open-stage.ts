import { rm } from 'node:fs/promises'
import { createTestDatabase, createTestFolder } from '@danbao/database/testing'
import { MIGRATIONS } from '@danbao/core'
import { PEOPLE_MIGRATIONS } from '@danbao/people'
import { createDanbao, type Danbao } from '@danbao/sdk'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { startServer } from '../servers/start-server.ts'
import { waitFor } from '../servers/wait-for.ts'
import { openBrowser } from './open-browser.ts'

/** The product as `npm start` runs it, with its outside world, and a browser. */
export interface Stage {
  readonly url: string
  readonly mailboxUrl: string
  /** Of the demo marketplace's shop. */
  readonly shopUrl: string
  readonly browser: Browser
  readonly mailbox: Mailbox
  /** The API, as the marketplace that the sandbox came with. */
  readonly danbao: Danbao
  /** Moves the sandbox's clock, e.g. by `PT72H`. */
  advance(duration: string): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const database = await createTestDatabase([...MIGRATIONS, PEOPLE_MIGRATIONS])
  const folder = await createTestFolder()
  const { connectionString } = database.connectionConfig()
  if (connectionString === undefined) throw new Error('Test databases are reached by a URL.')
  const server = await startServer({
    DATABASE_URL: connectionString,
    DATA_DIR: folder,
    OUTSIDE_WORLD: 'on',
    SANDBOX_PORT: '0',
    SMTP_PORT: '0',
    MARKET_PORT: '0',
  })
  const mailboxUrl = /Mailbox +(http:\S+)/.exec(server.output())?.[1]
  const shopUrl = /Shop +(http:\S+)/.exec(server.output())?.[1]
  if (mailboxUrl === undefined || shopUrl === undefined) {
    throw new Error(`No mailbox or shop was named:\n${server.output()}`)
  }
  const danbao = createDanbao({ apiKey: server.key ?? '', baseUrl: server.url })
  const browser = await openBrowser()
  return {
    url: server.url,
    mailboxUrl,
    shopUrl,
    danbao,
    browser,
    mailbox: openMailbox(mailboxUrl),
    async advance(duration) {
      await danbao.sandbox.advanceClock({ advance: duration })
    },
    async close() {
      await browser.close()
      await server.end('SIGTERM')
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What has arrived in the sandbox's mailbox, read as a test reads it. */
export interface Mailbox {
  /** The link in the newest mail to this address whose subject fits. */
  link(to: string, subject: RegExp): Promise<string>
  /** The six digits in the newest SMS to this number. */
  code(to: string): Promise<string>
  /** Waits for a mail. */
  mail(to: string, subject: RegExp): Promise<Mail>
}

const mails = z.object({
  mails: z.array(z.object({ subject: z.string(), text: z.string(), links: z.array(z.string()) })),
})
export type Mail = z.infer<typeof mails>['mails'][number]
const texts = z.object({ sms: z.array(z.object({ text: z.string() })) })

function openMailbox(url: string): Mailbox {
  const mail: Mailbox['mail'] = (to, subject) =>
    waitFor(`a mail to ${to} about ${subject}`, async () => {
      const answer = await fetch(`${url}/api/mails?to=${encodeURIComponent(to)}`)
      return mails.parse(await answer.json()).mails.find((one) => subject.test(one.subject))
    })
  return {
    mail,
    async link(to, subject) {
      const [found] = (await mail(to, subject)).links
      if (found === undefined) throw new Error('The mail has no link.')
      return found
    },
    code: (to) =>
      waitFor(`an SMS to ${to}`, async () => {
        const answer = await fetch(`${url}/api/sms?to=${encodeURIComponent(to)}`)
        const [newest] = texts.parse(await answer.json()).sms
        return /\b\d{6}\b/.exec(newest?.text ?? '')?.[0]
      }),
  }
}
