import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Log, silentLog } from '@danbao/database'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { OperatorError } from './config.ts'
import { startWorld, type World } from './world.ts'

const FREE = {
  sandboxPort: 0,
  smtpPort: 0,
  marketPort: 0,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:8080',
  filesFolder: join(tmpdir(), 'danbao-files'),
  demoMarket: { apiKey: 'sk_sandbox_none', sellers: [], dataFolder: tmpdir() },
}
const worlds: World[] = []
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.stop()))
})

async function start(config = FREE, log: Log = silentLog): Promise<World> {
  const world = await startWorld(config, log)
  worlds.push(world)
  return world
}

const isThere = async (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

it('starts the sandbox and stops it, and says nothing of that', async () => {
  const warnings: string[] = []
  const log: Log = { ...silentLog, warn: (message) => warnings.push(message) }
  const { sandbox, stop } = await start(FREE, log)
  expect(await isThere(sandbox.url)).toBe(true)
  expect(sandbox.smsUrl).toBe(`${sandbox.url}/sms`)
  expect(sandbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
  await stop()
  expect(await isThere(sandbox.url)).toBe(false)
  expect(warnings).toEqual([])
})

it.each([
  ['sandboxPort', 'SANDBOX_PORT'],
  ['smtpPort', 'SMTP_PORT'],
] as const)('names what to set when the port of %s is taken', async (key, variable) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const starting = start({ ...FREE, [key]: port })
  await expect(starting).rejects.toThrow(OperatorError)
  await expect(starting).rejects.toThrow(
    `Port ${port} (sandbox) is in use. Set ${variable} to another one.`,
  )
  other.close()
})

it('ends with a server that is killed', async () => {
  const script = `
    const { startWorld } = await import(${JSON.stringify(new URL('./world.ts', import.meta.url).href)})
    const log = { info() {}, warn() {} }
    const { sandbox } = await startWorld(${JSON.stringify(FREE)}, log)
    console.log(sandbox.url)`
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: unknown[] = await once(createInterface({ input: server.stdout }), 'line')
  const url = z.url().parse(line)
  expect(await isThere(url)).toBe(true)
  server.kill('SIGKILL')
  await expect.poll(() => isThere(url), { timeout: 5000 }).toBe(false)
})
