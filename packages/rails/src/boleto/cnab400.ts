import { Unreadable } from '../problem.ts'
import { type Line, lineOf, maybe } from './fields.ts'
import type { ReturnEntry, ReturnFile } from './return-entry.ts'

// The older return file of 400 characters, which each bank lays out in its own way.

type Span = readonly [first: number, last: number]

interface Layout {
  /** Of its details. */
  readonly type: string
  readonly ourId: Span
  readonly ourNumber: Span
  readonly fee: Span
  readonly creditedOn: Span
  /** Movement codes of money that came. */
  readonly paid: readonly string[]
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  '001': {
    ...{ type: '7', ourId: [39, 63], ourNumber: [64, 80], fee: [182, 188], creditedOn: [176, 181] },
    paid: ['05', '06', '07', '08', '15'],
  },
  '237': {
    ...{ type: '1', ourId: [38, 62], ourNumber: [71, 82], fee: [176, 188], creditedOn: [296, 301] },
    paid: ['06', '15', '17'],
  },
  '341': {
    ...{ type: '1', ourId: [38, 62], ourNumber: [86, 94], fee: [176, 188], creditedOn: [296, 301] },
    paid: ['06', '07', '08', '10', '59'],
  },
}

export function readCnab400(texts: readonly string[]): ReturnFile {
  const lines = texts.map((text, at) => lineOf(text, at + 1))
  const [head, ...rest] = lines
  const bank = head?.at(77, 79) ?? ''
  const layout = LAYOUTS[bank]
  if (head === undefined || layout === undefined) {
    throw new Unreadable('unknown_bank', 1, `Files of the bank "${bank}" are not known here.`)
  }
  if (head.at(1, 9) !== '02RETORNO') {
    throw new Unreadable('no_return_file', head.place, 'It is no file that comes from a bank.')
  }
  const tail = rest.at(-1)
  if (tail?.at(1, 1) !== '9') {
    throw new Unreadable('wrong_record', tail?.place ?? 1, 'The file has no end: it was cut off.')
  }
  lines.forEach((line, at) => {
    if (line.count(395, 400) === at + 1) return
    throw new Unreadable('wrong_count', line.place, 'The lines are not counted up by one.')
  })
  const entries = rest
    .slice(0, -1)
    .filter((line) => line.at(1, 1) === layout.type)
    .map((line) => readEntry(line, layout))
  return { format: 'cnab400', bank, sequence: head.at(95, 100), entries }
}

function readEntry(line: Line, layout: Layout): ReturnEntry {
  const code = line.at(109, 110)
  const isPaid = layout.paid.includes(code)
  return {
    ...{ place: line.place, code, isPaid },
    // What was owed, interest and fine.
    paid: line.amount(254, 266) + line.amount(267, 279) + line.amount(280, 292),
    fee: isPaid ? line.amount(...layout.fee) : 0n,
    ourId: maybe(line.at(...layout.ourId)),
    ourNumber: line.at(...layout.ourNumber).replaceAll(/\s/g, ''),
    documentNumber: maybe(line.at(117, 126)),
    paidOn: line.day(111, 116),
    creditedOn: line.day(...layout.creditedOn),
    ...{ payerTaxId: null, payerName: null },
  }
}
