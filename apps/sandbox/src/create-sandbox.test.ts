import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './create-sandbox.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0 })
})
afterEach(() => sandbox.close())

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(new URL(path, sandbox.url), { headers })
const page = async (path: string, language = 'en') =>
  (await get(path, { 'accept-language': language })).text()
const newest = () => sandbox.inbox.list()[0]?.id ?? ''

/** Speaks SMTP line by line; what each command was answered. */
async function speak(...commands: string[]): Promise<string[]> {
  const socket = connect(Number(new URL(sandbox.smtpUrl).port), '127.0.0.1')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done === true || /^\d{3} /.test(value)) return value ?? ''
    return answer()
  }
  const answers = [await answer()]
  for (const command of commands) {
    socket.write(`${command}\r\n`)
    answers.push(await answer())
  }
  socket.destroy()
  return answers
}

async function send(message: string, ...to: string[]): Promise<string[]> {
  const recipients = (to.length === 0 ? ['anna@example.com'] : to).map((one) => `RCPT TO:<${one}>`)
  const raw = message.replaceAll(/\r?\n/g, '\r\n')
  return speak('EHLO test', 'MAIL FROM:<a@b.example>', ...recipients, 'DATA', `${raw}\r\n.`)
}

const htmlMail = (html: string, subject = 'Hello') =>
  `From: Shop <shop@b.example>\nSubject: ${subject}\nContent-Type: text/html; charset=utf-8\n\n${html}`

describe('mail', () => {
  it('of any coding is kept as it was meant', async () => {
    const subject = `=?koi8-r?B?${Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]).toString('base64')}?=`
    await send(`From: a@b.example\nSubject: ${subject}\nContent-Type: text/plain; charset=gb18030
Content-Transfer-Encoding: base64\n\n${Buffer.from([0xb5, 0xa3, 0xb1, 0xa3]).toString('base64')}`)
    expect(sandbox.inbox.list()).toMatchObject([{ subject: 'Привет', text: '担保' }])
  })

  it('belongs to those of the envelope, not to those whom it names', async () => {
    await send('To: other@example.com\nSubject: x\n\ny', 'Anna@Example.com', 'ben@example.com')
    const found = async (to: string) => (await get(`/api/mails?to=${to}`)).json()
    expect(await found('anna@example.com')).toMatchObject({ mails: [{ text: 'y\n' }] })
    expect(await found('ben@example.com')).toMatchObject({ mails: [{ text: 'y\n' }] })
    expect(await found('other@example.com')).toEqual({ mails: [] })
  })

  it('is asked for with its links, newest first', async () => {
    await send('Subject: first\n\nOpen https://wallet.example/a?b=1&c=2 now')
    await send('Subject: second\n\n')
    expect(await (await get('/api/mails?to=anna@example.com')).json()).toMatchObject({
      mails: [
        { subject: 'second', links: [] },
        { subject: 'first', links: ['https://wallet.example/a?b=1&c=2'] },
      ],
    })
  })

  it.each([
    ['refused.example', '550'],
    ['later.example', '451'],
  ])('to %s is answered with %s, to see what comes of it', async (domain, status) => {
    const answers = await speak('EHLO test', 'MAIL FROM:<a@b.example>', `RCPT TO:<x@${domain}>`)
    expect(answers.at(-1)).toContain(status)
  })

  it('has no login and no TLS to offer', async () => {
    const [, login, tls] = await speak('AUTH PLAIN AGEAYg==', 'STARTTLS')
    expect([login, tls]).toEqual([expect.stringMatching(/^5/), expect.stringMatching(/^5/)])
  })

  it('that breaks off is forgotten, and the next one arrives', async () => {
    const socket = connect(Number(new URL(sandbox.smtpUrl).port), '127.0.0.1')
    await once(socket, 'data')
    socket.write('EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: h')
    socket.resetAndDestroy()
    expect((await send('Subject: whole\n\n')).at(-1)).toContain('250')
    expect(sandbox.inbox.list()).toMatchObject([{ subject: 'whole' }])
  })
})

describe('SMS', () => {
  const post = (body: unknown) =>
    fetch(sandbox.smsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer any' },
      body: JSON.stringify(body),
    })

  it('is taken over and shown', async () => {
    const text = 'Код: 012345\n\n@localhost #012345'
    expect((await post({ to: '+4915112345678', text })).status).toBe(202)
    const path = `/api/sms?${new URLSearchParams({ to: '+4915112345678' })}`
    expect(await (await get(path)).json()).toMatchObject({ sms: [{ text }] })
    expect(await page('/')).toContain(text)
  })

  it.each([{ to: '015112345678', text: 'x' }, { to: '+4915112345678' }, [], null])(
    'is refused when it is %j',
    async (body) => {
      expect((await post(body)).status).toBe(422)
      expect(sandbox.inbox.list()).toEqual([])
    },
  )
})

