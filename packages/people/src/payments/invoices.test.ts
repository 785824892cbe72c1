import type { InvoiceView } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import { amountOf, type Parties, type TestPerson } from '@danbao/core/testing'
import { currency, days, decodeId } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_INPUT, openTestPeople, type TestPeople, visitorOf } from '../testing.ts'
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

async function invoices(of: Pick<TestPerson, 'id'>): Promise<InvoiceView[]> {
  const answer = await handlers.listInvoices(visitorOf(of), NO_INPUT)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body.data
}

function open(of: Pick<TestPerson, 'id'>, { marketplace, month, currency: code }: InvoiceView) {
  const id = decodeId('mkt', marketplace.id)
  return handlers.getInvoice(visitorOf(of), {
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
  it('hold what was taken and what was given back, each in its own month', async () => {
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

    // Still in the window for claims.
    await people.advance(days(14))
    const claim = { reason: 'damaged', amount: amountOf(10_00n) } as const
    const { id } = await people.run(commands.openDispute(buyer.caller, lamp, claim))
    await people.advance(days(4))
    await people.run(commands.acceptOffer(seller.caller, id))
    const all = await invoices(seller)
    const inDollars = all.filter((one) => one.currency === 'USD')
    const lines = (await Promise.all(inDollars.map((one) => open(seller, one)))).flatMap(
      (opened) =>
        opened.ok
          ? opened.value.body.lines.map((line) => [opened.value.body.month, line] as const)
          : [],
    )
    expect(lines.every(([month, { at }]) => at.startsWith(month))).toBe(true)
    // 5 % of the ten dollars, where it was given back.
    expect(lines.map(([, { commission }]) => commission.value)).toContain('-50')
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
