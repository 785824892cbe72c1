import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readStatementFile } from './read-statements.ts'
import type { StatementFile } from './statement.ts'

const vector = (name: string): string =>
  readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8')

const read = (text: string) => readStatementFile(new TextEncoder().encode(text))

function whole(text: string): StatementFile {
  const result = read(text)
  if (!result.ok) throw new Error(`${result.refusal.place}: ${result.refusal.message}`)
  return result.value
}

function problem(text: string): { readonly code: string; readonly place: string } | undefined {
  const result = read(text)
  return result.ok ? undefined : result.refusal
}

const C053 = vector('camt053-v08-statement.xml')
const C054 = vector('camt054-v08-credit-rf.xml')
const MT940 = vector('mt940-sample.sta')

describe('a statement (camt.053)', () => {
  const [statement] = whole(C053).statements

  test('names its account, its number and its balances', () => {
    expect(statement).toMatchObject({
      id: 'STMT-2026-224',
      sequence: '224',
      account: 'DE89370400440532013000',
      currency: 'EUR',
      opening: 100_000n,
      closing: 103_730n,
    })
  })

  test('has its booked entries: a credit, what went back and why, a charge', () => {
    expect(statement?.entries).toMatchObject([
      {
        amount: 62_30n,
        direction: 'in',
        isReversal: false,
        reference: 'RF85WAL20261122A7',
        endToEndId: null,
        counterparty: 'Erika Mustermann',
        valueDate: '2026-11-20',
        booking: { reference: 'BANKREF0000000001', part: 1 },
      },
      { amount: 20_00n, direction: 'out', isReversal: true, returnReason: 'AC04' },
      { amount: 5_00n, direction: 'out', isReversal: false, text: 'Account fee' },
    ])
  })

  test.each([
    ['<Amt Ccy="EUR">62.30</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', 'wrong_sum'],
    ['<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00', 'wrong_sum'],
  ])('whose sum does not hold is refused', (part, code) => {
    const changed = part.replace(/\d+\.\d\d/, '61.30')
    expect(problem(C053.replace(part, changed))?.code).toBe(code)
  })

  test.each([
    [(text: string) => text.replace('camt.053.001.08', 'camt.053.001.03'), 'unknown_format'],
    [(text: string) => text.replaceAll('camt.053', 'pain.001'), 'unknown_format'],
    [(text: string) => text.replace(/<Stmt>[\s\S]*<\/Stmt>/, ''), 'empty'],
    [(text: string) => text.replace(/<IBAN>.*<\/IBAN>/, ''), 'missing_account'],
    [(text: string) => text.replace('<Ccy>EUR', '<Ccy>ZZZ'), 'unknown_currency'],
    [(text: string) => text.replace('Ccy="EUR">62.30', 'Ccy="USD">62.30'), 'other_currency'],
    [(text: string) => text.replace('">62.30', '">62.301'), 'malformed_amount'],
    [(text: string) => text.replace('">62.30', '">62,30'), 'malformed_amount'],
    [(text: string) => text.replace('">62.30', '">-62.30'), 'malformed_amount'],
    [(text: string) => text.replace('<CdtDbtInd>CRDT', '<CdtDbtInd>BOTH'), 'missing_direction'],
    [(text: string) => text.replace('<Cd>BOOK', '<Cd>DONE'), 'unknown_status'],
    [(text: string) => text.replace('<Sts><Cd>BOOK</Cd></Sts>', ''), 'unknown_status'],
    [(text: string) => text.replace('</Ntry>', ''), 'not_xml'],
    [
      (text: string) => text.replace('<Document', '<!DOCTYPE d [<!ENTITY a "b">]><Document'),
      'doctype',
    ],
    [(text: string) => text.replace('UTF-8', 'UTF-16'), 'wrong_encoding'],
  ])('that is broken is refused whole (%#)', (break_, code) => {
    expect(problem(break_(C053))?.code).toBe(code)
  })

  test('says where it is broken', () => {
    const place = problem(C053.replace('Ccy="EUR">20.00', 'Ccy="EUR">20,00'))?.place
    expect(place).toBe('STMT-2026-224 (1), Ntry 2')
  })

  test('may carry the zeros of five decimals, prefixes and old names of its elements', () => {
    const zeros = C053.replaceAll('62.30<', '62.30000<')
    expect(whole(zeros).statements[0]?.entries[0]?.amount).toBe(62_30n)
    const prefixed = C053.replace('<Document xmlns=', '<n:Document xmlns:n=').replace(
      '</Document>',
      '</n:Document>',
    )
    expect(whole(prefixed)).toEqual(whole(C053))
    const old = C053.replace('001.08', '001.02')
      .replaceAll(/<Sts><Cd>(\w+)<\/Cd><\/Sts>/g, '<Sts>$1</Sts>')
      .replaceAll(/<\/?Pty>/g, '')
    expect(whole(old).statements).toEqual(whole(C053).statements)
  })

  test('passes over what is pending, announced or expected', () => {
    for (const status of ['PDNG', 'INFO', 'FUTR']) {
      const text = C053.replace('<Cd>PDNG', `<Cd>${status}`)
      expect(whole(text).statements[0]?.entries).toHaveLength(3)
    }
  })

  test('tells a reversal by either word of XML, and nothing else', () => {
    const isReversal = (said: string): boolean | undefined => {
      const text = C053.replace('<RvslInd>true', `<RvslInd>${said}`).replace(
        /<RtrInf>.*<\/RtrInf>/,
        '',
      )
      return whole(text).statements[0]?.entries[1]?.isReversal
    }
    expect(['true', '1', 'false', '0'].map(isReversal)).toEqual([true, true, false, false])
  })

  test('has names as they are written', () => {
    const named = C053.replace('Erika Mustermann', 'M&#252;ller &amp; S&#xF6;hne &lt;b&gt;')
    expect(whole(named).statements[0]?.entries[0]?.counterparty).toBe('Müller & Söhne <b>')
  })

  test('of more than 10 MB is not opened', () => {
    expect(problem(`<x>${' '.repeat(10 * 1024 * 1024)}</x>`)?.code).toBe('too_large')
  })
})

