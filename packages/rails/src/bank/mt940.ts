import { currency, isCurrency, parseDecimal, type Result } from '@danbao/kernel'
import { orNull } from '../or-null.ts'
import { type FileProblem, readWhole, Unreadable } from '../problem.ts'
import { type Statement, type StatementEntry, type StatementFile, sumOf } from './statement.ts'

// Customer statements in SWIFT's MT940, one or several in a file, with or without their blocks.

/** A field: `:61:` and what belongs to it, with the line on which it begins. */
interface Field {
  readonly tag: string
  readonly text: string
  readonly line: number
}

export function readMt940(bytes: Uint8Array): Result<StatementFile, FileProblem> {
  return readWhole(bytes, (whole) => {
    const statements = split(fieldsOf(decode(whole))).map(readStatement)
    if (statements.length > 0) return { format: 'mt940', statements }
    throw new Unreadable('empty', 1, 'There is no statement in the file.')
  })
}

/** SWIFT's letters are ASCII; banks add their own, of today or of before. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

function fieldsOf(text: string): readonly Field[] {
  const fields: Field[] = []
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.replace(/^\{.*\{4:/, '').replace(/^-\}?$/, '')
    const start = /^:(\d\d[A-Z]?):(.*)$/.exec(line)
    const last = fields.at(-1)
    if (start !== null) {
      fields.push({ tag: start[1] ?? '', text: start[2] ?? '', line: index + 1 })
    } else if (last !== undefined && line !== '') {
      fields[fields.length - 1] = { ...last, text: `${last.text}\n${line}` }
    }
  }
  return fields
}

/** Each begins with its own reference. */
function split(fields: readonly Field[]): readonly (readonly Field[])[] {
  const groups: Field[][] = []
  for (const field of fields) {
    if (field.tag === '20') groups.push([])
    groups.at(-1)?.push(field)
  }
  return groups
}

function readStatement(fields: readonly Field[]): Statement {
  const of = (...tags: readonly string[]): Field | undefined =>
    fields.find(({ tag }) => tags.includes(tag))
  const [first, account, open, close] = [of('20'), of('25'), of('60F', '60M'), of('62F', '62M')]
  const line = first?.line ?? 1
  if (account === undefined || open === undefined || close === undefined) {
    throw new Unreadable('incomplete', line, 'A statement needs :25:, :60F: and :62F:.')
  }
  const opening = readBalance(open)
  const closing = readBalance(close)
  if (opening.code !== closing.code) {
    throw new Unreadable('other_currency', close.line, 'The balances are in two currencies.')
  }
  const entries = readEntries(fields, opening.code)
  const sum = opening.minor + sumOf(entries)
  if (sum !== closing.minor) {
    const message = `The entries lead to ${sum}, and the statement says ${closing.minor} (minor units).`
    throw new Unreadable('wrong_sum', close.line, message)
  }
  return {
    id: first?.text ?? '',
    sequence: of('28C')?.text ?? null,
    account: account.text.replaceAll(/\s/g, '').toUpperCase(),
    currency: currency(opening.code),
    opening: opening.minor,
    closing: closing.minor,
    entries,
  }
}

function readBalance({ text, line }: Field): { readonly minor: bigint; readonly code: string } {
  const [, mark, code = '', amount = ''] = /^([CD])\d{6}([A-Z]{3})([\d,]+)$/.exec(text) ?? []
  if (!isCurrency(code)) {
    throw new Unreadable('malformed_balance', line, `"${text}" is no balance.`)
  }
  const minor = readAmount(amount, code, line)
  return { minor: mark === 'D' ? -minor : minor, code }
}

function readAmount(text: string, code: string, line: number): bigint {
  const plain = text.replace(/,$/, '').replace(',', '.')
  const parsed = parseDecimal(plain, currency(code))
  if (parsed.ok) return parsed.value.minor
  throw new Unreadable('malformed_amount', line, `"${text}" is no amount of ${code}.`)
}

function readEntries(fields: readonly Field[], code: string): readonly StatementEntry[] {
  return fields.flatMap((field, index) => {
    if (field.tag !== '61') return []
    const next = fields[index + 1]
    return [readEntry(field, next?.tag === '86' ? next.text : '', code)]
  })
}

