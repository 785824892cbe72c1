import { systemClock } from '@danbao/kernel'
import { createPeople } from '@danbao/people'
import { openTestPeople, type TestPeople } from '@danbao/people/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from './create-server.ts'

let test: TestPeople
let app: FastifyInstance
beforeAll(async () => {
  test = await openTestPeople()
  app = await createServer({
    core: test.core,
    people: createPeople(test.deps),
    mode: test.deps.mode,
    clock: systemClock(),
    logger: pino({ level: 'silent' }),
    publicUrl: test.deps.publicUrl,
    authenticate: (token) =>
      token === 'operator'
        ? { kind: 'operator' }
        : { kind: 'marketplace', marketplaceId: test.marketplace.marketplaceId },
  })
})
afterAll(async () => {
  await app.close()
  await test.close()
})

function rates(currency: string, rate: string): string {
  return `<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube><Cube time='2026-06-01'><Cube currency='${currency}' rate='${rate}'/></Cube></Cube></gesmes:Envelope>`
}

async function give(content: string, token = 'operator') {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/rail_files',
    headers: { authorization: `Bearer ${token}` },
    payload: { name: 'rates.xml', content },
  })
  return { status: answer.statusCode, body: answer.json<unknown>() }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a file given by the API', () => {
  it('is taken in once', async () => {
    const first = await give(base64(rates('USD', '1.18')))
    expect(first).toMatchObject({
      status: 200,
      body: { object: 'imported_file', known: false, format: 'ECB', counts: { rate: 1 } },
    })
    expect(await give(base64(rates('USD', '1.18')))).toMatchObject({ body: { known: true } })
  })

  it('is refused whole, with the place', async () => {
    expect(await give(base64(rates('USD', '0')))).toMatchObject({
      status: 422,
      body: { code: 'file_refused', problem: 'malformed_rate', place: 'Cube USD' },
    })
    expect(await give('no base64!')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
  })

  it('is taken from the operator alone', async () => {
    expect(await give(base64(rates('USD', '1.18')), 'shop')).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    })
  })

  it('may have 10 MB, and not more', async () => {
    const large = 'x'.repeat(9 * 1024 * 1024)
    expect(await give(base64(large))).toMatchObject({ status: 422, body: { code: 'file_refused' } })
    expect(await give(base64(large + large))).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    })
  })
})
