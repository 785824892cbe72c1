import { Unreadable } from '../problem.ts'
import { type Line, lineOf, maybe } from './fields.ts'
import type { ReturnEntry, ReturnFile } from './return-entry.ts'

// FEBRABAN's return file of 240 characters, as Banco do Brasil, Santander, Bradesco and Itaú write it.

type Span = readonly [first: number, last: number]

interface Layout {
  readonly ourNumber: Span
  readonly documentNumber: Span
  readonly ourId: Span
  readonly payerTaxId: Span
  readonly payerName: Span
  /** Movement codes of money that came. */
  readonly paid: readonly string[]
}

const FEBRABAN: Layout = {
  ourNumber: [38, 57],
  documentNumber: [59, 73],
  ourId: [106, 130],
  payerTaxId: [133, 148],
  payerName: [149, 188],
  paid: ['06', '17'],
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  '001': FEBRABAN,
  '033': {
    ...FEBRABAN,
    ...{ ourNumber: [41, 53], documentNumber: [55, 69], ourId: [101, 125] },
    ...{ payerTaxId: [128, 143], payerName: [144, 183] },
  },
  '237': FEBRABAN,
  '341': {
    ...FEBRABAN,
    ...{ ourNumber: [41, 48], documentNumber: [59, 68], paid: ['06', '08', '10', '17'] },
  },
}

export function readCnab240(texts: readonly string[]): ReturnFile {
  const lines = texts.map((text, at) => lineOf(text, at + 1))
  const [head, tail] = [lines[0], lines.at(-1)]
  const bank = head?.at(1, 3) ?? ''
  const layout = LAYOUTS[bank]
  if (head === undefined || tail === undefined || layout === undefined) {
    throw new Unreadable('unknown_bank', 1, `Files of the bank "${bank}" are not known here.`)
  }
  expectType(head, '0')
  if (head.at(143, 143) !== '2') {
    throw new Unreadable('no_return_file', head.place, 'It is no file that comes from a bank.')
  }
  expectType(tail, '9')
  checkCounts(lines, tail)
  return {
    ...{ format: 'cnab240', bank, sequence: head.at(158, 163) },
    entries: readEntries(lines, layout),
  }
}

function expectType(line: Line, type: string): void {
  if (line.at(8, 8) === type) return
  const message = `A record of type ${type} was expected, and "${line.at(8, 8)}" stands there.`
  throw new Unreadable('wrong_record', line.place, message)
}

/** Each lot and the file say how many lines they have. */
function checkCounts(lines: readonly Line[], tail: Line): void {
  let lots = 0
  let start = 0
  lines.forEach((line, at) => {
    if (line.at(8, 8) === '1') start = at
    if (line.at(8, 8) !== '5') return
    lots += 1
    expectCount(line, line.count(18, 23), at - start + 1)
  })
  expectCount(tail, tail.count(18, 23), lots)
  expectCount(tail, tail.count(24, 29), lines.length)
}

function expectCount(line: Line, said: number, found: number): void {
  if (said === found) return
  throw new Unreadable('wrong_count', line.place, `It says ${said}, and there are ${found}.`)
}

/** A segment T tells which boleto, and the U behind it how much. */
function readEntries(lines: readonly Line[], layout: Layout): readonly ReturnEntry[] {
  return lines.flatMap((line, at) => {
    if (line.at(8, 8) !== '3') return []
    const segment = line.at(14, 14)
    const before = lines[at - 1]
    if (segment === 'U' && before?.at(14, 14) !== 'T') {
      throw new Unreadable('wrong_record', line.place, 'A segment U stands without its T.')
    }
    return segment === 'T' ? [readEntry(line, lines[at + 1], layout)] : []
  })
}

function readEntry(t: Line, u: Line | undefined, layout: Layout): ReturnEntry {
  const code = t.at(16, 17)
  if (u?.at(14, 14) !== 'U' || u.at(16, 17) !== code) {
    throw new Unreadable('wrong_record', t.place, 'Its segment U is missing.')
  }
  const isPaid = layout.paid.includes(code)
  const [paid, net] = [u.amount(78, 92), u.amount(93, 107)]
  return {
    ...{ place: t.place, code, isPaid, paid },
    fee: isPaid && net > 0n && net < paid ? paid - net : 0n,
    ourId: maybe(t.at(...layout.ourId)),
    ourNumber: t.at(...layout.ourNumber).replaceAll(/\s/g, ''),
    documentNumber: maybe(t.at(...layout.documentNumber)),
    paidOn: u.day(138, 145),
    creditedOn: u.day(146, 153),
    payerTaxId: taxId(t.at(...layout.payerTaxId)),
    payerName: maybe(t.at(...layout.payerName)),
  }
}

/** The kind in one place, 1 a person and 2 a company, then 15 for the number. */
function taxId(text: string): string | null {
  const length = text.startsWith('1') ? 11 : 14
  return maybe(text.slice(1).slice(-length))
}
