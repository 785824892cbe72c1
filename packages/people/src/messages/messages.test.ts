import { globSync, readFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import {
  days,
  type Duration,
  hours,
  type Instant,
  InvariantError,
  minutes,
  seconds,
} from '@danbao/kernel'
import { type Log, queryText, silentLog } from '@danbao/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPerson } from '../base/person.ts'
import { openTestPeople, type TestPeople } from '../testing.ts'
import { defineMail, defineSms } from './define.ts'
import { createMessenger, type Messenger } from './messenger.ts'
import { notifyPerson } from './notify.ts'
import { forgetSent } from './outbox.ts'
import { queueMail, queueSms } from './queue.ts'
import { createSmsGateway } from './sms-gateway.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import { openTestSandbox, type TestSandbox } from './testing.ts'
import type { MailTransport, SmsGateway } from './transport.ts'

const FROM = 'Danbao <no-reply@wallet.example>'
const NUMBER = '+4915112345678'
const SOURCES = join(import.meta.dirname, '..')

const mail = defineMail({
  en: { subject: 'Hello {name}', lines: ['Welcome, {name}.', { button: 'Open', href: '{link}' }] },
  ru: {
    subject: 'Здравствуйте, {name}! Ваш кошелёк готов — заходите',
    lines: ['Добро пожаловать, {name}.', { button: 'Открыть', href: '{link}' }],
  },
  zh: {
    subject: '{name}，您好！您的钱包已经开通，欢迎使用',
    lines: ['欢迎，{name}。', { button: '打开', href: '{link}' }],
  },
})
const sms = defineSms({ en: 'Your code: {code}', ru: 'Ваш код: {code}', zh: '验证码：{code}' })
const link = `https://wallet.example/confirm?token=${'x'.repeat(60)}&again=1`

let people: TestPeople
let sandbox: TestSandbox
beforeAll(async () => {
  ;[people, sandbox] = await Promise.all([openTestPeople(), openTestSandbox()])
})
afterAll(async () => {
  await Promise.all([people.close(), sandbox.close()])
})
beforeEach(() => people.deps.pool.query('DELETE FROM people.message'))

type Parts = { mail?: MailTransport; sms?: SmsGateway | undefined; log?: Log }
const messenger = (parts: Parts = {}): Messenger =>
  createMessenger({
    deps: people.deps,
    mail: createSmtpTransport({ url: sandbox.smtpUrl, from: FROM }),
    sms: createSmsGateway({ url: sandbox.smsUrl, token: 'secret' }),
    log: silentLog,
    ...parts,
  })

let count = 0
const queue = async (how: { to?: string; name?: string; goodUntil?: Instant } = {}) => {
  count += 1
  const { to = `person${count}@example.com`, name = 'Anna', ...rest } = how
  const now = await people.deps.now()
  const values = { name, link }
  await queueMail(people.deps.pool, people.deps, { to, language: 'en', mail, values, now, ...rest })
  return to
}
const queueCode = async () =>
  queueSms(people.deps.pool, people.deps, {
    to: NUMBER,
    language: 'ru',
    sms,
    values: { code: '012345' },
    now: await people.deps.now(),
  })
/** [attempts, sent?, given up or sent?, content there?, last failure] */
const rows = () =>
  queryText(
    people.deps.pool,
    `SELECT attempts, sent_at IS NOT NULL, due_at IS NULL, content IS NOT NULL, last_failure
     FROM people.message ORDER BY id`,
  )
const SENT = (attempts: string) => [attempts, 't', 't', 'f', null]

it('waits in its queue while nothing takes its kind, and the other kind leaves', async () => {
  const to = await queue()
  await queueCode()
  expect(await messenger({ sms: undefined }).deliverDue()).toBe(1)
  expect(await sandbox.mails(to)).toHaveLength(1)
  expect(await rows()).toEqual([SENT('1'), ['0', 'f', 'f', 't', null]])
})

describe('a mail by SMTP', () => {
  it.each([
    ['ru', 'Здравствуйте, Жанна! Ваш кошелёк готов — заходите', 'Добро пожаловать, Жанна.'],
    ['zh', 'Жанна，您好！您的钱包已经开通，欢迎使用', '欢迎，Жанна。'],
  ] as const)('arrives in %s as it was written', async (language, subject, line) => {
    const now = await people.deps.now()
    const to = `${language}@example.com`
    const values = { name: 'Жанна', link }
    await queueMail(people.deps.pool, people.deps, { to, language, mail, values, now })
    expect(await messenger().deliverDue()).toBe(1)
    const [received] = await sandbox.mails(to)
    expect(received).toMatchObject({
      to: [to],
      from: '"Danbao" <no-reply@wallet.example>',
      subject,
      date: new Date(now).toISOString(),
      links: [link],
    })
    expect(received?.text).toContain(line)
    expect(received?.html).toContain(line)
    expect(received?.html).toContain(link.replaceAll('&', '&amp;'))
    expect(received?.messageId).toMatch(/^<[0-9a-f-]{36}@wallet\.example>$/)
  })

  it('has the headers that we gave it and goes to nobody else, whatever the name', async () => {
    const to = await queue({ name: 'Anna\r\nBcc: thief@evil.example\r\n\r\nBody' })
    expect(await messenger().deliverDue()).toBe(1)
    const [received] = await sandbox.mails(to)
    expect(received?.subject).toBe('Hello Anna Bcc: thief@evil.example Body')
    expect(received?.to).toEqual([to])
    expect(await sandbox.mails('thief@evil.example')).toEqual([])
  })

  it.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'Anna <a@example.com>',
    'a@example.com;b@example.com',
    'nobody',
  ])('is not queued for "%s"', async (to) => {
    await expect(queue({ to })).rejects.toThrow(InvariantError)
    expect(await rows()).toEqual([])
  })

  it('lies in the database sealed, and its content is erased once it was sent', async () => {
    await queue({ name: 'Zaphod' })
    const [sealed] = await queryText(people.deps.pool, 'SELECT content FROM people.message')
    const bytes = Buffer.from(sealed?.[0]?.slice(2) ?? '', 'hex').toString('latin1')
    expect(bytes.length).toBeGreaterThan(500)
    expect(bytes).not.toContain('Zaphod')
    await messenger().deliverDue()
    expect(await rows()).toEqual([SENT('1')])
  })

  it('is not sent when the transaction that wrote it is rolled back', async () => {
    const client = await people.deps.pool.connect()
    const now = await people.deps.now()
    const values = { name: 'Anna', link }
    await client.query('BEGIN')
    await queueMail(client, people.deps, { to: 'a@b.example', language: 'en', mail, values, now })
    expect(await messenger().deliverDue()).toBe(0)
    await client.query('ROLLBACK')
    client.release()
    expect(await messenger().deliverDue()).toBe(0)
  })
})

