import { currency, isCurrency, parseDecimal, type Result } from '@danbao/kernel'
import { type FileProblem, readWhole, Unreadable } from '../problem.ts'
import { orNull } from '../or-null.ts'
import { readXml, type Xml } from '../xml.ts'
import { type Statement, type StatementEntry, type StatementFile, sumOf } from './statement.ts'

// Bank statements (camt.053) and notices (camt.054) of ISO 20022, versions 02 and 08 of the messages.

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.(\d\d)$/

export function readCamt(bytes: Uint8Array): Result<StatementFile, FileProblem> {
  return readWhole(bytes, (whole) => readDocument(readXml(whole)))
}

function readDocument(root: Xml): StatementFile {
  const document = root.at('Document')
  // With a prefix or without one: what counts is the name.
  const names = Object.values(document?.attributes ?? {}).map((name) => NAMESPACE.exec(name))
  const [, message, version] = names.find((match) => match !== null) ?? []
  if (document === undefined || (version !== '02' && version !== '08')) {
    throw new Unreadable(
      'unknown_format',
      'Document',
      'This is no camt.053 or camt.054 of version 02 or 08.',
    )
  }
  if (message === 'camt.053') {
    const statements = document.at('BkToCstmrStmt')?.all('Stmt') ?? []
    return { format: 'camt.053', statements: someOf(statements).map(readStatement) }
  }
  const notices = document.at('BkToCstmrDbtCdtNtfctn')?.all('Ntfctn') ?? []
  return { format: 'camt.054', statements: someOf(notices).map(readStatement) }
}

function someOf(reports: readonly Xml[]): readonly Xml[] {
  if (reports.length > 0) return reports
  throw new Unreadable('empty', 'Document', 'There is no statement in the file.')
}

function readStatement(report: Xml, index: number): Statement {
  const id = textAt(report, 'Id')
  const place = `${id} (${index + 1})`
  const code = currencyOf(report, place)
  const statement: Statement = {
    id,
    sequence: orNull(textAt(report, 'ElctrncSeqNb')),
    account: accountOf(report, place),
    currency: currency(code),
    opening: balanceOf(report, ['OPBD', 'PRCD'], { place, code }),
    closing: balanceOf(report, ['CLBD'], { place, code }),
    entries: report
      .all('Ntry')
      .flatMap((entry, at) => readEntry(entry, { place: `${place}, Ntry ${at + 1}`, code })),
  }
  checkBalances(statement, place)
  return statement
}

function accountOf(report: Xml, place: string): string {
  const account = numberIn(report.at('Acct', 'Id'))
  if (account !== null) return account.replaceAll(/\s/g, '').toUpperCase()
  throw new Unreadable('missing_account', place, 'The statement does not say of which account.')
}

function currencyOf(report: Xml, place: string): string {
  const [first = ''] = [
    textAt(report, 'Acct', 'Ccy'),
    report.at('Bal', 'Amt')?.attributes['Ccy'] ?? '',
    report.at('Ntry', 'Amt')?.attributes['Ccy'] ?? '',
  ].filter((code) => code !== '')
  if (isCurrency(first)) return first
  throw new Unreadable('unknown_currency', place, `The currency "${first}" is not known.`)
}

interface At {
  readonly place: string
  /** Of the account's currency. */
  readonly code: string
}

function balanceOf(report: Xml, types: readonly string[], at: At): bigint | null {
  const found = report
    .all('Bal')
    .find((one) => types.includes(one.at('Tp', 'CdOrPrtry', 'Cd')?.text ?? ''))
  if (found === undefined) return null
  const minor = amountOf(found.at('Amt'), at)
  return directionOf(found, at.place) === 'out' ? -minor : minor
}

/** A statement whose sum does not hold has lost an entry on its way, or won one. */
function checkBalances({ opening, closing, entries }: Statement, place: string): void {
  if (opening === null || closing === null) return
  const sum = opening + sumOf(entries)
  if (sum === closing) return
  const message = `The entries lead from ${opening} to ${sum}, and the statement says ${closing} (minor units).`
  throw new Unreadable('wrong_sum', place, message)
}

/** Nothing of one that is not booked; each transaction of a batch by itself. */
function readEntry(entry: Xml, at: At): readonly StatementEntry[] {
  if (!isBooked(entry, at.place)) return []
  const whole = amountOf(entry.at('Amt'), at)
  const direction = directionOf(entry, at.place)
  const details = entry.all('NtryDtls').flatMap((one) => one.all('TxDtls'))
  const isTold = details.length <= 1 || details.every((one) => detailAmount(one) !== undefined)
  if (!isTold || details.length === 0) {
    return [toEntry(entry, undefined, { ...at, amount: whole, direction, part: 1 })]
  }
  const parts = details.map((detail, index) => {
    const place = details.length === 1 ? at.place : `${at.place}, TxDtls ${index + 1}`
    const told = detailAmount(detail)
    const amount = told === undefined ? whole : amountOf(told, { ...at, place })
    const way = detail.at('CdtDbtInd') === undefined ? direction : directionOf(detail, place)
    return toEntry(entry, detail, { place, amount, direction: way, part: index + 1 })
  })
  if (sumOf(parts) === sumOf([{ direction, amount: whole }])) return parts
  throw new Unreadable(
    'wrong_sum',
    at.place,
    'The transactions come to another sum than the entry.',
  )
}

