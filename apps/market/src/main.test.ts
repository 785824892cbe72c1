import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

const line = z.object({
  ready: z.boolean(),
  issuer: z.string().optional(),
  clientSecret: z.string().optional(),
  code: z.string().optional(),
})

async function start(env: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], MARKET_PORT: '0', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('no output')
  const exited = once(child, 'exit')
  const [first] = await once(createInterface(child.stdout), 'line')
  return { child, exited, told: line.parse(JSON.parse(String(first))) }
}

it('tells when it is ready, and stops when it is told to', async () => {
  const { child, exited, told } = await start({ MARKET_CLIENT_SECRET: 'given' })
  expect(told.ready).toBe(true)
  // A secret that its parent knows already is told to nobody.
  expect(told.clientSecret).toBeUndefined()
  const answer = await fetch(`${told.issuer}/.well-known/openid-configuration`)
  expect(answer.status).toBe(200)
  child.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
})

it('stops when its parent is gone', async () => {
  const { child, exited, told } = await start({})
  expect(told.clientSecret).toMatch(/^[\w-]{43}$/)
  child.stdin?.end()
  expect(await exited).toEqual([0, null])
})

it('tells why it can not start', async () => {
  const first = await start({})
  const { port } = new URL(first.told.issuer ?? '')
  const second = await start({ MARKET_PORT: port })
  expect(second.told).toMatchObject({ ready: false, code: 'EADDRINUSE' })
  expect(await second.exited).toEqual([1, null])
  first.child.stdin?.end()
  await first.exited
})
