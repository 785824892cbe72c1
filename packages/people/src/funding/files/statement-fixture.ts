/** One movement of a statement that is made for a test. */
export interface MadeEntry {
  readonly amount: string
  readonly direction?: 'CRDT' | 'DBIT'
  readonly reversal?: boolean
  /** Of the value; default: 1 June 2026. */
  readonly date?: string
  readonly text?: string
  readonly reference?: string
  readonly payer?: string
  readonly payerIban?: string
  /** The bank's own; absent: it gives none. */
  readonly booking?: string
  /** Amounts of a batch's transactions, each with its reference. */
  readonly parts?: readonly { readonly amount: string; readonly reference: string }[]
}

export interface MadeStatement {
  readonly message: 'camt.053' | 'camt.054'
  readonly iban?: string
  readonly currency?: string
  readonly entries: readonly MadeEntry[]
  /** Else two of the same entries were the same file. */
  readonly id?: string
}

/** A file of camt version 08, without balances. */
export function makeStatement(statement: MadeStatement): Buffer {
  const { message, iban = 'DE89370400440532013000', currency = 'EUR', entries, id } = statement
  const [root, report] =
    message === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  return Buffer.from(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}.001.08"><${root}><${report}>
      <Id>${id ?? 'S1'}</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
      ${entries.map((entry) => makeEntry(entry, currency)).join('\n')}
    </${report}></${root}></Document>`,
  )
}

function makeEntry(entry: MadeEntry, currency: string): string {
  const { amount, direction = 'CRDT', reversal = false, booking, parts } = entry
  const details =
    parts === undefined
      ? makeDetail(entry, '')
      : parts
          .map((part) => makeDetail(part, `<Amt Ccy="${currency}">${part.amount}</Amt>`))
          .join('')
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
    ${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts>
    <ValDt><Dt>${entry.date ?? '2026-06-01'}</Dt></ValDt>
    ${booking === undefined ? '' : `<AcctSvcrRef>${booking}</AcctSvcrRef>`}
    <NtryDtls>${details}</NtryDtls></Ntry>`
}

function makeDetail(entry: MadeEntry, amount: string): string {
  const { text, reference, payer, payerIban, direction } = entry
  const role = direction === 'DBIT' ? 'Cdtr' : 'Dbtr'
  const strd = `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`
  const name = `<${role}><Pty><Nm>${payer}</Nm></Pty></${role}>`
  const account = `<${role}Acct><Id><IBAN>${payerIban}</IBAN></Id></${role}Acct>`
  return `<TxDtls>${amount}<RltdPties>${payer === undefined ? '' : name}
    ${payerIban === undefined ? '' : account}</RltdPties>
    <RmtInf>${text === undefined ? '' : `<Ustrd>${text}</Ustrd>`}
    ${reference === undefined ? '' : strd}</RmtInf></TxDtls>`
}
