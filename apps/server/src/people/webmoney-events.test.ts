import { WEBMONEY_PATH, type WebMoneyAnswer } from '@danbao/people'
import { fastify } from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { addWebMoneyEvents } from './webmoney-events.ts'

async function post(payload: string, type: string, answer: WebMoneyAnswer) {
  const app = fastify()
  const received: unknown[] = []
  const logged: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) })
  const people = {
    takeWebMoney: async (fields: unknown) => {
      received.push(fields)
      return answer
    },
  }
  await addWebMoneyEvents(app, { people, logger })
  const headers = type === '' ? {} : { 'content-type': type }
  const { statusCode, body } = await app.inject({
    ...{ method: 'POST', url: WEBMONEY_PATH, headers },
    ...(payload === '' ? {} : { payload }),
  })
  return { statusCode, body, received, logged }
}

const FORM = 'application/x-www-form-urlencoded'

test('a form reaches the wallet as it was sent, and the answer reaches WebMoney', async () => {
  const sent =
    'LMI_PAYMENT_AMOUNT=10.50&LMI_PAYMENT_DESC=%CF%EE+1&LMI_SYS_TRANS_DATE=20261122+14%3A01%3A14'
  const { statusCode, body, received, logged } = await post(sent, FORM, {
    status: 200,
    text: 'YES',
  })
  expect([statusCode, body, logged]).toEqual([200, 'YES', []])
  expect(received).toMatchObject([
    { LMI_PAYMENT_AMOUNT: '10.50', LMI_SYS_TRANS_DATE: '20261122 14:01:14' },
  ])
})

test('an empty call, with which WebMoney tries the address, is answered', async () => {
  const answer = { status: 200, text: 'YES' } as const
  expect(await post('', '', answer)).toMatchObject({ statusCode: 200, received: [{}] })
  expect(await post('', FORM, answer)).toMatchObject({ statusCode: 200, received: [{}] })
})

test('what was refused is told to the operator, with the address that sent it', async () => {
  const answer = { status: 400, text: 'Refused.', warning: 'A hash was wrong.' } as const
  const { statusCode, logged } = await post('LMI_MODE=0', FORM, answer)
  expect(statusCode).toBe(400)
  expect(logged.join()).toContain('A hash was wrong.')
  expect(logged.join()).toContain('127.0.0.1')
})

test.each([
  ['{"LMI_MODE":"0"}', 'application/json'],
  [`LMI_MODE=${'0'.repeat(70_000)}`, FORM],
])('nothing but a form of a sensible size is taken', async (payload, type) => {
  const { statusCode, received } = await post(payload, type, { status: 200, text: 'YES' })
  expect(statusCode).toBeGreaterThanOrEqual(400)
  expect(received).toEqual([])
})
