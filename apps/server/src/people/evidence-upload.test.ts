import { request } from 'node:http'
import { once } from 'node:events'
import { encodeId, newUuid, systemClock } from '@danbao/kernel'
import { createPeople } from '@danbao/people'
import { openTestPeople, type Registered, type TestPeople } from '@danbao/people/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../create-server.ts'

let test: TestPeople
let app: FastifyInstance
let port: number
let anna: Registered
beforeAll(async () => {
  test = await openTestPeople()
  app = await createServer({
    core: test.core,
    people: createPeople(test.deps),
    mode: test.deps.mode,
    clock: systemClock(),
    logger: pino({ level: 'silent' }),
    publicUrl: test.deps.publicUrl,
    authenticate: () => undefined,
  })
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  anna = await test.registered()
})
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Said {
  readonly status: number | undefined
  readonly text: string
  /** What the server took before it answered. */
  readonly sent: number
}

/** Sends so many bytes, piece by piece, until the server has answered. */
async function upload(size: number, length: 'told' | 'untold'): Promise<Said> {
  const sending = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/wallet/api/disputes/${encodeId('dsp', newUuid())}/evidence`,
    headers: {
      'danbao-app': '1',
      'content-type': 'video/mp4',
      cookie: `danbao_wallet=${anna.visitor.sessionToken ?? ''}`,
      ...(length === 'told' ? { 'content-length': size } : { 'transfer-encoding': 'chunked' }),
    },
  })
  // The server hangs up while more is being sent: that is the point.
  sending.on('error', () => undefined)
  const answered = once(sending, 'response')
  let over = false
  void answered.then(() => (over = true))
  const piece = Buffer.alloc(64 * 1024)
  let sent = 0
  while (!over && sent < size && !sending.destroyed) {
    sent += piece.length
    if (!sending.write(piece)) {
      await Promise.race([once(sending, 'drain'), answered]).catch(() => undefined)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  const [response] = await answered
  let text = ''
  for await (const part of response) text += String(part)
  sending.destroy()
  return { status: response.statusCode, text, sent }
}

describe('an upload of 200 MB', () => {
  const SIZE = 200 * 1024 * 1024

  it('is refused before it is sent when its length is told', async () => {
    const { status, text, sent } = await upload(SIZE, 'told')
    expect(status).toBe(413)
    expect(text).toContain('15 MiB')
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  it('is cut off where it becomes too much when its length is not told', async () => {
    const { status, text, sent } = await upload(SIZE, 'untold')
    expect(status).toBe(413)
    expect(text).toContain('15 MiB')
    expect(sent).toBeLessThan(40 * 1024 * 1024)
  })
})
