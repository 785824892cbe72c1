import { decimalOf, type Transfer } from './transfer.ts'

/** One account's movements since its last statement, or one of them as a notice. */
export interface Report {
  readonly id: string
  readonly sequence: number
  readonly iban: string
  readonly currency: string
  /** In cents; of a notice they are not told. */
  readonly opening: bigint
  readonly entries: readonly Transfer[]
  readonly at: number
}

export const FORMATS = ['camt.054', 'camt.053', 'mt940'] as const
export type Format = (typeof FORMATS)[number]

export function writeFileOf(format: Format, report: Report): string {
  return format === 'mt940' ? writeMt940(report) : writeCamt(format, report)
}

export function closingOf({ opening, entries }: Report): bigint {
  return entries.reduce((sum, { cents }) => sum + cents, opening)
}

/** ISO 20022, version 08 of the message. */
function writeCamt(format: 'camt.053' | 'camt.054', report: Report): string {
  const { id, sequence, iban, currency, entries, at } = report
  const isStatement = format === 'camt.053'
  const [root, element] = isStatement
    ? ['BkToCstmrStmt', 'Stmt']
    : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const time = new Date(at).toISOString()
  const balances = isStatement
    ? balance('OPBD', report.opening, report) + balance('CLBD', closingOf(report), report)
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}.001.08"><${root}>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${time}</CreDtTm></GrpHdr>
<${element}><Id>${id}</Id><ElctrncSeqNb>${sequence}</ElctrncSeqNb><CreDtTm>${time}</CreDtTm>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${balances}${entries.map((entry) => camtEntry(entry)).join('\n')}
</${element}></${root}></Document>
`
}

function balance(type: string, cents: bigint, { currency, at }: Report): string {
  const sign = cents < 0n ? 'DBIT' : 'CRDT'
  const date = new Date(at).toISOString().slice(0, 10)
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimalOf(cents)}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>\n`
}

function camtEntry(entry: Transfer): string {
  const { cents, currency, date, booking, payer, payerIban, text, endToEndId } = entry
  const isOut = cents < 0n
  const role = isOut ? 'Cdtr' : 'Dbtr'
  const reason = returnReason(entry)
  const returned = reason === '' ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`
  const reversal = isOut && reason !== '' ? '<RvslInd>true</RvslInd>' : ''
  const name = payer === '' ? '' : `<${role}><Pty><Nm>${escapeXml(payer)}</Nm></Pty></${role}>`
  const written = text === '' ? '' : `<RmtInf><Ustrd>${escapeXml(text)}</Ustrd></RmtInf>`
  const family = reason === '' ? 'ESCT' : 'RRTN'
  const kind = isOut === (reason === '') ? 'ICDT' : 'RCDT'
  return `<Ntry><Amt Ccy="${currency}">${decimalOf(cents)}</Amt><CdtDbtInd>${isOut ? 'DBIT' : 'CRDT'}</CdtDbtInd>${reversal}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>${booking}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${kind}</Cd><SubFmlyCd>${family}</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs><Amt Ccy="${currency}">${decimalOf(cents)}</Amt><RltdPties>${name}<${role}Acct><Id><IBAN>${payerIban}</IBAN></Id></${role}Acct></RltdPties>${written}${returned}</TxDtls></NtryDtls></Ntry>`
}

/** Why it went back where it came from, as a code of ISO 20022; empty: it did not. */
function returnReason({ reverses, cents }: Transfer): string {
  if (reverses === undefined) return ''
  return cents < 0n ? 'FOCR' : 'AC04'
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** SWIFT MT940: decimals after a comma, lines of 65 characters, no colon at the start of one. */
function writeMt940(report: Report): string {
  const { id, sequence, iban, opening, entries } = report
  const lines = [
    `:20:${id.slice(0, 16)}`,
    `:25:${iban}`,
    `:28C:${sequence % 100_000}/1`,
    `:60F:${mt940Balance(opening, report)}`,
    ...entries.flatMap(mt940Entry),
    `:62F:${mt940Balance(closingOf(report), report)}`,
  ]
  return `{1:F01SANDBOXXXXXX0000000000}{2:O9400000000000SANDBOXXXXXX00000000000000000000N}{4:\r\n${lines.join('\r\n')}\r\n-}\r\n`
}

function mt940Balance(cents: bigint, { currency, at }: Report): string {
  const date = new Date(at).toISOString().slice(2, 10).replaceAll('-', '')
  return `${cents < 0n ? 'D' : 'C'}${date}${currency}${comma(cents)}`
}

function mt940Entry(entry: Transfer) {
  const { cents, currency, date, booking, payer, payerIban, text, endToEndId } = entry
  const day = date.slice(2).replaceAll('-', '')
  const reason = returnReason(entry)
  const mark = cents > 0n ? 'C' : reason === '' ? 'D' : 'RC'
  const named = `${payer === '' ? '' : `/NAME/${plain(payer)}`}/IBAN/${payerIban}`
  const info = `/EREF/${endToEndId ?? 'NOTPROVIDED'}/REMI/USTD//${plain(text)}${named}${reason === '' ? '' : `/RTRN/${reason}`}`
  return [
    `:61:${day}${day.slice(2)}${mark}${currency.slice(2)}${comma(cents)}NTRFNONREF//${booking}`,
    `:86:${info.replaceAll(/(.{65})(?=.)/g, '$1\r\n')}`,
  ]
}

function comma(cents: bigint): string {
  return decimalOf(cents).replace('.', ',')
}

/** The letters that SWIFT carries; slashes and colons would begin something. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[/:]/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
}
