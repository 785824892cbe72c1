import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { type RouteName, routes } from '@danbao/contracts'
import { createDanbao, type Danbao, DanbaoError, verifyWebhook } from '@danbao/sdk'
import { runReadmeExamples } from '@danbao/sdk/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../servers/open-stage.ts'
import { waitFor } from '../servers/wait-for.ts'

let stage: Stage
let danbao: Danbao
let operator: Danbao

beforeAll(async () => {
  stage = await openStage(1)
  const baseUrl = stage.servers[0].url
  danbao = createDanbao({ apiKey: stage.key, baseUrl })
  operator = createDanbao({ apiKey: stage.operatorKey, baseUrl })
}, 60_000)
afterAll(() => stage.close())

it('the examples of the README run against a server', async () => {
  const printed = await runReadmeExamples({ baseUrl: stage.servers[0].url, apiKey: stage.key })
  const lines = printed.trim().split('\n')
  expect(lines[0]).toBe('verifying')
  expect(lines.at(-1)).toBe('400')
})

/** An answer is what the contract says, with nothing missing and nothing of another type. */
function conforms(name: RouteName, answer: unknown): void {
  expect(routes[name].response.safeParse(answer).error?.issues ?? []).toEqual([])
}

it('the answers are what the contract says', async () => {
  const buyer = await danbao.accounts.create({ name: 'Buyer', email: 'buyer@example.com' })
  const seller = await danbao.accounts.create({ name: 'Seller', reference: 'seller 1' })
  conforms('createAccount', buyer)
  conforms('updateAccount', await danbao.accounts.update(buyer.id, { level: 2 }))
  const amount = { value: '100000', currency: 'USD' }
  conforms('createTopUp', await danbao.sandbox.topUp({ account: buyer.id, amount }))
  const asBuyer = { actAs: buyer.id }
  const checkout = await danbao.checkouts.create({
    buyer: buyer.id,
    payments: [
      { seller: seller.id, amount: { value: '4000', currency: 'USD' }, metadata: { size: 'M' } },
      { seller: seller.id, amount: { value: '6000', currency: 'USD' } },
    ],
  })
  conforms('createCheckout', checkout)
  conforms('payCheckout', await danbao.checkouts.pay(checkout.id, {}, asBuyer))
  const [first, second] = checkout.payments
  if (first === undefined || second === undefined) throw new Error('Two payments were made.')
  conforms('shipPayment', await danbao.payments.ship(first.id, { carrier: 'Post' }))
  conforms('cancelPayment', await danbao.payments.cancel(second.id, {}))
  const dispute = await danbao.payments.openDispute(first.id, { reason: 'damaged' }, asBuyer)
  conforms('openDispute', dispute)
  const offer = { amount: { value: '1000', currency: 'USD' }, with_return: true }
  conforms('makeOffer', await danbao.disputes.offer(dispute.id, offer))
  conforms('escalateDispute', await danbao.disputes.escalate(dispute.id, {}, asBuyer))
  const decision = { amount: { value: '2500', currency: 'USD' }, reason: 'Half and half.' }
  conforms('decideDispute', await operator.disputes.decide(dispute.id, decision))
  conforms('advanceClock', await danbao.sandbox.advanceClock({ advance: 'P4D' }))
  const payment = await danbao.payments.get(first.id)
  conforms('getPayment', payment)
  expect(payment.state).toBe('split')
  expect(payment.refunded.value).toBe('2500')
  conforms('getBalances', await danbao.accounts.balances(buyer.id, {}, asBuyer))
  conforms('listPayments', await danbao.payments.list().page())
  conforms('listPaymentTransfers', await danbao.payments.transfers(first.id).page())
  conforms('listDisputes', await danbao.disputes.list().page())
  conforms('listEvents', await danbao.events.list({ order: 'oldest' }).page())
  const statement = danbao.accounts.transfers(buyer.id, { currency: 'USD', limit: 2 }, asBuyer)
  conforms('listAccountTransfers', await statement.page())
  const balances: string[] = []
  for await (const line of statement) balances.push(line.balance_after.value)
  expect(balances).toEqual(['98500', '96000', '90000', '96000', '100000'])
})

it('a refusal is an error with a code and the state', async () => {
  const buyer = await danbao.accounts.create({ name: 'Buyer' })
  const seller = await danbao.accounts.create({ name: 'Seller' })
  const amount = { value: '100', currency: 'USD' }
  const payment = await danbao.payments.create({ amount, buyer: buyer.id, seller: seller.id })
  const refused = await danbao.payments.ship(payment.id, {}).catch((error: unknown) => error)
  if (!(refused instanceof DanbaoError)) throw new Error('It was not refused.')
  expect(refused).toMatchObject({ status: 409, code: 'wrong_state' })
})

it('an event reaches the endpoint signed, and the secret verifies it', async () => {
  const received: { body: string; headers: IncomingMessage['headers'] }[] = []
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers })
      response.writeHead(204).end()
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const address = receiver.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.')
  const url = `http://127.0.0.1:${address.port}/hooks`
  const endpoint = await danbao.webhookEndpoints.create({ url, events: ['account.created'] })
  const account = await danbao.accounts.create({ name: 'Told' })
  const delivery = await waitFor('the event arrives', () => received[0])
  for (const secret of [endpoint.secret ?? '', endpoint.public_key]) {
    const headers = new Headers(
      Object.entries(delivery.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    )
    const event = await verifyWebhook({ body: delivery.body, headers, secret })
    expect(event).toMatchObject({ type: 'account.created', data: { id: account.id } })
  }
  receiver.close()
})
