import { audit } from '@danbao/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ApiAnswer,
  type ApiRequest,
  get,
  listAt,
  post,
  readObject,
  send,
  sendOk,
  textAt,
} from '../servers/client.ts'
import { createPerson, openStage, type Stage } from '../servers/open-stage.ts'
import { endAllServers } from '../servers/start-server.ts'

const IN_FLIGHT = 50

let stage: Stage
let buyer: string
let seller: string

beforeAll(async () => {
  stage = await openStage(2)
  buyer = await createPerson(stage.servers[0].url, stage.key, 1_000_000)
  seller = await createPerson(stage.servers[0].url, stage.key)
}, 60_000)

afterAll(async () => {
  await stage?.close()
  await endAllServers()
})

const usd = (value: string) => ({ value, currency: 'USD' })

/** Carries out a command that must succeed. */
async function act(
  path: string,
  body: unknown = {},
  as?: string,
): Promise<Readonly<Record<string, unknown>>> {
  return sendOk(stage.servers[0].url, post(path, stage.key, body, as))
}

async function staff(path: string, body: unknown): Promise<void> {
  await sendOk(stage.servers[0].url, post(path, stage.operatorKey, body))
}

/** A payment that is held, and the way to the state in which the race begins. */
async function bring(
  state: State,
): Promise<{ readonly payment: string; readonly dispute: string }> {
  const commission = { basis_points: 300 }
  const created = await act('/v1/payments', {
    amount: usd('10000'),
    coupon: usd('1500'),
    commission,
    buyer,
    seller,
  })
  const payment = `/v1/payments/${textAt(created, 'id')}`
  await act(`${payment}/pay`, {}, buyer)
  if (state === 'held') return { payment, dispute: '' }
  await act(`${payment}/ship`)
  if (state === 'partly_refunded') await act(`${payment}/refunds`, { amount: usd('3333') })
  if (state === 'delivered') await act(`${payment}/deliver`)
  if (state !== 'disputed' && state !== 'appealed') return { payment, dispute: '' }
  const opened = await act(`${payment}/disputes`, { reason: 'damaged', amount: usd('4000') }, buyer)
  const dispute = `/v1/disputes/${textAt(opened, 'id')}`
  await act(`${dispute}/offers`, { amount: usd('1000') })
  if (state === 'disputed') return { payment, dispute }
  await act(`${dispute}/escalate`, {}, buyer)
  await staff(`${dispute}/decide`, { amount: usd('2000'), reason: 'Half of it.' })
  await act(`${dispute}/appeal`, { reason: 'More of it.' }, buyer)
  return { payment, dispute }
}

type State = 'held' | 'shipped' | 'delivered' | 'partly_refunded' | 'disputed' | 'appealed'

/** All that could end the payment, and what could come between. */
function contenders(state: State, payment: string, dispute: string): readonly ApiRequest[] {
  const { key, operatorKey } = stage
  const confirm = () => post(`${payment}/confirm`, key, {}, buyer)
  const refund = () => post(`${payment}/refunds`, key)
  const cancel = () => post(`${payment}/cancel`, key, {}, buyer)
  const open = () => post(`${payment}/disputes`, key, { reason: 'other' }, buyer)
  const accept = () => post(`${dispute}/accept`, key, {}, buyer)
  const decide = () =>
    post(`${dispute}/decide`, operatorKey, { amount: usd('2500'), reason: 'So it is.' })
  const kinds =
    state === 'held'
      ? [confirm, refund, cancel]
      : state === 'disputed' || state === 'appealed'
        ? [confirm, refund, accept, decide]
        : [confirm, refund, open, cancel]
  return Array.from({ length: IN_FLIGHT }, (_, index) => (kinds[index % kinds.length] ?? confirm)())
}

/** Sends everything at once, to both processes by turns. */
function sendAll(requests: readonly ApiRequest[]): Promise<readonly ApiAnswer[]> {
  const { servers } = stage
  return Promise.all(
    requests.map((request, index) =>
      send((servers[index % servers.length] ?? servers[0]).url, request),
    ),
  )
}

const ENDINGS = /\/(confirm|refunds|cancel|accept|decide)$/

it.each(['held', 'shipped', 'delivered', 'partly_refunded', 'disputed', 'appealed'] as const)(
  'pays out a %s payment once, whoever asks for it on two processes',
  async (state) => {
    const { payment, dispute } = await bring(state)
    const requests = contenders(state, payment, dispute)

    const answers = await sendAll(requests)

    const ended = requests.filter(
      ({ path }, index) => ENDINGS.test(path) && (answers[index]?.status ?? 500) < 300,
    )
    expect(ended.map(({ path }) => path)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status >= 300)
    expect([...new Set(refused.map(({ status }) => status))]).toEqual([409])
    const transfers = await sendOk(
      stage.servers[0].url,
      get(`${payment}/transfers?limit=100`, stage.key),
    )
    const out = listAt(transfers, 'data').filter((one) => textAt(one, 'from.book') === 'escrow')
    const sets = new Set(out.map((one) => textAt(one, 'set')))
    expect(sets.size).toBe(state === 'partly_refunded' ? 2 : 1)
    const paidOut = out.reduce<bigint>((sum, one) => sum + BigInt(textAt(one, 'amount.value')), 0n)
    expect(paidOut).toBe(10_000n)
    const after = await sendOk(stage.servers[1]?.url ?? '', get(payment, stage.key))
    expect(textAt(after, 'in_escrow.value')).toBe('0')
    expect(await audit(stage.database.pool)).toMatchObject({ ok: true })
  },
)

it('carries out 50 requests with one key once, with the same bytes for all', async () => {
  const body = { amount: usd('777'), buyer, seller, reference: 'one-key' }
  const create = post('/v1/payments', stage.key, body)
  const created = await sendAll(Array.from({ length: IN_FLIGHT }, () => create))
  expect(new Set(created.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(created[0]?.status).toBe(201)

  const id = textAt(readObject(created[0]?.text ?? ''), 'id')
  const pay = post(`/v1/payments/${id}/pay`, stage.key, {}, buyer)
  const paid = await sendAll(Array.from({ length: IN_FLIGHT }, () => pay))
  expect(new Set(paid.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(textAt(readObject(paid[0]?.text ?? ''), 'state')).toBe('held')

  const list = await sendOk(stage.servers[0].url, get('/v1/payments?reference=one-key', stage.key))
  expect(listAt(list, 'data')).toHaveLength(1)
  const moved = await sendOk(stage.servers[0].url, get(`/v1/payments/${id}/transfers`, stage.key))
  expect(listAt(moved, 'data').map((one) => textAt(one, 'amount.value'))).toEqual(['777'])
})

it('gives a limit away once: payments at the same moment can not exceed it together', async () => {
  const { key, servers } = stage
  const poor = await createPerson(servers[0].url, key, 500_000)
  const path = `/v1/accounts/${poor}`
  await sendOk(servers[0].url, { method: 'PATCH', path, key, body: { level: 0 } })
  const payments = await Promise.all(
    Array.from({ length: 20 }, () =>
      act('/v1/payments', { amount: usd('9000'), buyer: poor, seller }),
    ),
  )
  const pays = payments.map((one) => post(`/v1/payments/${textAt(one, 'id')}/pay`, key, {}, poor))

  const answers = await sendAll(pays)

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(11)
  expect(answers.filter(({ text }) => text.includes('limit_exceeded'))).toHaveLength(9)
})