describe('a notice (camt.054)', () => {
  test('tells a batch transaction by transaction, and has no balances', () => {
    const { format, statements } = whole(C054)
    expect(format).toBe('camt.054')
    expect(statements).toMatchObject([
      {
        opening: null,
        closing: null,
        entries: [
          {
            amount: 12_30n,
            reference: 'RF85WAL20261122A7',
            counterpartyAccount: 'NL91ABNA0417164300',
            booking: { reference: 'BANKREF0000000001', part: 1 },
          },
          {
            amount: 50_00n,
            reference: null,
            endToEndId: 'E2E-7781',
            text: 'top up rf18 5390 0754 7034 thanks',
            counterparty: 'Max Beispiel',
            booking: { reference: 'BANKREF0000000001', part: 2 },
          },
        ],
      },
    ])
  })

  test('whose transactions are not the entry is refused', () => {
    expect(problem(C054.replace('>12.30<', '>12.31<'))?.code).toBe('wrong_sum')
  })

  test('of a batch without amounts is one movement', () => {
    const silent = C054.replace('<Amt Ccy="EUR">12.30</Amt>', '').replace(
      '<Amt Ccy="EUR">50.00</Amt>',
      '',
    )
    expect(whole(silent).statements[0]?.entries).toMatchObject([{ amount: 62_30n }])
  })
})

describe('a statement of MT940', () => {
  test('is read with its traps: RC, the funds code, and a year that begins', () => {
    const { format, statements } = whole(MT940)
    expect(format).toBe('mt940')
    expect(statements).toMatchObject([
      {
        id: 'STMT2026224',
        sequence: '224/1',
        account: 'DE89370400440532013000',
        currency: 'EUR',
        opening: 1_000_00n,
        closing: 1_047_30n,
        entries: [
          {
            amount: 62_30n,
            direction: 'in',
            isReversal: false,
            valueDate: '2026-11-20',
            text: 'RF85WAL20261122A7 ERIKA MUSTERMANN',
            endToEndId: null,
            booking: { reference: 'BANKREF00000001', part: 1 },
          },
          {
            amount: 20_00n,
            direction: 'out',
            isReversal: true,
            returnReason: 'AC04',
            endToEndId: 'E2E-7700',
          },
          {
            amount: 5_00n,
            direction: 'in',
            valueDate: '2027-01-02',
            reference: 'RF18539007547034',
            endToEndId: 'E2E-9',
            booking: { reference: null },
          },
        ],
      },
    ])
  })

  test('may be numbered in its details as German banks do', () => {
    const numbered =
      '166?00GUTSCHRIFT?20EREF+NOTPROVIDED SVWZ+RF85WA?21L20261122A7 Danke?30COBADEFF?31DE02120300000000202051?32Erika?33 Mustermann'
    const changed = MT940.replace('RF85WAL20261122A7 ERIKA MUSTERMANN', numbered)
    expect(whole(changed).statements[0]?.entries[0]).toMatchObject({
      text: 'EREF+NOTPROVIDED SVWZ+RF85WAL20261122A7 Danke',
      endToEndId: null,
      counterparty: 'Erika Mustermann',
      counterpartyAccount: 'DE02120300000000202051',
    })
  })

  test('may be one of several, on other line ends, without blocks, with dashes between', () => {
    const bare = MT940.replace(/^\{.*\{4:\r?\n/, '').replace(/-\}\s*$/, '-\n')
    const crlf = `${bare}${bare}`.replaceAll(/\r?\n/g, '\r\n')
    expect(whole(crlf).statements).toHaveLength(2)
  })

  test.each([
    [':62F:C261120EUR1047,30', ':62F:C261120EUR1047,31', 'wrong_sum'],
    [':62F:C261120EUR1047,30', ':62F:C261120USD1047,30', 'other_currency'],
    [':60F:C261120EUR1000,00', ':60F:C261120EUR1000.00', 'malformed_balance'],
    ['CR62,30N', 'CR62.30N', 'malformed_entry'],
    ['CR62,30N', 'CR62,301N', 'malformed_amount'],
    ['CR62,30N', 'XX62,30N', 'malformed_entry'],
    [':25:DE89370400440532013000', '', 'incomplete'],
    [':20:STMT2026224', '', 'empty'],
  ])('that is broken is refused whole: %s as %s', (good, bad, code) => {
    expect(problem(MT940.replace(good, bad))?.code).toBe(code)
  })

  test.each(['', 'hello', ':20:', '\u0000\u0001', ':61:\n:61:', '{1:{4:'])('is not %j', (text) => {
    expect(problem(text)).toBeDefined()
  })
})
