import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createTestFolder } from '@danbao/database/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { get, post, send, sendOk } from '../servers/client.ts'
import { postgresPid } from '../servers/postgres-process.ts'
import { endAllServers, runDanbao, startServer } from '../servers/start-server.ts'

let folder: string

beforeEach(async () => {
  folder = await createTestFolder()
})

afterEach(async () => {
  await endAllServers()
  const left = await postgresPid(folder)
  if (left !== undefined) process.kill(left, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

it('shows a first payment that works by copy and paste', async () => {
  const server = await startServer({ DATA_DIR: folder })
  const { port } = new URL(server.url)
  const commands = await firstPayment()

  // The README's server listens on the usual port; only that is changed.
  const script = commands.replaceAll('localhost:8080', `127.0.0.1:${port}`)
  const output = await runInBash(script.replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`), {
    KEY: server.key ?? '',
    DATA_DIR: folder,
  })

  expect(output).toContain('"state":"released"')
  expect(output).not.toContain('/problems/')
  const list = await sendOk(server.url, get('/v1/payments', server.key))
  expect(JSON.stringify(list)).toContain('"state":"released"')
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0 })
}, 60_000)

it('shows money in and out that works by copy and paste', async () => {
  const ports = { SANDBOX_PORT: '0', SMTP_PORT: '0', MARKET_PORT: '0' }
  const server = await startServer({ DATA_DIR: folder, OUTSIDE_WORLD: 'on', ...ports })
  const readme = await firstPayment()
  // What the README's commands are made of, without what they do.
  const helpers = readme.slice(0, readme.indexOf('BUYER='))
  const page = await readFile(new URL('../../docs/money-in-and-out.md', import.meta.url), 'utf8')
  const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block ?? '')
  expect(blocks).toHaveLength(3)

  const output = await runInBash([helpers, ...blocks].join('\n'), {
    KEY: server.key ?? '',
    API: `${server.url}/v1`,
    SANDBOX: /Mailbox +(http:\S+)/.exec(server.output())?.[1] ?? '',
  })

  expect(output).toContain('"state":"credited"')
  expect(output).toContain('"state":"queued"')
  expect(output).toContain('"in_escrow":{"value":"500","currency":"USD"}')
  expect(output).not.toContain('/problems/')
  await server.end('SIGTERM')
}, 120_000)

/** The shell commands of the README from the heading about the first payment on. */
async function firstPayment(): Promise<string> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const section = readme.split(/^#+ .*first payment.*$/im)[1]?.split(/^#+ /m)[0] ?? ''
  const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block ?? '')
  expect(blocks.length).toBeGreaterThan(0)
  // What asks the reader to put in the key: here it is in the environment already.
  return blocks.join('\n').replaceAll(/^(export )?KEY=.*$/gm, '')
}

async function runInBash(
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const bash = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [bash.stdout, bash.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  }
  await once(bash, 'close')
  expect(bash.exitCode, text).toBe(0)
  return text
}

it('says on an empty folder where everything is, and gives a key that works', async () => {
  const server = await startServer({ DATA_DIR: folder })
  for (const path of ['/v1', '/docs', '/v1/openapi.json', '/readyz', '/metrics']) {
    expect(server.output()).toContain(server.url + path)
  }
  expect(server.key).toMatch(/^sk_sandbox_/)
  const made = await send(server.url, post('/v1/accounts', server.key, { name: 'First' }))
  expect(made.status).toBe(201)
  await server.end('SIGTERM')

  const again = await startServer({ DATA_DIR: folder })
  expect(again.key, 'the key is shown once').toBeUndefined()
  expect((await send(again.url, get('/v1/accounts', server.key))).status).toBe(200)
  await again.end('SIGTERM')
}, 60_000)

it('ends cleanly on Ctrl-C and leaves no PostgreSQL behind', async () => {
  const server = await startServer({ DATA_DIR: folder })
  expect(await postgresPid(folder)).toBeGreaterThan(0)

  expect(await server.end('SIGINT')).toEqual({ code: 0, signal: null })

  expect(await postgresPid(folder)).toBeUndefined()
  expect(await processesIn(folder)).toEqual([])
}, 60_000)

/** What still runs with this folder among its arguments. */
async function processesIn(path: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    execFile('ps', ['-eo', 'args'], (error, stdout) => {
      if (error !== null) reject(error)
      else resolve(stdout.split('\n').filter((line) => line.includes(path)))
    })
  })
}

it('says that a port is in use, and starts nothing', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''

  const { code, output } = await runDanbao(['start'], { DATA_DIR: folder, PORT: port })

  expect(output).toContain(`Port ${port} is in use`)
  expect(output).not.toContain('    at ')
  expect(code).toBe(1)
  expect(await postgresPid(folder)).toBeUndefined()
  taken.close()
}, 30_000)

it('brings up two servers that start at once on an empty folder', async () => {
  const servers = await Promise.all([
    startServer({ DATA_DIR: folder }),
    startServer({ DATA_DIR: folder }),
  ])

  const keys = servers.map(({ key }) => key).filter((key) => key !== undefined)
  expect(keys.length).toBeGreaterThan(0)
  for (const { url } of servers) {
    for (const key of keys) expect((await send(url, get('/v1/accounts', key))).status).toBe(200)
  }
  const endings = await Promise.all(servers.map((server) => server.end('SIGINT')))
  expect(endings.map(({ code }) => code)).toEqual([0, 0])
  expect(await postgresPid(folder)).toBeUndefined()
}, 60_000)