describe('the page', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', '<html lang="ru">', 'Пока ничего не пришло.'],
    ['de, zh-CN;q=0.7, en;q=0.3', '<html lang="zh-Hans">', '还没有收到任何消息。'],
    ['fr', '<html lang="en">', 'Nothing has arrived yet.'],
  ])('speaks what a browser of %s asks for', async (language, tag, words) => {
    const shown = await page('/', language)
    expect(shown).toContain(tag)
    expect(shown).toContain(words)
  })

  it('finds by recipient and by words, whatever their case', async () => {
    await send('Subject: Parcel\n\nOne', 'anna@example.com')
    await send('Subject: Refund\n\nTwo', 'ben@example.com')
    const shown = await page('/?to=ANNA@example.com')
    expect(shown).toContain('Parcel')
    expect(shown).not.toContain('Refund')
    expect(await page('/?search=refund')).not.toContain('Parcel')
    expect(await page('/?search=nowhere')).toContain('Nothing matches.')
  })

  it('says so when a message is gone', async () => {
    const answer = await get('/messages/none')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('no longer here')
    expect((await get('/messages/none/html')).status).toBe(404)
  })

  it('tells an open browser at once what has arrived', async () => {
    const stop = new AbortController()
    const { body, headers } = await fetch(`${sandbox.url}/live`, { signal: stop.signal })
    expect(headers.get('content-type')).toContain('text/event-stream')
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toContain('retry')
    await send('Subject: now\n\n')
    expect((await reader?.read())?.value).toBe(
      `data: ${JSON.stringify({ id: newest(), kind: 'mail' })}\n\n`,
    )
    stop.abort()
    await expect(reader?.read()).rejects.toThrow()
  })
})

describe('a hostile mail', () => {
  const EVIL = `<script>alert(1)</script><img src=x onerror="alert(2)">`

  it('is markup nowhere but in its frame', async () => {
    const header = `=?utf-8?B?${Buffer.from(EVIL).toString('base64')}?=`
    await send(
      `From: "${'<script>x'}" <a@b.example>\nSubject: ${header}\n\n${EVIL} https://x.example/"onclick="y`,
    )
    const paths = ['/', `/messages/${newest()}`, `/messages/${newest()}?view=text`]
    for (const path of [...paths, `/?search=${encodeURIComponent(`"><script>z`)}`]) {
      const shown = await page(path)
      expect(shown).not.toMatch(/<script>|<img|"onclick/)
    }
    expect(await page('/')).toContain('&lt;script&gt;alert(1)')
  })

  it('has in its frame no origin, no script, no form and nothing from elsewhere', async () => {
    await send(htmlMail(`<html><head><title>t</title></head><body>${EVIL}</body></html>`))
    expect(await page(`/messages/${newest()}`)).toMatch(
      /<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    )
    const answer = await get(`/messages/${newest()}/html`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    )
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin|https?:/)
    expect(policy).toContain("form-action 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toContain('<head><base target="_blank">')
  })

  it('finds every page closed to scripts that are not our own', async () => {
    for (const path of ['/', '/messages/none']) {
      const policy = (await get(path)).headers.get('content-security-policy')
      expect(policy).toMatch(/default-src 'none'.*script-src 'self'/)
      expect(policy).not.toContain('unsafe')
    }
  })
})

it('keeps the newest 500 only', async () => {
  const { inbox } = sandbox
  for (let i = 1; i <= 510; i += 1) {
    inbox.add({ kind: 'sms', id: `${i}`, to: ['+491'], text: `${i}`, receivedAt: '' })
  }
  expect(inbox.list()).toHaveLength(500)
  expect([inbox.find('510')?.text, inbox.find('11')?.text, inbox.find('10')]).toEqual([
    '510',
    '11',
    undefined,
  ])
})

it('listens on loopback only unless it is told otherwise', () => {
  expect(new URL(sandbox.url).hostname).toBe('127.0.0.1')
  expect(new URL(sandbox.smtpUrl).hostname).toBe('127.0.0.1')
})

it('starts nothing when one of its ports is taken', async () => {
  const [smtpPort, webPort] = [sandbox.smtpUrl, sandbox.url].map((url) => Number(new URL(url).port))
  await expect(createSandbox({ smtpPort: smtpPort ?? 0, webPort: 0 })).rejects.toThrow('EADDRINUSE')
  await expect(createSandbox({ smtpPort: 0, webPort: webPort ?? 0 })).rejects.toThrow('EADDRINUSE')
})