/** What is pending, announced or expected. A status that nobody knows is not passed over. */
const NOT_BOOKED: ReadonlySet<string> = new Set(['PDNG', 'INFO', 'FUTR'])

function isBooked(entry: Xml, place: string): boolean {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  if (status === 'BOOK') return true
  if (NOT_BOOKED.has(status)) return false
  throw new Unreadable('unknown_status', place, `The status "${status}" of an entry is not known.`)
}

function detailAmount(detail: Xml): Xml | undefined {
  return detail.at('Amt') ?? detail.at('AmtDtls', 'TxAmt', 'Amt')
}

interface Movement extends Pick<StatementEntry, 'place' | 'amount' | 'direction'> {
  readonly part: number
}

function toEntry(entry: Xml, detail: Xml | undefined, movement: Movement): StatementEntry {
  const { part, ...moved } = movement
  const endToEndId = textAt(detail, 'Refs', 'EndToEndId')
  const returnReason =
    textAt(detail, 'RtrInf', 'Rsn', 'Cd') || textAt(detail, 'RtrInf', 'Rsn', 'Prtry')
  const booking = textAt(entry, 'AcctSvcrRef') || textAt(detail, 'Refs', 'TxId')
  return {
    ...moved,
    ...counterpartyOf(detail, moved.direction),
    isReversal: isTrue(textAt(entry, 'RvslInd')) || detail?.at('RtrInf') !== undefined,
    returnReason: orNull(returnReason),
    valueDate: dayOf(entry, 'ValDt') ?? dayOf(entry, 'BookgDt'),
    reference: orNull(textAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')),
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : orNull(endToEndId),
    text: writtenIn(entry, detail),
    booking: { reference: orNull(booking), part },
  }
}

/** Both are written for it in XML. */
function isTrue(text: string): boolean {
  return text === 'true' || text === '1'
}

/** What the payer wrote, else what the bank says of it. */
function writtenIn(entry: Xml, detail: Xml | undefined): string {
  const free = (detail?.at('RmtInf')?.all('Ustrd') ?? []).map(({ text }) => text)
  const said = [textAt(detail, 'AddtlTxInf'), textAt(entry, 'AddtlNtryInf')]
  return (free.length > 0 ? free : said).join(' ').trim()
}

/** Version 08 puts the name one element deeper than version 02. */
function counterpartyOf(detail: Xml | undefined, direction: 'in' | 'out') {
  const role = direction === 'in' ? 'Dbtr' : 'Cdtr'
  const parties = detail?.at('RltdPties')
  const name = textAt(parties, role, 'Pty', 'Nm') || textAt(parties, role, 'Nm')
  return {
    counterparty: orNull(name),
    counterpartyAccount: numberIn(parties?.at(`${role}Acct`, 'Id')),
  }
}

/** An IBAN, or whatever else the bank numbers its accounts by. */
function numberIn(id: Xml | undefined): string | null {
  return orNull(textAt(id, 'IBAN') || textAt(id, 'Othr', 'Id'))
}

/** Empty: there is no such element. */
function textAt(element: Xml | undefined, ...path: readonly string[]): string {
  return element?.at(...path)?.text ?? ''
}

function dayOf(entry: Xml, name: string): string | null {
  const date = entry.at(name)
  const text = date?.at('Dt')?.text ?? date?.at('DtTm')?.text ?? ''
  return /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null
}

function directionOf(element: Xml, place: string): 'in' | 'out' {
  const text = element.at('CdtDbtInd')?.text
  if (text === 'CRDT') return 'in'
  if (text === 'DBIT') return 'out'
  throw new Unreadable('missing_direction', place, 'CdtDbtInd is neither CRDT nor DBIT.')
}

/** Banks write up to five decimals; more than the currency has are refused unless they are zeros. */
function amountOf(element: Xml | undefined, { place, code }: At): bigint {
  const text = element?.text ?? ''
  const of = element?.attributes['Ccy']
  if (of !== code) {
    const message = `The amount is in "${of ?? ''}", the account in ${code}.`
    throw new Unreadable('other_currency', place, message)
  }
  const parsed = parseDecimal(text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), currency(code))
  if (parsed.ok) return parsed.value.minor
  throw new Unreadable('malformed_amount', place, `"${text}" is no amount of ${code}.`)
}