describe('an SMS', () => {
  it('reaches the gateway, with its code in the last line', async () => {
    await queueCode()
    expect(await messenger().deliverDue()).toBe(1)
    expect(await sandbox.sms(NUMBER)).toEqual([
      expect.objectContaining({ to: [NUMBER], text: 'Ваш код: 012345\n\n@localhost #012345' }),
    ])
    expect(await rows()).toEqual([SENT('1')])
  })

  it('goes with its token and the same key each time it is tried', async () => {
    const calls: string[] = []
    const gateway = await openGateway((request) => calls.push(request))
    gateway.answer = 503
    await queueCode()
    const through = messenger({ sms: createSmsGateway({ url: gateway.url, token: 'secret' }) })
    expect(await through.deliverDue()).toBe(0)
    await people.advance(seconds(10))
    gateway.answer = 202
    expect(await through.deliverDue()).toBe(1)
    const keys = calls.map((call) => /idempotency-key: (\S+)/i.exec(call)?.[1])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys).toEqual([keys[0], keys[0]])
    expect(calls[0]).toMatch(/^POST \/send HTTP\/1\.1\r\n[^]*authorization: Bearer secret\r\n/i)
    expect(calls[0]).toContain(`{"to":"${NUMBER}","text":"Ваш код`)
    await gateway.close()
  })

  it.each([
    [400, 't', 'gateway 400'],
    [422, 't', 'gateway 422'],
    [401, 'f', 'gateway 401'],
    [429, 'f', 'gateway 429'],
    [302, 'f', 'gateway 302'],
    [500, 'f', 'gateway 500'],
    [503, 'f', 'gateway 503'],
  ])('that is answered with %d is given up: %s', async (status, givenUp, failure) => {
    const gateway = await openGateway(() => {})
    gateway.answer = status
    await queueCode()
    const through = messenger({ sms: createSmsGateway({ url: gateway.url }) })
    expect(await through.deliverDue()).toBe(0)
    expect(await rows()).toEqual([['1', 'f', givenUp, 't', failure]])
    await gateway.close()
  })

  it('is tried again when the gateway does not answer, and when it is not there', async () => {
    const gateway = await openGateway(() => {})
    gateway.answer = undefined
    await queueCode()
    const slow = createSmsGateway({ url: gateway.url, timeoutMs: 200 })
    expect(await messenger({ sms: slow }).deliverDue()).toBe(0)
    expect(await rows()).toEqual([['1', 'f', 'f', 't', 'gateway TimeoutError']])
    await gateway.close()
    await people.advance(seconds(10))
    expect(await messenger({ sms: slow }).deliverDue()).toBe(0)
    expect(await rows()).toEqual([['2', 'f', 'f', 't', 'gateway ECONNREFUSED']])
  })
})

