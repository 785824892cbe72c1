import { accept, currency, isCurrency, parseDecimal, refuse, type Result } from '@danbao/kernel'
import type { FileProblem } from '../problem.ts'
import { readXml, type Xml } from '../xml.ts'
import type { Statement, StatementEntry, StatementFile } from './statement.ts'

// Bank statements (camt.053) and notices (camt.054) of ISO 20022, versions 02 and 08 of the messages.

/** Carries the first problem out of the reading; it never leaves this file. */
class Unreadable extends Error {
  readonly problem: FileProblem
  constructor(code: string, place: string, message: string) {
    super(message)
    this.problem = { code, place, message }
  }
}

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.(\d\d)$/

/** Reads a whole file, or says what is wrong with it first. */
export function readCamt(bytes: Uint8Array): Result<StatementFile, FileProblem> {
  const read = readXml(bytes)
  if (!read.ok) return read
  try {
    return accept(readDocument(read.value))
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.problem)
    throw error
  }
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
  const place = `${report.at('Id')?.text ?? ''} (${index + 1})`
  const id = report.at('Acct', 'Id')
  const account = id?.at('IBAN')?.text ?? id?.at('Othr', 'Id')?.text
  if (account === undefined || account === '') {
    throw new Unreadable('missing_account', place, 'The statement does not say of which account.')
  }
  const code =
    report.at('Acct', 'Ccy')?.text ??
    report.at('Bal', 'Amt')?.attributes['Ccy'] ??
    report.at('Ntry', 'Amt')?.attributes['Ccy'] ??
    ''
  if (!isCurrency(code)) {
    throw new Unreadable('unknown_currency', place, `The currency "${code}" is not known.`)
  }
  const statement: Statement = {
    id: report.at('Id')?.text ?? '',
    sequence: report.at('ElctrncSeqNb')?.text ?? null,
    account: account.replaceAll(/\s/g, '').toUpperCase(),
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
  const sum = entries.reduce((total, one) => total + signed(one), opening)
  if (sum === closing) return
  const message = `The entries lead from ${opening} to ${sum}, and the statement says ${closing} (minor units).`
  throw new Unreadable('wrong_sum', place, message)
}

function signed({ direction, amount }: Pick<StatementEntry, 'direction' | 'amount'>): bigint {
  return direction === 'in' ? amount : -amount
}

/** Nothing of one that is not booked; each transaction of a batch by itself. */
function readEntry(entry: Xml, at: At): readonly StatementEntry[] {
  const status = entry.at('Sts', 'Cd')?.text ?? entry.at('Sts')?.text
  if (status !== 'BOOK') return []
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
  const sum = parts.reduce((total, one) => total + signed(one), 0n)
  if (sum === signed({ direction, amount: whole })) return parts
  throw new Unreadable(
    'wrong_sum',
    at.place,
    'The transactions come to another sum than the entry.',
  )
}

function detailAmount(detail: Xml): Xml | undefined {
  return detail.at('Amt') ?? detail.at('AmtDtls', 'TxAmt', 'Amt')
}

interface Movement extends Pick<StatementEntry, 'place' | 'amount' | 'direction'> {
  readonly part: number
}

function toEntry(entry: Xml, detail: Xml | undefined, movement: Movement): StatementEntry {
  const { part, ...moved } = movement
  const refs = detail?.at('Refs')
  const returned = detail?.at('RtrInf')
  const strd = detail?.at('RmtInf', 'Strd', 'CdtrRefInf', 'Ref')?.text
  const free = detail?.at('RmtInf')?.all('Ustrd') ?? []
  const texts = free.length > 0 ? free : [detail?.at('AddtlTxInf'), entry.at('AddtlNtryInf')]
  const other = counterpartyOf(detail, moved.direction)
  const endToEndId = refs?.at('EndToEndId')?.text
  return {
    ...moved,
    ...other,
    isReversal: entry.at('RvslInd')?.text === 'true' || returned !== undefined,
    returnReason: returned?.at('Rsn', 'Cd')?.text ?? returned?.at('Rsn', 'Prtry')?.text ?? null,
    valueDate: dayOf(entry, 'ValDt') ?? dayOf(entry, 'BookgDt'),
    reference: orNull(strd),
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : orNull(endToEndId),
    text: texts
      .map((one) => one?.text ?? '')
      .join(' ')
      .trim(),
    booking: { reference: orNull(entry.at('AcctSvcrRef')?.text ?? refs?.at('TxId')?.text), part },
  }
}

/** Version 08 puts the name one element deeper than version 02. */
function counterpartyOf(detail: Xml | undefined, direction: 'in' | 'out') {
  const role = direction === 'in' ? 'Dbtr' : 'Cdtr'
  const parties = detail?.at('RltdPties')
  const name = parties?.at(role, 'Pty', 'Nm') ?? parties?.at(role, 'Nm')
  const id = parties?.at(`${role}Acct`, 'Id')
  const account = id?.at('IBAN')?.text ?? id?.at('Othr', 'Id')?.text
  return { counterparty: orNull(name?.text), counterpartyAccount: orNull(account) }
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
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
