import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'

const ENTRY = fileURLToPath(new URL('./main.ts', import.meta.url))
const ready = z.object({
  ready: z.literal(true),
  url: z.string(),
  smtpUrl: z.string(),
  cardsUrl: z.string(),
})
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

async function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [ENTRY], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const closed = once(child, 'close')
  const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line')
  const said: unknown = JSON.parse(z.string().parse(line))
  return { child, closed, said }
}

const FREE = { SANDBOX_PORT: '0', SMTP_PORT: '0' }

it('says in one line where it is, and is there', async () => {
  const { url, smtpUrl, cardsUrl } = ready.parse((await start(FREE)).said)
  expect((await fetch(url)).status).toBe(200)
  expect((await fetch(new URL('/v1/customers', cardsUrl))).status).toBe(401)
  expect(smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
})

it.each([
  ['it is told to', (child: ChildProcess) => child.kill('SIGTERM')],
  ['whoever started it is gone', (child: ChildProcess) => child.stdin?.destroy()],
])('stops when %s, also while a page is open', async (_why, end) => {
  const { child, closed, said } = await start(FREE)
  const live = await fetch(`${ready.parse(said).url}/live`)
  const before = performance.now()
  end(child)
  expect(await closed).toEqual([0, null])
  expect(performance.now() - before).toBeLessThan(3000)
  await live.body?.cancel().catch(() => {})
})

it.each(['SANDBOX_PORT', 'SMTP_PORT'])('says which port is taken: %s', async (name) => {
  const { url, smtpUrl } = ready.parse((await start(FREE)).said)
  const port = new URL(name === 'SMTP_PORT' ? smtpUrl : url).port
  const { said, closed } = await start({ ...FREE, [name]: port })
  expect(said).toMatchObject({ ready: false, code: 'EADDRINUSE', port: Number(port) })
  expect(await closed).toEqual([1, null])
})