describe('a notice', () => {
  it('goes by every way a person can be reached', async () => {
    const { id, email, phone } = await people.registered({ language: 'zh' })
    const person = await readPerson(people.deps.pool, id)
    if (person === undefined) throw new Error('the person is there')
    const now = await people.deps.now()
    const changed = defineSms({ en: 'Changed.', ru: 'Изменено.', zh: '已更改。' })
    const notice = { mail, sms: changed, values: { name: '安娜', link }, now }
    await notifyPerson(people.deps.pool, people.deps, person, notice)
    expect(await messenger().deliverDue()).toBe(2)
    expect((await sandbox.mails(email))[0]?.subject).toContain('安娜，您好')
    expect((await sandbox.sms(phone))[0]?.text).toBe('已更改。')
    const without = { ...person, phone: null }
    await notifyPerson(people.deps.pool, people.deps, without, notice)
    expect(await messenger().deliverDue()).toBe(1)
  })

  it('can say where to write to us', async () => {
    const { id } = await people.registered()
    const person = await readPerson(people.deps.pool, id)
    if (person === undefined) throw new Error('the person is there')
    const words = { subject: 'Changed', lines: ['Not you? Write to {support}'] }
    const changed = defineMail({ en: words, ru: words, zh: words })
    const now = await people.deps.now()
    await notifyPerson(people.deps.pool, people.deps, person, { mail: changed, now })
    await messenger().deliverDue()
    const text = `Not you? Write to ${people.deps.supportEmail}`
    expect((await sandbox.mails(person.email))[0]?.text).toContain(text)
  })

  it('that sends people to support tells where that is', () => {
    const asking = globSync('**/{*mails,notices}.ts', { cwd: SOURCES })
      .flatMap((name) => readFileSync(join(SOURCES, name), 'utf8').split('\n'))
      .filter((line) => /to our support|в поддержку|联系客服/.test(line))
    expect(asking.length).toBeGreaterThanOrEqual(6)
    expect(asking.filter((line) => !line.includes('{support}'))).toEqual([])
  })
})

