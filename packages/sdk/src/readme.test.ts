import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runReadmeExamples } from './testing.ts'

/** Answers the calls of the examples with as little as they read. */
const server = createServer((request, response) => {
  const { method, url = '' } = request
  const list = { object: 'list', data: [PAYMENT], next_cursor: null }
  const isWrong = url.endsWith('/ship')
  const errors = [{ pointer: '/tracking', code: 'too_small', detail: 'must not be empty' }]
  const refusal = { status: 400, code: 'invalid_request', detail: 'Not valid.', errors }
  const type = isWrong ? 'application/problem+json' : 'application/json'
  const isList = method === 'GET' && url.startsWith('/v1/payments?')
  request.resume().once('end', () => {
    response.writeHead(isWrong ? 400 : 200, { 'content-type': type })
    response.end(JSON.stringify(isWrong ? refusal : isList ? list : PAYMENT))
  })
})
const PAYMENT = { id: 'pay_1', state: 'held', amount: { value: '4990', currency: 'USD' } }

beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
afterAll(() => void server.close())

const isTcp = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

it('runs the examples of the README', async () => {
  const address = server.address()
  const port = isTcp(address) ? address.port : 0
  const output = await runReadmeExamples({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'sk' })
  expect(output.trim().split('\n')).toEqual([
    ...['held', 'pay_1 held 4990', '1 null'],
    ...['400 invalid_request /tracking undefined', '400'],
  ])
})
