import { currency, type Currency, isCurrency, parseDecimal, type Result } from '@danbao/kernel'
import { CsvError, parse } from 'csv-parse/sync'
import { type FileProblem, readWhole, Unreadable } from '../problem.ts'
import { parseMtcn } from './mtcn.ts'

// What an agent has paid out for us. There is no public format: this one is ours, by RFC 4180, UTF-8,
// a header, `,` or `;`, decimal points; an operator's agent is asked for it or converted to it.

/** One money transfer, in minor units of `currency`. */
export interface Settled {
  /** Where in the file it stands. */
  readonly place: string
  readonly provider: string
  readonly mtcn: string
  /** Paid out; taken back; or corrected, which somebody has to look at. */
  readonly status: 'paid' | 'reversed' | 'adjusted'
  readonly sender: string
  readonly country: string
  readonly currency: Currency
  readonly amount: bigint
  /** What the agent kept. */
  readonly fee: bigint
}

const COLUMNS = [
  ...['settlement_date', 'provider', 'agent_id', 'mtcn', 'status', 'paid_at', 'origin_country'],
  ...['sender_name', 'payout_amount', 'payout_currency', 'agent_fee', 'fx_rate', 'net_settled'],
  'settlement_currency',
] as const
type Column = (typeof COLUMNS)[number]
/** The cell of a column. */
type Row = (name: Column) => string

/** Whether a file begins as this format does. */
export function isSettlementFile(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200))
  return /^\ufeff?"?settlement_date"?[,;]/.test(start)
}

export function readSettlementFile(bytes: Uint8Array): Result<readonly Settled[], FileProblem> {
  return readWhole(bytes, (whole) => readRows(linesOf(whole)))
}

function linesOf(bytes: Uint8Array): readonly (readonly string[])[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const first = text.slice(0, text.indexOf('\n'))
    const delimiter = first.includes(';') ? ';' : ','
    return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true })
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('not_csv', 1, error.message)
    if (error instanceof TypeError) throw new Unreadable('wrong_encoding', 1, 'It is not UTF-8.')
    throw error
  }
}

function readRows([header = [], ...lines]: readonly (readonly string[])[]): readonly Settled[] {
  const missing = COLUMNS.find((name) => !header.includes(name))
  if (missing !== undefined) {
    throw new Unreadable('missing_column', 1, `The column ${missing} is missing.`)
  }
  const last = lines.at(-1)
  const total = last?.[0] === 'TOTAL' ? last : undefined
  const rows = (total === undefined ? lines : lines.slice(0, -1)).map((cells, index) =>
    readRow(toRow(header, cells, index + 2), index + 2),
  )
  if (total !== undefined) checkTotal(total, rows, lines.length + 1)
  return rows
}

function toRow(header: readonly string[], cells: readonly string[], line: number): Row {
  if (cells.length === header.length) return (name) => (cells[header.indexOf(name)] ?? '').trim()
  const message = `There are ${cells.length} cells, the header has ${header.length}.`
  throw new Unreadable('wrong_width', line, message)
}

const STATUSES = { PAID: 'paid', REVERSED: 'reversed', ADJUSTED: 'adjusted' } as const

function readRow(row: Row, line: number): Settled {
  const mtcn = parseMtcn(row('mtcn'))
  // The number itself is a bearer's claim: it is not told on.
  if (!mtcn.ok) throw new Unreadable('malformed_mtcn', line, 'The MTCN is no ten digits.')
  const status = Object.entries(STATUSES).find(([name]) => name === row('status'))?.[1]
  if (status === undefined) {
    throw new Unreadable('unknown_status', line, `The status "${row('status')}" is not known.`)
  }
  const code = row('payout_currency')
  if (!isCurrency(code) || row('settlement_currency') !== code) {
    const message = 'The settlement has to be in the currency that was paid out.'
    throw new Unreadable('other_currency', line, message)
  }
  const of = currency(code)
  const amount = amountIn(row('payout_amount'), of, line)
  const fee = amountIn(row('agent_fee') === '' ? '0' : row('agent_fee'), of, line)
  if (amount - fee !== amountIn(row('net_settled'), of, line)) {
    throw new Unreadable('wrong_sum', line, 'The amount less the fee is not what was settled.')
  }
  if (amount === 0n) throw new Unreadable('malformed_amount', line, 'A transfer has an amount.')
  return {
    ...{ place: `line ${line}`, provider: row('provider'), mtcn: mtcn.value, status },
    ...{ sender: row('sender_name'), country: row('origin_country'), currency: of, amount, fee },
  }
}

function amountIn(text: string, of: Currency, line: number): bigint {
  const parsed = parseDecimal(text, of)
  if (parsed.ok) return parsed.value.minor
  throw new Unreadable('malformed_amount', line, `"${text}" is no amount of ${of}.`)
}

/** How many rows there are, and what they come to where all are of one currency. */
function checkTotal(total: readonly string[], rows: readonly Settled[], line: number): void {
  const [, count = '', sum = ''] = total
  if (count !== rows.length.toString()) {
    throw new Unreadable('wrong_count', line, `TOTAL says ${count}, there are ${rows.length} rows.`)
  }
  const [first] = rows
  if (first === undefined || rows.some((row) => row.currency !== first.currency)) return
  const all = rows.reduce((part, { amount }) => part + amount, 0n)
  if (amountIn(sum, first.currency, line) !== all) {
    throw new Unreadable('wrong_sum', line, 'TOTAL is another sum than that of the rows.')
  }
}