describe('delivery', () => {
  it('waits out a mail server that is down', async () => {
    const down = await openTestSandbox()
    const { smtpUrl } = down
    await down.close()
    const through = messenger({ mail: createSmtpTransport({ url: smtpUrl, from: FROM }) })
    const to = await queue()
    expect(await through.deliverDue()).toBe(0)
    expect(await rows()).toEqual([['1', 'f', 'f', 't', 'smtp ESOCKET CONN']])
    // Not before its time, and nothing is lost meanwhile.
    const up = await openTestSandbox(new URL(smtpUrl).port)
    await people.advance(seconds(9))
    expect(await through.deliverDue()).toBe(0)
    await people.advance(seconds(1))
    expect(await through.deliverDue()).toBe(1)
    expect(await up.mails(to)).toHaveLength(1)
    expect(await rows()).toEqual([SENT('2')])
    await up.close()
  })

  it('is not held up for ever by a server that never says a word', async () => {
    const { server, port } = await listen(() => {})
    const url = `smtp://127.0.0.1:${port}`
    await queue()
    const through = messenger({ mail: createSmtpTransport({ url, from: FROM, timeoutMs: 300 }) })
    const before = performance.now()
    expect(await through.deliverDue()).toBe(0)
    expect(performance.now() - before).toBeLessThan(5000)
    expect(await rows()).toEqual([['1', 'f', 'f', 't', expect.stringContaining('smtp')]])
    server.close()
  })

  it('sends each message once, however many processes send', async () => {
    const recipients = await Promise.all(Array.from({ length: 60 }, () => queue()))
    const processes = [messenger(), messenger(), messenger(), messenger()]
    const sent = await Promise.all(processes.map((process) => process.deliverDue()))
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(60)
    expect(sent.filter((one) => one > 0).length).toBeGreaterThan(1)
    for (const to of recipients) expect(await sandbox.mails(to)).toHaveLength(1)
  })

  it('is one round at a time in a process, also when the clock jumps past the lease', async () => {
    await queue()
    let sends = 0
    let finish = (): void => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const send = (): Promise<void> => {
      sends += 1
      return finished
    }
    const one = messenger({ mail: { send } })
    const first = one.deliverDue()
    await expect.poll(() => sends).toBe(1)
    await people.advance(days(30))
    const second = one.deliverDue('mail')
    finish()
    expect(await Promise.all([first, second])).toEqual([1, 1])
    expect(sends).toBe(1)
    expect(await rows()).toEqual([SENT('1')])
  })

  it('takes over what a process that died was about to send', async () => {
    const to = await queue()
    void messenger({ mail: { send: () => new Promise(() => {}) } }).deliverDue()
    await expect.poll(rows).toEqual([['1', 'f', 'f', 't', null]])
    expect(await messenger().deliverDue()).toBe(0)
    await people.advance(minutes(5))
    expect(await messenger().deliverDue()).toBe(1)
    expect(await sandbox.mails(to)).toHaveLength(1)
  })

  it('of SMS does not wait for a mail server that hangs', async () => {
    await queue()
    await queueCode()
    const hangs = messenger({ mail: { send: () => new Promise(() => {}) } })
    void hangs.deliverDue('mail')
    expect(await hangs.deliverDue('sms')).toBe(1)
  })

  it('gives up after ten tries in a day, keeps the content for a week, then erases it', async () => {
    const warnings: string[] = []
    const log: Log = { ...silentLog, warn: (message) => warnings.push(message) }
    const to = await queue({ to: 'someone@later.example' })
    const through = messenger({ log })
    const start = await people.deps.now()
    let tries = 0
    const pauses: Duration[] = [seconds(10), minutes(1), minutes(5), minutes(15), minutes(30)]
    pauses.push(hours(1), hours(3), hours(6), hours(13))
    for (const pause of [...pauses, days(2)]) {
      expect(await through.deliverDue()).toBe(0)
      tries += 1
      expect((await rows())[0]?.[0]).toBe(String(tries))
      await people.advance(pause)
    }
    expect(await rows()).toEqual([['10', 'f', 't', 't', 'smtp EENVELOPE RCPT TO 451']])
    expect(await through.deliverDue()).toBe(0)
    expect(warnings).toEqual([expect.stringMatching(/mail [0-9a-f-]{36} .*given up/)])
    expect(warnings.join()).not.toContain(to)
    expect(await through.eraseGivenUp()).toBe(0)
    const passed = (await people.deps.now()) - start
    await people.advance(seconds((days(8) - passed) / 1000))
    expect(await through.eraseGivenUp()).toBe(1)
    expect(await rows()).toEqual([['10', 'f', 't', 'f', 'smtp EENVELOPE RCPT TO 451']])
  })

  it('forgets whom it wrote to 90 days after sending, and not what still waits', async () => {
    await queue()
    await people.advance(days(10))
    await queueCode()
    expect(await messenger({ sms: undefined }).deliverDue()).toBe(1)
    const forget = async () => forgetSent(people.deps.pool, await people.deps.now())
    await people.advance(days(89))
    await people.advance(hours(23))
    expect(await forget()).toBe(0)
    await people.advance(hours(1))
    expect(await forget()).toBe(1)
    expect(await rows()).toEqual([['0', 'f', 'f', 't', null]])
    expect(await messenger().deliverDue()).toBe(1)
    expect(await forget()).toBe(0)
    await people.advance(days(90))
    expect(await forget()).toBe(1)
  })

  it('gives up at once where there is no such mailbox, and the reason names nobody', async () => {
    await queue({ to: 'someone@refused.example' })
    const good = await queue()
    expect(await messenger().deliverDue()).toBe(1)
    expect(await sandbox.mails(good)).toHaveLength(1)
    expect(await rows()).toEqual([['1', 'f', 't', 't', 'smtp EENVELOPE RCPT TO 550'], SENT('1')])
  })

  it('tries again when the sender is refused: that the operator can mend', async () => {
    await queue()
    const from = 'Danbao <no-reply@refused.example>'
    const mail = createSmtpTransport({ url: sandbox.smtpUrl, from })
    expect(await messenger({ mail }).deliverDue()).toBe(0)
    expect(await rows()).toEqual([['1', 'f', 'f', 't', 'smtp EENVELOPE MAIL FROM 550']])
  })

  it('does not send what is no longer good', async () => {
    const goodUntil = await people.deps.now()
    const to = await queue({ goodUntil })
    expect(await messenger().deliverDue()).toBe(0)
    expect(await sandbox.mails(to)).toEqual([])
    expect(await rows()).toEqual([['1', 'f', 't', 't', 'too late']])
  })

  it('stops trying what brought the process down ten times', async () => {
    const to = await queue()
    await people.deps.pool.query('UPDATE people.message SET attempts = 10')
    expect(await messenger().deliverDue()).toBe(0)
    expect(await sandbox.mails(to)).toEqual([])
    expect(await rows()).toEqual([['11', 'f', 't', 't', 'interrupted']])
  })

  it('gives a password to no server that would take it in the clear', async () => {
    const heard: string[] = []
    const { server, port } = await listen((socket) => {
      socket.write('220 hello\r\n')
      socket.on('data', (data) => {
        heard.push(data.toString())
        socket.write(
          data.toString().startsWith('EHLO') ? '250-x\r\n250 AUTH PLAIN\r\n' : '502 no\r\n',
        )
      })
    })
    // Leads to this machine, but does not look like it.
    const url = `smtp://user:hunter2@0.0.0.0:${port}`
    const transport = createSmtpTransport({ url, from: FROM, timeoutMs: 2000 })
    await queue()
    expect(await messenger({ mail: transport }).deliverDue()).toBe(0)
    expect(heard.join()).toMatch(/^EHLO/)
    expect(heard.join()).not.toContain('AUTH')
    expect((await rows())[0]?.[4]).toBe('smtp ETLS STARTTLS 502')
    server.close()
  })
})

async function listen(
  onSocket: (socket: Socket) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer(onSocket)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it has a port')
  return { server, port: address.port }
}

interface TestGateway {
  readonly url: string
  /** undefined: never. */
  answer: number | undefined
  close(): Promise<void>
}

/** Raw on purpose: what was sent is seen as it was sent. */
async function openGateway(onCall: (request: string) => void): Promise<TestGateway> {
  const sockets = new Set<Socket>()
  const { server, port } = await listen((socket) => {
    sockets.add(socket)
    let text = ''
    socket.on('error', () => {})
    socket.on('data', (data) => {
      text += data.toString()
      if (!text.endsWith('}')) return
      onCall(text)
      text = ''
      const { answer } = gateway
      if (answer === undefined) return
      const head = `HTTP/1.1 ${answer} x\r\nlocation: http://127.0.0.1:1/\r\n`
      socket.end(`${head}content-length: 0\r\nconnection: close\r\n\r\n`)
    })
  })
  const gateway: TestGateway = {
    url: `http://127.0.0.1:${port}/send`,
    answer: 202,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return gateway
}
