import type { InvoiceView } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import { amountOf, type Parties, type TestPerson } from '@danbao/core/testing'
import { currency, days, decodeId, newUuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { createInvoiceHandlers } from './invoices.ts'

let people: TestPeople
let handlers: ReturnType<typeof createInvoiceHandlers>
let parties: Parties
beforeAll(async () => {
  people = await openTestPeople({ paymentCheck: 'approve' })
  handlers = createInvoiceHandlers(people.deps)
  parties = {
    buyer: await people.person(2, { USD: 900_00n, JPY: 90_000n }),
    seller: await people.person(1),
  }
})
afterAll(() => people.close())

const visitor = ({ id: personId }: Pick<TestPerson, 'id'>) => ({
  ...TEST_VISITOR,
  personId,
  sessionId: newUuid(),
})

async function invoices(of: Pick<TestPerson, 'id'>): Promise<InvoiceView[]> {
  const none = { params: undefined, query: undefined, body: undefined }
  const answer = await handlers.listInvoices(visitor(of), none)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body.data
}

function open(of: Pick<TestPerson, 'id'>, { marketplace, month, currency: code }: InvoiceView) {
  const id = decodeId('mkt', marketplace.id)
  return handlers.getInvoice(visitor(of), {
    params: { id: id.ok ? id.value : '' },
    query: { month, currency: currency(code) },
    body: undefined,
  })
}

async function sell(minor: bigint, code = 'USD') {
  const request = { amount: amountOf(minor, code), commission: { basis_points: 500 } }
  const id = await people.paid(parties, { ...request, reference: `${code} ${minor}` })
  await people.run(commands.ship(parties.seller.caller, id, {}))
  return id
}

describe('the invoices of a seller', () => {
  it('hold what was taken in a month, and in a later one what was given back', async () => {
    const { buyer, seller } = parties
    const [lamp, bowl, rug] = [await sell(40_00n), await sell(25_01n), await sell(9_000n, 'JPY')]
    await people.run(commands.refund(seller.caller, bowl, { amount: amountOf(5_01n) }))
    for (const sold of [lamp, bowl, rug]) await people.run(commands.confirm(buyer.caller, sold))
    const [yen, dollars] = (await invoices(seller)).toSorted((a, b) =>
      a.currency < b.currency ? -1 : 1,
    )
    expect(yen).toMatchObject({ total: { value: '450', currency: 'JPY' }, final: false })
    expect(dollars?.total.value).toBe('300')
    if (dollars === undefined) throw new Error('There is an invoice in dollars.')
    expect(await open(seller, dollars)).toMatchObject({
      value: {
        body: {
          lines: [
            { reference: 'USD 4000', gross: amountOf(40_00n), commission: amountOf(2_00n) },
            { reference: 'USD 2501', gross: amountOf(20_00n), commission: amountOf(1_00n) },
          ],
        },
      },
    })

    // In the window for claims, and in another month at the latest after 14 days twice.
    await people.advance(days(14))
    const claim = { reason: 'damaged', amount: amountOf(10_00n) } as const
    const { id } = await people.run(commands.openDispute(buyer.caller, lamp, claim))
    await people.advance(days(4))
    await people.run(commands.acceptOffer(seller.caller, id))
    const all = await invoices(seller)
    const inDollars = all.filter((one) => one.currency === 'USD')
    // 5 % of the ten dollars.
    const sum = inDollars.reduce((total, one) => total + BigInt(one.total.value), 0n)
    expect(sum).toBe(2_50n)
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    await people.advance(days(40))
    expect((await invoices(seller)).every(({ final }) => final)).toBe(true)
  })

  it('are nobody else’s', async () => {
    const [first] = await invoices(parties.seller)
    if (first === undefined) throw new Error('There are invoices.')
    expect(await invoices(parties.buyer)).toEqual([])
    expect(await open(parties.buyer, first)).toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('add up to what the fees have of the seller', async () => {
    const sums = new Map<string, bigint>()
    for (const { currency: code, total } of await invoices(parties.seller)) {
      sums.set(code, (sums.get(code) ?? 0n) + BigInt(total.value))
    }
    for (const [code, sum] of sums) {
      const { rows } = await people.deps.pool.query<{ balance: string }>(
        `SELECT balance FROM ledger.account WHERE code = 'fees' AND currency = $1`,
        [code],
      )
      expect(sum).toBe(BigInt(rows[0]?.balance ?? ''))
    }
  })
})
