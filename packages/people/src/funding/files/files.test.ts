import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { audit, queries, railFiles, readPersonMoney } from '@danbao/core'
import type { WalletTopUp } from '@danbao/contracts/wallet'
import { createTestFolder } from '@danbao/database/testing'
import { currency, decodeId, invariant } from '@danbao/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../people.ts'
import { NO_INPUT, openTestPeople, type Registered, type TestPeople } from '../../testing.ts'
import { importFile, type Imported } from './import-file.ts'
import { importFolder } from './folder.ts'
import { type MadeEntry, makeStatement } from './statement-fixture.ts'

const EUR = currency('EUR')
let test: TestPeople
let deps: TestPeople['deps']
let people: People
let anna: Registered
let count = 0

beforeAll(async () => {
  test = await openTestPeople()
  const bank = {
    holder: 'Danbao Sandbox',
    accounts: [
      {
        currency: EUR,
        iban: 'DE89370400440532013000',
        bic: 'COBADEFFXXX',
        bank: 'Sandbox Bank',
      },
    ],
  }
  deps = { ...test.deps, ways: { ...test.deps.ways, bank } }
  people = createPeople(deps)
})
beforeEach(async () => {
  anna = await test.registered()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

async function start(value = '10000'): Promise<WalletTopUp & { readonly reference: string }> {
  count += 1
  const amount = { value, currency: 'EUR' }
  const body = { key: `key-of-a-transfer-${count}`, rail: 'bank_transfer', amount } as const
  const started = await people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
  invariant(started.ok, 'it starts')
  const { reference } = started.value.body
  invariant(reference !== null, 'a transfer has a reference')
  return { ...started.value.body, reference }
}

async function look({ id }: WalletTopUp): Promise<WalletTopUp> {
  const decoded = decodeId('top', id)
  invariant(decoded.ok, 'an id')
  const input = { ...NO_INPUT, params: { id: decoded.value } }
  const shown = await people.wallet.getOwnTopUp(anna.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

const give = (bytes: Buffer) => importFile(deps, { name: 'a.xml', bytes, by: 'test' })

/** A file of its own, whatever stands in it. */
async function take(
  entries: readonly MadeEntry[],
  message: 'camt.053' | 'camt.054' = 'camt.053',
): Promise<Imported> {
  count += 1
  const done = await give(makeStatement({ message, entries, id: `S${count}` }))
  invariant(done.ok, 'it is taken')
  return done.value
}

const PAYER = { payer: 'ERIKSSON ANNA', payerIban: 'NL91ABNA0417164300' }
const booking = () => `REF${(count += 1)}`
const wallet = async (): Promise<bigint> => {
  const { balances } = await readPersonMoney(deps.pool, { id: anna.id, now: await deps.now() })
  return BigInt(balances.find((one) => one.currency === 'EUR')?.available.value ?? '0')
}

describe('a transfer that names its top-up', () => {
  it('is credited, however its payer wrote the reference', async () => {
    for (const write of [
      (reference: string) => ({ reference }),
      (reference: string) => ({ text: `Top up ${reference.toLowerCase()} thanks` }),
      (reference: string) => ({ text: reference.replaceAll(/(.{4})/g, '$1 ') }),
    ]) {
      const topUp = await start()
      const entry = { amount: '100.00', ...PAYER, ...write(topUp.reference), booking: booking() }
      expect((await take([entry])).counts).toMatchObject({ credited: 1, suspense: 0 })
      expect(await look(topUp)).toMatchObject({ state: 'credited', instructions: null })
    }
    expect(await wallet()).toBe(300_00n)
  })

  it('is what the movements of the wallet lead to, also when it was taken back', async () => {
    const topUp = await start()
    const { reference } = topUp
    await take([{ amount: '100.00', reference, ...PAYER, booking: booking() }])
    const back = { amount: '100.00', direction: 'DBIT', reversal: true, reference } as const
    await take([{ ...back, booking: booking() }])
    const home = await people.wallet.getHome(anna.visitor, NO_INPUT)
    invariant(home.ok, 'there is a home')
    const { activity } = home.value.body
    expect(activity.map(({ code, subject }) => [code, subject])).toEqual([
      ['reversal', topUp.id],
      ['top_up', topUp.id],
    ])
    const caller = { kind: 'person', personId: anna.id } as const
    const asked = { currency: 'EUR', book: 'wallet', id: anna.id } as const
    const read = await queries.listAccountTransfers(deps.pool, caller, asked)
    invariant(read.ok, 'the movements are read')
    expect(JSON.parse(read.value)).toMatchObject({
      data: [{ subject: topUp.id }, { subject: topUp.id }],
    })
  })

  it('may come in parts; more than was announced waits for staff', async () => {
    const topUp = await start()
    const { reference } = topUp
    const part = (amount: string) => ({ amount, reference, ...PAYER, booking: booking() })
    expect((await take([part('60.00')])).counts.credited).toBe(1)
    expect(await look(topUp)).toMatchObject({
      state: 'awaiting',
      arrived: { value: '6000' },
      instructions: { missing: { value: '4000' }, reference },
    })
    expect((await take([part('50.00')])).counts.suspense).toBe(1)
    expect((await look(topUp)).waiting).toMatchObject([{ doubt: 'wrong_amount' }])
    expect((await take([part('40.00')])).counts.credited).toBe(1)
    expect(await look(topUp)).toMatchObject({ state: 'credited' })
  })

  it('of somebody else waits for staff', async () => {
    const topUp = await start()
    const { reference } = topUp
    await take([{ amount: '100.00', reference, payer: 'Max Beispiel', booking: booking() }])
    expect((await look(topUp)).waiting).toMatchObject([{ doubt: 'other_payer' }])
    expect(await wallet()).toBe(0n)
  })

  it('that names two waits for staff: nobody guesses', async () => {
    const [one, two] = [await start(), await start()]
    const text = `${one.reference} ${two.reference}`
    const { counts } = await take([{ amount: '100.00', text, ...PAYER, booking: booking() }])
    expect(counts.suspense).toBe(1)
  })
})

describe('the same money', () => {
  it('in the same file changes nothing', async () => {
    const { reference } = await start()
    const entries = [{ amount: '100.00', reference, ...PAYER, booking: booking() }]
    const file = makeStatement({ message: 'camt.053', entries })
    expect(await give(file)).toMatchObject({ ok: true, value: { isKnown: false } })
    expect(await give(file)).toMatchObject({
      ok: true,
      value: { isKnown: true, counts: { credited: 1 } },
    })
    expect(await wallet()).toBe(100_00n)
  })

  it('in a notice and then in the statement is credited once', async () => {
    const { reference } = await start()
    const entries = [{ amount: '100.00', reference, ...PAYER, booking: booking() }]
    expect((await take(entries, 'camt.054')).counts.credited).toBe(1)
    expect((await take(entries, 'camt.053')).counts).toMatchObject({ credited: 0, known: 1 })
  })

  it('in parts and as one booking counts once, whichever comes first', async () => {
    for (const first of ['camt.054', 'camt.053'] as const) {
      const [one, two] = [await start('3000'), await start('5000')]
      const told = { amount: '80.00', booking: booking() }
      const parts = [
        { amount: '30.00', reference: one.reference },
        { amount: '50.00', reference: two.reference },
      ]
      const inParts = () => take([{ ...told, parts }], 'camt.054')
      const whole = () => take([told], 'camt.053')
      const [, after] =
        first === 'camt.054' ? [await inParts(), await whole()] : [await whole(), await inParts()]
      expect(after.counts).toMatchObject({ credited: 0, suspense: 0 })
    }
  })

  it('twice on one day from one payer without the bank’s reference is two', async () => {
    const { reference } = await start('20000')
    const entry = { amount: '100.00', reference, ...PAYER }
    expect((await take([entry, entry])).counts.credited).toBe(2)
    expect((await take([entry, entry])).counts.known).toBe(2)
    expect(await wallet()).toBe(200_00n)
  })

  it('is not what only has the same reference of the bank: on another day, twice in a file', async () => {
    const { reference } = await start('40000')
    const entry = { amount: '100.00', reference, ...PAYER, booking: booking() }
    expect((await take([entry])).counts.credited).toBe(1)
    expect((await take([{ ...entry, date: '2026-06-02' }])).counts.credited).toBe(1)
    const twice = { ...entry, date: '2026-06-03' }
    expect((await take([twice, twice])).counts.credited).toBe(2)
    expect((await take([twice, twice])).counts.known).toBe(2)
  })

  it('taken back under the same reference of the bank is not passed over', async () => {
    const { reference } = await start('4567')
    const entry = { amount: '45.67', reference, ...PAYER, booking: booking() }
    expect((await take([entry])).counts.credited).toBe(1)
    const back = { ...entry, direction: 'DBIT', reversal: true } as const
    expect((await take([back])).counts.reversed).toBe(1)
    expect(await wallet()).toBe(0n)
  })

  it('in a file that was interrupted is gone on with', async () => {
    const { reference } = await start('20000')
    const entry = () => ({ amount: '100.00', reference, ...PAYER, booking: booking() })
    const file = makeStatement({ message: 'camt.053', entries: [entry(), entry()] })
    await expect(
      importFile(deps, { name: 'a.xml', bytes: file, by: 'test' }, () => {
        throw new Error('the server dies')
      }),
    ).rejects.toThrow('the server dies')
    expect(await wallet()).toBe(100_00n)
    expect(await give(file)).toMatchObject({ value: { counts: { known: 1, credited: 1 } } })
    expect(await wallet()).toBe(200_00n)
  })
})

describe('money that goes back', () => {
  it('is taken from the wallet that got it, by its reference or by who had paid', async () => {
    for (const trace of [
      (reference: string) => ({ reference }),
      () => ({ payerIban: PAYER.payerIban }),
    ]) {
      const { reference } = await start('4321')
      await take([{ amount: '43.21', reference, ...PAYER, booking: booking() }])
      const back = { amount: '43.21', direction: 'DBIT', reversal: true } as const
      const { counts } = await take([{ ...back, ...trace(reference), booking: booking() }])
      expect(counts.reversed).toBe(1)
      expect(await wallet()).toBe(0n)
    }
  })

  it('and is of nobody that is known waits for staff', async () => {
    const back = { amount: '7.77', direction: 'DBIT', reversal: true } as const
    expect((await take([{ ...back, booking: booking() }])).counts.suspense).toBe(1)
  })

  it('is not what the bank charges', async () => {
    const fee = { amount: '5.00', direction: 'DBIT', text: 'Account fee' } as const
    expect((await take([fee])).counts).toMatchObject({ other: 1, suspense: 0 })
  })
})

describe('a file', () => {
  it('of another account, or of another currency of ours, is refused whole', async () => {
    const { reference } = await start()
    const entries = [{ amount: '100.00', reference, ...PAYER }]
    for (const other of [{ iban: 'GB29NWBK60161331926819' }, { currency: 'USD' }]) {
      const made = makeStatement({ message: 'camt.053', entries, ...other })
      expect(await give(made)).toMatchObject({ ok: false, refusal: { code: 'foreign_account' } })
    }
    expect(await wallet()).toBe(0n)
  })

  it('in the folder is taken in and moved on; a broken one is laid aside with the reason', async () => {
    const folder = await createTestFolder()
    const incoming = join(folder, 'incoming')
    await mkdir(incoming, { recursive: true })
    const { reference } = await start()
    const entries = [{ amount: '100.00', reference, ...PAYER, booking: booking() }]
    await writeFile(join(incoming, 'good.xml'), makeStatement({ message: 'camt.054', entries }))
    await writeFile(join(incoming, 'bad.xml'), '<Document>')
    await writeFile(join(incoming, '.hidden'), 'nothing')
    expect(await importFolder(deps, folder), 'they are still being written').toBe(0)
    const before = new Date(Date.now() - 5_000)
    for (const name of ['good.xml', 'bad.xml']) await utimes(join(incoming, name), before, before)
    expect(await importFolder(deps, folder)).toBe(2)
    expect(await readdir(incoming)).toEqual(['.hidden'])
    expect(await readdir(join(folder, 'done'))).toEqual(['good.xml'])
    expect(await readdir(join(folder, 'refused'))).toEqual(['bad.xml', 'bad.xml.why.txt'])
    expect(await readFile(join(folder, 'refused', 'bad.xml.why.txt'), 'utf8')).toContain('not_xml')
    expect(await wallet()).toBe(100_00n)
    await writeFile(join(incoming, 'good.xml'), 'of the next day')
    await utimes(join(incoming, 'good.xml'), before, before)
    await writeFile(join(incoming, 'bad.xml'), 'bad again')
    await utimes(join(incoming, 'bad.xml'), before, before)
    expect(await importFolder(deps, folder)).toBe(2)
    expect(await readdir(join(folder, 'refused')), 'nothing is written over').toHaveLength(6)
    expect((await railFiles.listFiles(deps.pool, 1))[0]).toMatchObject({
      name: 'good.xml',
      format: 'camt.054',
      importedBy: 'folder',
    })
    await rm(folder, { recursive: true })
  })
})
