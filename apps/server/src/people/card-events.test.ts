import { ProcessorAwayError } from '@danbao/people'
import { fastify, type FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addCardEvents, CARD_EVENTS_PATH } from './card-events.ts'

const received: string[] = []
let answer: () => Promise<boolean>
let app: FastifyInstance
beforeEach(() => {
  received.length = 0
  answer = async () => true
  app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  const people = {
    takeCardEvent: ({ body, signature }: { body: Buffer; signature: string }) => {
      received.push(`${signature} ${body.toString()}`)
      return answer()
    },
  }
  addCardEvents(app, { people, logger: pino({ level: 'silent' }) })
})
afterEach(() => app.close())

async function tell(headers: Readonly<Record<string, string>>): Promise<number> {
  const { statusCode } = await app.inject({
    method: 'POST',
    url: CARD_EVENTS_PATH,
    headers: { 'content-type': 'application/json', ...headers },
    payload: '{"id": "evt_1"}',
  })
  return statusCode
}

it('an event is taken as it came, byte for byte, with its signature', async () => {
  expect(await tell({ 'stripe-signature': 't=1,v1=ab' })).toBe(200)
  expect(received).toEqual(['t=1,v1=ab {"id": "evt_1"}'])
})

it('an event without a signature is not even looked at', async () => {
  expect(await tell({})).toBe(400)
  expect(received).toEqual([])
})

it('an event with a wrong signature is refused', async () => {
  answer = async () => false
  expect(await tell({ 'stripe-signature': 't=1,v1=00' })).toBe(400)
})

it('while the processor is away it is asked to tell once more', async () => {
  answer = () => Promise.reject(new ProcessorAwayError('away'))
  expect(await tell({ 'stripe-signature': 't=1,v1=ab' })).toBe(503)
})
