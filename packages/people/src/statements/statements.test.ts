import { PDFiumLibrary } from '@hyzyla/pdfium'
import { commands } from '@danbao/core'
import type { StatementFormat } from '@danbao/contracts/wallet'
import { amountOf, type TestPerson } from '@danbao/core/testing'
import {
  currency,
  days,
  decodeId,
  encodeId,
  hours,
  instant,
  invariant,
  newUuid,
} from '@danbao/kernel'
import { readStatementFile } from '@danbao/rails'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../people.ts'
import type { Wanted } from './period.ts'
import type { DocumentLine, StatementDocument } from './statement.ts'
import { drawStatement } from './statement-pdf.ts'
import { NO_INPUT, openTestPeople, type Registered, type TestPeople } from '../testing.ts'

let test: TestPeople
let people: People
let anna: Registered
let seller: TestPerson
let payment: string

/** On 1 June 2026 something that nobody checks, so that it comes back on the 2nd; on the 3rd another. */
beforeAll(async () => {
  test = await openTestPeople()
  people = createPeople(test.deps)
  anna = await test.registered({ givenName: 'Анна', familyName: '张伟' })
  seller = await test.person(1)
  await topUp('30000')
  payment = await buy(100_00n, '=HYPERLINK("evil"), "лампа"; 灯')
  await test.advance(days(2))
  await test.core.runTimers()
  await buy(50_00n, 'A chair')
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

async function topUp(value: string, who = anna): Promise<void> {
  const body = { key: newUuid(), amount: { value, currency: 'USD' } }
  const done = await people.wallet.topUpAtOnce(who.visitor, { ...NO_INPUT, body })
  invariant(done.ok, 'it is there')
}

async function buy(minor: bigint, description: string): Promise<string> {
  const buyer = { ...seller, id: anna.id, text: encodeId('acc', anna.id) }
  const asked = { amount: amountOf(minor), description }
  const id = await test.payment({ buyer, seller }, asked)
  const paid = await test.run(commands.pay({ kind: 'person', personId: anna.id }, id, {}))
  expect(paid.code).toBeUndefined()
  return encodeId('pay', id)
}

const JUNE: Wanted = { book: 'wallet', currency: 'USD', from: '2026-06-01', to: '2026-06-30' }

const look = (query: Wanted, who = anna) =>
  people.wallet.getStatement(who.visitor, { ...NO_INPUT, query })

async function file(
  format: StatementFormat,
  language: 'en' | 'ru' | 'zh' = 'en',
  who = anna,
): Promise<Uint8Array> {
  const query = { ...JUNE, format, language }
  const made = await people.wallet.getStatementFile(who.visitor, { ...NO_INPUT, query })
  invariant(made.ok, 'it is made')
  return made.value.body.bytes
}

/** What a reader can select and copy. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const text = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  library.destroy()
  return text
}

describe('a statement', () => {
  it('is had of each balance that was ever used', async () => {
    const list = async (who: Registered) => {
      const listed = await people.wallet.listStatementAccounts(who.visitor, NO_INPUT)
      return listed.ok ? listed.value.body.data : []
    }
    expect(await list(anna)).toEqual([{ book: 'wallet', currency: 'USD' }])
    expect(await list(await test.registered())).toEqual([])
  })

  it('leads from the beginning to the end of its days', async () => {
    expect(await look(JUNE)).toMatchObject({
      value: {
        body: {
          ...{ opening: amountOf(0n), came: amountOf(400_00n), went: { value: '-15000' } },
          ...{ closing: amountOf(250_00n), lines: 4 },
        },
      },
    })
    const third = await look({ ...JUNE, from: '2026-06-03', to: '2026-06-03' })
    expect(third).toMatchObject({
      value: { body: { opening: amountOf(300_00n), closing: amountOf(250_00n), lines: 1 } },
    })
    const second = await look({ ...JUNE, from: '2026-06-02', to: '2026-06-02' })
    expect(second).toMatchObject({
      value: { body: { opening: amountOf(200_00n), closing: amountOf(300_00n), lines: 1 } },
    })
    const fourth = await look({ ...JUNE, from: '2026-06-04', to: '2026-06-04' })
    expect(fourth).toMatchObject({
      value: { body: { opening: amountOf(250_00n), closing: amountOf(250_00n), lines: 0 } },
    })
  })

  it.each([
    [{ from: '2026-06-02', to: '2026-06-01' }, 'invalid_request', 'to'],
    [{ from: '2024-01-01', to: '2026-06-01' }, 'invalid_request', 'to'],
    [{ currency: 'XAF' }, 'currency_not_enabled', 'currency'],
  ])('of %o is refused', async (change, code, field) => {
    expect(await look({ ...JUNE, ...change })).toMatchObject({
      refusal: { code, members: { field } },
    })
  })

  it('as CSV is what spreadsheets read, without formulas', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file('csv', 'ru'))
    expect(text.startsWith('\ufeffДата,Операция,')).toBe(true)
    const rows: string[][] = parse(text, { bom: true })
    expect(rows[2]).toEqual([
      ...['2026-06-01T12:00:00.000Z', 'Оплачено, удержано Danbao', 'Person'],
      ...[`'=HYPERLINK("evil"), "лампа"; 灯`, payment, '-100.00', 'USD', '200.00'],
    ])
    expect(rows.at(-1)?.at(-1)).toBe('250.00')
  })

  it('as camt.053 is one that is read again', async () => {
    const read = readStatementFile(await file('camt.053'))
    invariant(read.ok, 'it is a statement')
    const [statement] = read.value.statements
    expect(statement).toMatchObject({ currency: 'USD', opening: 0n, closing: 250_00n })
    expect(statement?.id, 'by its days').toBe('wallet-USD-20260601-20260630')
    expect(statement?.entries[1]).toMatchObject({
      ...{ direction: 'out', amount: 100_00n, endToEndId: payment, counterparty: 'Person' },
      text: '=HYPERLINK("evil"), "лампа"; 灯',
    })
  })

  it.each([
    ['en', 'Statement of the wallet', 'Paid, held by Danbao'],
    ['ru', 'Выписка по кошельку', 'Оплачено, удержано Danbao'],
    ['zh', '钱包对账单', '已付款，由 Danbao 担保'],
  ] as const)('as PDF is in the language of its reader (%s)', async (language, title, paid) => {
    const text = await textOf(await file('pdf', language))
    for (const part of [title, paid, 'Анна', '张伟', 'лампа', '灯', 'A chair']) {
      expect(text).toContain(part)
    }
  })

  it('of many movements goes over pages, each with its titles', async () => {
    const line: DocumentLine = {
      ...{ id: 'trf_1', at: instant(0), code: 'pay', what: 'Paid', subject: null },
      ...{
        counterpart: 'A seller of lamps',
        description: `first line\nsecond ${'word '.repeat(60)}`,
        change: -1n,
        balance: 0n,
      },
    }
    const sums = { opening: 0n, came: 0n, went: 0n, closing: 0n }
    const document: StatementDocument = {
      ...{ book: 'wallet', account: 'acc', owner: 'Anna', currency: currency('USD'), ...sums },
      ...{ from: instant(0), until: instant(days(1)), made: instant(0) },
      lines: Array.from({ length: 60 }, () => line),
    }
    const text = await textOf(await drawStatement(document, 'en'))
    expect(text.match(/Balance/g)).toHaveLength(3)
    expect(text).toContain('3 / 3')
    expect(text.match(/A seller of lamps/g)).toHaveLength(60)
    expect(text.match(/first line second/g)).toHaveLength(60)
    expect(text, 'what is too long is cut').toContain('…')
  })

  it('has what happens at midnight on the day that begins', async () => {
    const other = await test.registered()
    await test.advance(hours(36))
    await topUp('700', other)
    const of = (day: string) => look({ ...JUNE, from: day, to: day }, other)
    expect(await of('2026-06-04')).toMatchObject({ value: { body: { lines: 0 } } })
    expect(await of('2026-06-05')).toMatchObject({
      value: { body: { opening: amountOf(0n), closing: amountOf(7_00n), lines: 1 } },
    })
  })

  it('of one who has nothing says so', async () => {
    const nobody = await test.registered()
    expect(await textOf(await file('pdf', 'en', nobody))).toContain('Nothing has moved')
    expect(readStatementFile(await file('camt.053', 'en', nobody))).toHaveProperty('ok', true)
  })
})

describe('a receipt', () => {
  const receipt = async (who: Registered) => {
    const id = decodeId('pay', payment)
    invariant(id.ok, 'a payment')
    const query = { language: 'ru' } as const
    return people.wallet.getReceipt(who.visitor, { ...NO_INPUT, params: { id: id.value }, query })
  }

  it('is a PDF for its two people', async () => {
    const made = await receipt(anna)
    invariant(made.ok, 'it is made')
    const text = await textOf(made.value.body.bytes)
    for (const part of ['Квитанция', 'Анна', payment, 'Оплачено из кошелька', '1 июня 2026']) {
      expect(text).toContain(part)
    }
  })

  it('is none for anybody else', async () => {
    expect(await receipt(await test.registered())).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})