/**
 * `:61:`: value date, day of the booking, mark, third letter of the currency, amount, kind, the
 * customer's reference, `//` the bank's. `RC` takes back a credit; `CR` is a credit of a currency
 * whose third letter is R.
 */
const ENTRY =
  /^(\d{6})(?:\d{4})?(RC|RD|C|D)([A-Z])?(\d[\d,]*)([A-Z][A-Z0-9]{3})([^\n/]*(?:\/(?!\/)[^\n/]*)*)(?:\/\/([^\n]*))?(?:\n([\s\S]*))?$/

function readEntry({ text, line }: Field, info: string, code: string): StatementEntry {
  const match = ENTRY.exec(text)
  if (match === null) throw new Unreadable('malformed_entry', line, `"${text}" is no entry.`)
  const [, date = '', mark = '', , amount = '', , customer = '', bank = '', more = ''] = match
  const told = readInfo(info)
  const minor = readAmount(amount, code, line)
  if (minor === 0n) throw new Unreadable('malformed_amount', line, 'An entry moves something.')
  return {
    place: `line ${line}`,
    amount: minor,
    direction: mark === 'C' || mark === 'RD' ? 'in' : 'out',
    isReversal: mark.startsWith('R'),
    returnReason: /\b(A[CGM]\d\d|BE\d\d|MS\d\d|FOCR)\b/.exec(info)?.[1] ?? null,
    valueDate: `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4, 6)}`,
    reference: told.reference,
    endToEndId: told.endToEndId ?? orNull(customer.trim().replace(/^NONREF$/, '')),
    text: (told.text || more).replaceAll('\n', ' ').trim(),
    counterparty: told.name,
    counterpartyAccount: told.account,
    booking: { reference: orNull(bank.trim()), part: 1 },
  }
}

interface Info {
  readonly text: string
  readonly reference: string | null
  readonly endToEndId: string | null
  readonly name: string | null
  readonly account: string | null
}

/** `:86:` is each bank's own: German banks number its parts, others name them between slashes. */
function readInfo(info: string): Info {
  if (/^\d{3}\?\d\d/.test(info)) return readNumbered(info.replaceAll('\n', ''))
  if (/^\/[A-Z]{3,4}\//.test(info)) return readNamed(info.replaceAll('\n', ''))
  return { text: info, reference: null, endToEndId: null, name: null, account: null }
}

function readNumbered(info: string): Info {
  const parts = [...info.matchAll(/\?(\d\d)([^?]*)/g)]
  const of = (from: number, to: number): string =>
    parts
      .filter(([, number = '']) => Number(number) >= from && Number(number) <= to)
      .map(([, , value]) => value ?? '')
      .join('')
  const text = `${of(20, 29)}${of(60, 63)}`
  const sepa = /EREF\+(.*?)(?=[A-Z]{4}\+|$)/.exec(text)?.[1]?.trim()
  return {
    text,
    reference: null,
    endToEndId: sepa === 'NOTPROVIDED' ? null : orNull(sepa),
    name: orNull(of(32, 33).trim()),
    account: orNull(of(31, 31).trim()),
  }
}

/** The words between slashes that begin a part; a part may have slashes of its own. */
const NAMES = /\/(EREF|REMI|CNTP|NAME|IBAN|ORDP|BENM|MARF|CSID|TRTP|RTRN|PREF|KREF|SVCL)\//g

function readNamed(info: string): Info {
  const starts = [...info.matchAll(NAMES)]
  const of = (name: string): string | undefined => {
    const index = starts.findIndex(([, found]) => found === name)
    const start = starts[index]
    if (start === undefined) return undefined
    return info.slice(start.index + name.length + 2, starts[index + 1]?.index).replace(/\/$/, '')
  }
  const remittance = of('REMI') ?? ''
  const structured = /^STRD\/(?:CUR|ISO)\/([^/]+)/.exec(remittance)?.[1]
  const endToEndId = of('EREF')
  return {
    text: remittance.replace(/^USTD\/+/, ''),
    reference: orNull(structured),
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : orNull(endToEndId),
    name: orNull(of('NAME')),
    account: orNull(of('IBAN')),
  }
}
