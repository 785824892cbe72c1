import type { TopUpRail } from '@danbao/contracts'
import { currency, days, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import type { Report } from '../funding/deposit.ts'
import { amountOf, openTestCore, type Ran, type TestPerson } from '../testing.ts'
import { clearingOf, platformAccount, walletOf } from '../wallets/address.ts'
import type { ReversalReport } from './deposits.ts'
import * as commands from './index.ts'

const test = await openTestCore()
const { pool } = test.database
const USD = currency('USD')
let anna: TestPerson
let key: string
beforeEach(async () => {
  anna = await test.person()
  key = newUuid()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

function start(rail: TopUpRail, minor: bigint, code = 'USD'): Promise<Ran> {
  const request = { account: anna.text, rail, amount: amountOf(minor, code) }
  return test.run(commands.startTopUp(anna.caller, request))
}

const NOTHING = {
  ...{ otherPayer: false, payer: null, payerAccount: null, note: null },
  ...{ place: null, fileId: null },
}

function report({ json }: Ran, amount: bigint, more: Partial<Report> = {}): Report {
  const reference = z.string().nullable().parse(json['reference'])
  const said = { rail: 'bank_transfer', key, currency: USD, fee: 0n, settled: true } as const
  return { ...NOTHING, ...said, amount, reference, ...more }
}

const wallet = () => test.balance(walletOf(anna.id, USD))
const suspense = () => test.balance(platformAccount('suspense', USD))
const arrives = (what: Report) => test.run(commands.recordDeposit(what))
const shown = async ({ id }: Ran) => (await test.run(commands.cancelTopUp(anna.caller, id))).json

describe('a deposit that names its top-up', () => {
  it('is credited, once, however often it is reported', async () => {
    const made = await start('bank_transfer', 50_00n)
    expect(made.json).toMatchObject({ state: 'awaiting', reference: /^RF\d\d/ })
    const what = report(made, 50_00n)
    const [one, two] = await Promise.all([arrives(what), arrives(what)])
    expect([one?.status, two?.status].toSorted()).toEqual([200, 201])
    expect((await arrives(what)).id).toBe(one?.id)
    expect(await wallet()).toBe(50_00n)
    expect(await shown(made)).toMatchObject({ code: 'wrong_state', state: 'credited' })
  })

  it('may come in parts by bank', async () => {
    const made = await start('bank_transfer', 50_00n)
    await arrives(report(made, 30_00n))
    expect(await wallet()).toBe(30_00n)
    expect(await shown(made)).toMatchObject({ code: 'wrong_state', state: 'awaiting' })
    await arrives(report(made, 20_00n, { key: newUuid() }))
    expect(await wallet()).toBe(50_00n)
  })

  it.each([
    ['comes twice', 'not_awaited', { amount: 50_00n }, true],
    ['is more than was announced', 'wrong_amount', { amount: 50_01n }, false],
    ['is in another currency', 'wrong_currency', { currency: currency('EUR') }, false],
    ['was paid by somebody else', 'other_payer', { otherPayer: true }, false],
    ['names nothing', 'no_reference', { reference: null }, false],
    ['names what nobody announced', 'unknown_reference', { reference: 'RF741' }, false],
  ] as const)('that %s waits for staff', async (_name, doubt, wrong, paid) => {
    const made = await start('bank_transfer', 50_00n)
    if (paid) await arrives(report(made, 50_00n, { key: newUuid() }))
    const before = await wallet()
    const { json } = await arrives(report(made, 50_00n, wrong))
    expect(json).toMatchObject({ doubt })
    expect(await wallet()).toBe(before)
  })

  it('has to be exact where the rail takes no parts', async () => {
    const made = await start('webmoney', 50_00n)
    const { json } = await arrives(report(made, 49_99n, { rail: 'webmoney', settled: false }))
    expect(json).toMatchObject({ doubt: 'wrong_amount' })
  })

  it('comes too late when its time is over, whether or not the timer has run', async () => {
    const made = await start('bank_transfer', 50_00n)
    await test.advance(days(30))
    const { json } = await arrives(report(made, 50_00n))
    expect(json).toMatchObject({ doubt: 'not_awaited' })
    expect(await shown(made)).toMatchObject({ state: 'expired' })
  })

  it('is not mixed up with the same number of another rail', async () => {
    const webMoney = await start('webmoney', 50_00n)
    const { json } = await arrives(report(webMoney, 50_00n, { rail: 'boleto' }))
    expect(json).toMatchObject({ doubt: 'unknown_reference' })
  })
})

describe('money that a rail has not paid yet', () => {
  it('is owed until it is settled, less what the rail keeps', async () => {
    const made = await start('webmoney', 50_00n)
    const before = await test.balance(clearingOf('webmoney', USD))
    const { id } = await arrives(report(made, 50_00n, { rail: 'webmoney', settled: false }))
    expect(await test.balance(clearingOf('webmoney', USD))).toBe(before - 50_00n)
    const settle = (paid: bigint, fee: bigint, reference = newUuid()) =>
      test.run(
        commands.settleRail({
          ...{ rail: 'webmoney', currency: USD, paid, fee, reference },
          ...{ deposits: [id], charges: [] },
        }),
      )
    expect((await settle(50_00n, 1n)).code).toBe('amount_mismatch')
    const told = newUuid()
    expect((await settle(49_00n, 1_00n, told)).code).toBeUndefined()
    expect((await settle(49_00n, 1_00n, told)).code).toBe('reference_in_use')
    expect(await test.balance(clearingOf('webmoney', USD))).toBe(before)
    expect((await settle(49_00n, 1_00n)).code).toBe('wrong_state')
  })
})

describe('money that waits', () => {
  const resolve = (depositId: Uuid, more: object, id = newUuid()) =>
    test.run(
      commands.resolveDeposit({
        ...{ id, depositId, kind: 'assign', amount: 50_00n, accountId: anna.id },
        ...more,
      }),
    )

  it('is given to several, sent back in part, and never given out twice', async () => {
    const boris = await test.person()
    const before = await suspense()
    const made = await start('bank_transfer', 50_00n)
    const { id } = await arrives(report(made, 50_00n, { reference: null }))
    expect(await suspense()).toBe(before + 50_00n)
    expect((await resolve(id, { amount: 20_00n })).code).toBeUndefined()
    expect((await resolve(id, { amount: 20_00n, accountId: boris.id })).code).toBeUndefined()
    expect((await resolve(id, { amount: 10_01n })).code).toBe('amount_too_large')
    const back = { kind: 'return', amount: 10_00n, accountId: null }
    expect((await resolve(id, back)).code).toBeUndefined()
    expect((await resolve(id, { ...back, amount: 1n })).code).toBe('amount_too_large')
    expect(await wallet()).toBe(20_00n)
    expect(await suspense()).toBe(before)
  })

  it('is not collected or written off like a reversal', async () => {
    const made = await start('bank_transfer', 50_00n)
    const { id } = await arrives(report(made, 50_00n, { reference: null }))
    expect((await resolve(id, { kind: 'write_off', accountId: null })).code).toBe('wrong_state')
    expect((await resolve(id, { accountId: newUuid() })).code).toBe('not_found')
  })
})

describe('money that goes back on its rail', () => {
  const back = (reversesId: Uuid | null, amount: bigint) => {
    const { otherPayer: _, ...told } = NOTHING
    const said = { rail: 'bank_transfer', key: newUuid(), currency: USD, settled: true } as const
    const what: ReversalReport = { ...told, ...said, amount, reference: null, reversesId }
    return test.run(commands.recordReversal(what))
  }
  const credited = async () => {
    const made = await start('bank_transfer', 50_00n)
    return (await arrives(report(made, 50_00n))).id
  }

  it('is taken from the wallet that got it', async () => {
    const { json } = await back(await credited(), 50_00n)
    expect(json).toMatchObject({ doubt: null, open: '0' })
    expect(await wallet()).toBe(0n)
  })

  it('is taken from suspense where it waited', async () => {
    const before = await suspense()
    const made = await start('bank_transfer', 50_00n)
    const { id } = await arrives(report(made, 50_00n, { reference: null }))
    expect((await back(id, 50_00n)).json).toMatchObject({ doubt: null, open: '0' })
    expect(await suspense()).toBe(before)
    expect(await wallet()).toBe(0n)
  })

  it('leaves what was spent open, to be collected or written off', async () => {
    const arrival = await credited()
    const seller = await test.person()
    await test.paid({ buyer: anna, seller }, { amount: amountOf(30_00n) })
    const { id, json } = await back(arrival, 50_00n)
    expect(json).toMatchObject({ doubt: 'not_covered', open: '3000' })
    expect(await wallet()).toBe(0n)
    const decision = { id: newUuid(), depositId: id, amount: 10_00n }
    const collect = { ...decision, kind: 'collect', accountId: anna.id } as const
    expect((await test.run(commands.resolveDeposit(collect))).code).toBe('insufficient_funds')
    await test.run(
      commands.topUp(test.marketplace, { account: anna.text, amount: amountOf(10_00n) }),
    )
    expect((await test.run(commands.resolveDeposit(collect))).code).toBeUndefined()
    const rest = { ...decision, id: newUuid(), amount: 20_00n, accountId: null }
    const off = await test.run(commands.resolveDeposit({ ...rest, kind: 'write_off' }))
    expect(off.json).toMatchObject({ open: '0' })
  })

  it('waits for staff when nobody knows what it was', async () => {
    expect((await back(null, 5_00n)).json).toMatchObject({ doubt: 'unknown_arrival', open: '500' })
  })
})

describe('a top-up', () => {
  it.each([
    ['bank_transfer', 20_99n, 'USD', 'least'],
    ['webmoney', 5_000_01n, 'USD', 'most'],
    ['western_union', 20_99n, 'USD', 'least'],
    ['boleto', 15_000_00n, 'BRL', 'most'],
  ] as const)('by %s has its bounds', async (rail, minor, code, bound) => {
    expect(await start(rail, minor, code)).toMatchObject({ code: 'out_of_bounds', json: { bound } })
  })

  it('by boleto has a bound for the month, which several at once do not get around', async () => {
    const made = await Promise.all([1, 2, 3].map(() => start('boleto', 6_000_00n, 'BRL')))
    expect(made.map(({ code }) => code ?? 'made').toSorted()).toEqual([
      'made',
      'made',
      'out_of_bounds',
    ])
    await test.advance(days(31))
    expect((await start('boleto', 6_000_00n, 'BRL')).code).toBeUndefined()
  })

  it('comes in the currencies of its way', async () => {
    expect((await start('boleto', 100_00n)).code).toBe('currency_not_enabled')
    expect((await start('webmoney', 100_00n, 'BRL')).code).toBe('currency_not_enabled')
  })

  it('shows what the rail charges on top', async () => {
    const fee = async (minor: bigint) => (await start('webmoney', minor)).json['fee']
    expect(await fee(1_26n)).toEqual(amountOf(2n))
    expect(await fee(12_50n)).toEqual(amountOf(10n))
    expect((await start('bank_transfer', 100_00n)).json['fee']).toEqual(amountOf(0n))
  })

  it('is one’s own to cancel, before any of its money is here', async () => {
    const made = await start('bank_transfer', 50_00n)
    const boris = await test.person()
    expect((await test.run(commands.cancelTopUp(boris.caller, made.id))).code).toBe('not_found')
    expect(await shown(made)).toMatchObject({ state: 'cancelled' })
  })

  it('of a money transfer knows its number from when it is told, and nobody else’s', async () => {
    const [mine, other] = [
      await start('western_union', 50_00n),
      await start('western_union', 50_00n),
    ]
    const told = { secret: key, details: { sender: 'ANNA PETROVA' } }
    const declare = ({ id }: Ran) => test.run(commands.declareTopUp(anna.caller, id, told))
    expect((await declare(mine)).json).toMatchObject({ reference: null, state: 'awaiting' })
    expect((await declare(other)).code).toBe('reference_in_use')
    const paid = { rail: 'western_union', reference: key } as const
    expect((await arrives(report(mine, 50_00n, paid))).json).toMatchObject({ doubt: null })
    expect(await wallet()).toBe(50_00n)
  })
})
