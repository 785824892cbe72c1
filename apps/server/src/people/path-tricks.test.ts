import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { systemClock } from '@danbao/kernel'
import { createPeople } from '@danbao/people'
import {
  ANNA,
  drawSpecimen,
  openTestPeople,
  type Registered,
  type TestPeople,
} from '@danbao/people/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../create-server.ts'

let test: TestPeople
let app: FastifyInstance
let port: number
let anna: Registered
let check: string
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
  const begun = await send('POST', '/wallet/api/identity', { document_type: 'passport' })
  check = JSON.parse(begun.text).id
})
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Answer {
  readonly status: number | undefined
  readonly text: string
}

/** As it is written: other clients take dots out of an address before they send it. */
async function send(
  method: string,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const isFile = body instanceof Uint8Array
  const sending = request({
    ...{ port, host: '127.0.0.1', method, path },
    headers: {
      'danbao-app': '1',
      'content-type': isFile ? 'image/jpeg' : 'application/json',
      cookie: `danbao_wallet=${anna.visitor.sessionToken ?? ''}`,
      ...headers,
    },
  })
  if (body === undefined) sending.end()
  else sending.end(isFile ? body : JSON.stringify(body))
  const [response] = await once(sending, 'response')
  let text = ''
  for await (const part of response) text += String(part)
  return { status: response.statusCode, text }
}

const PATHS = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '..%252f..%252fetc%252fpasswd',
  '..%5c..%5cwindows%5cwin.ini',
  '%00',
  'doc_0000000000000000000000000%00.jpg',
  '/etc/passwd',
  '....//....//package.json',
]

describe('a path in place of an id', () => {
  it.each(PATHS)('finds nothing among the pictures of documents: %s', async (trick) => {
    const { status, text } = await send('GET', `/wallet/api/identity/pictures/${trick}`)
    expect([400, 404]).toContain(status)
    expect(text).not.toMatch(/root:|"private": true/)
  })

  it.each(PATHS)('takes no upload: %s', async (trick) => {
    const picture = await drawSpecimen(ANNA, 'passport')
    const path = `/wallet/api/identity/${trick}/pictures?side=front`
    expect([400, 404]).toContain((await send('PUT', path, picture)).status)
  })
})

describe('a path in an address of the apps', () => {
  it.each(PATHS.flatMap((trick) => [`/wallet/${trick}`, `/console/assets/${trick}`]))(
    'leads to no file outside of them: %s',
    async (path) => {
      const { text } = await send('GET', path)
      expect(text).not.toMatch(/root:|"workspaces"|\[fonts\]/)
    },
  )
})

describe('a path as the name of a file that is uploaded', () => {
  it('is read by nobody: the file is kept as any other, and nothing is written to disk', async () => {
    const picture = await drawSpecimen(ANNA, 'passport')
    const trick = '../../../../../../tmp/danbao-trick.jpg'
    const { status, text } = await send(
      ...(['PUT', `/wallet/api/identity/${check}/pictures?side=front`, picture] as const),
      { 'content-disposition': `attachment; filename="${trick}"`, 'x-file-name': trick },
    )
    expect(status).toBe(200)
    expect(text).not.toContain('danbao-trick')
    const written = await readdir(tmpdir())
    expect(written.filter((name) => name.includes('danbao-trick'))).toEqual([])
  })

  it.each(['../front', 'front/../../x', 'front%00.jpg', '..%2f..%2fetc%2fpasswd'])(
    'and as the side that is pictured is refused: %s',
    async (side) => {
      const picture = await drawSpecimen(ANNA, 'passport')
      const path = `/wallet/api/identity/${check}/pictures?side=${side}`
      const { status, text } = await send('PUT', path, picture)
      expect([status, JSON.parse(text).code]).toEqual([400, 'invalid_request'])
    },
  )
})
