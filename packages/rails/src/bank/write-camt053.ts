import { type Currency, formatDecimal } from '@danbao/kernel'

// A statement that we write: ISO 20022 camt.053.001.08, as bookkeeping programs take it.

export interface WrittenEntry {
  /** At most 35 characters, unique. */
  readonly reference: string
  /** Minor units, below zero: it left. */
  readonly change: bigint
  /** RFC 3339. */
  readonly at: string
  /** What it was, as a code of ours: at most 35 characters. */
  readonly code: string
  readonly counterpart: string | null
  /** At most 35 characters. */
  readonly subject: string | null
  readonly text: string | null
}

export interface WrittenStatement {
  /** At most 35 characters, unique. */
  readonly id: string
  readonly createdAt: string
  readonly from: string
  /** RFC 3339, not of the period any more. */
  readonly until: string
  /** At most 34 characters: the account has no IBAN. */
  readonly account: string
  readonly owner: string
  readonly currency: Currency
  readonly opening: bigint
  readonly closing: bigint
  readonly entries: readonly WrittenEntry[]
}

export function writeCamt053(statement: WrittenStatement): string {
  const { id, createdAt, from, until, account, owner, currency, entries } = statement
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">',
    '<BkToCstmrStmt>',
    `<GrpHdr>${tag('MsgId', id)}${tag('CreDtTm', createdAt)}</GrpHdr>`,
    `<Stmt>${tag('Id', id)}${tag('CreDtTm', createdAt)}`,
    `<FrToDt>${tag('FrDtTm', from)}${tag('ToDtTm', until)}</FrToDt>`,
    `<Acct><Id><Othr>${tag('Id', account)}</Othr></Id>${tag('Ccy', currency)}<Ownr>${tag('Nm', short(owner, 140))}</Ownr></Acct>`,
    balance('OPBD', { currency, minor: statement.opening, day: from.slice(0, 10) }),
    balance('CLBD', { currency, minor: statement.closing, day: lastDay(until) }),
    ...entries.map((entry) => writeEntry(entry, currency)),
    '</Stmt>',
    '</BkToCstmrStmt>',
    '</Document>',
    '',
  ]
  return lines.join('\n')
}

/** The last day of a period that ends before this instant. */
function lastDay(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10)
}

interface Balance {
  readonly currency: Currency
  readonly minor: bigint
  readonly day: string
}

function balance(code: 'OPBD' | 'CLBD', { currency, minor, day }: Balance): string {
  const dated = `<Dt>${tag('Dt', day)}</Dt>`
  return `<Bal><Tp><CdOrPrtry>${tag('Cd', code)}</CdOrPrtry></Tp>${amount(currency, minor)}${dated}</Bal>`
}

function amount(currency: Currency, minor: bigint): string {
  const size = minor < 0n ? -minor : minor
  const written = formatDecimal({ currency, minor: size })
  return `<Amt Ccy="${currency}">${written}</Amt>${tag('CdtDbtInd', minor < 0n ? 'DBIT' : 'CRDT')}`
}

function writeEntry(entry: WrittenEntry, currency: Currency): string {
  const { reference, change, at, code, counterpart, subject, text } = entry
  const party = counterpart === null ? '' : `<Pty>${tag('Nm', short(counterpart, 140))}</Pty>`
  const role = change < 0n ? 'Cdtr' : 'Dbtr'
  const details = [
    `<Refs>${subject === null ? '' : tag('EndToEndId', subject)}${tag('TxId', reference)}</Refs>`,
    amount(currency, change),
    ...(party === '' ? [] : [`<RltdPties><${role}>${party}</${role}></RltdPties>`]),
    ...(text === null ? [] : [`<RmtInf>${tag('Ustrd', short(text, 140))}</RmtInf>`]),
  ]
  return [
    `<Ntry>${tag('NtryRef', reference)}${amount(currency, change)}<Sts>${tag('Cd', 'BOOK')}</Sts>`,
    `<BookgDt>${tag('DtTm', at)}</BookgDt><ValDt>${tag('Dt', at.slice(0, 10))}</ValDt>`,
    `${tag('AcctSvcrRef', reference)}<BkTxCd><Prtry>${tag('Cd', code)}</Prtry></BkTxCd>`,
    `<NtryDtls><TxDtls>${details.join('')}</TxDtls></NtryDtls></Ntry>`,
  ].join('')
}

function tag(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`
}

/** Whole characters, at least one; what XML can not carry is left out. */
function short(text: string, most: number): string {
  const carried = [...text].filter((one) => /[^\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(one))
  const cut = carried.slice(0, most).join('').trim()
  return cut === '' ? 'NOTPROVIDED' : cut
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
