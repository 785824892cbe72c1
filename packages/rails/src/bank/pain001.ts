import { type Currency, formatDecimal } from '@danbao/kernel'
import { toLatin } from '../latin.ts'

// Credit transfers that the operator tells its bank to carry out: ISO 20022 pain.001.001.09. In euros
// by the rules of the SEPA credit transfer (EPC132-08), in other currencies with shared charges.

export interface TransferOrder {
  /** What both banks and the payee see: at most 35 characters, unique. */
  readonly endToEndId: string
  /** Minor units of the file's currency. */
  readonly amount: bigint
  readonly payee: string
  readonly iban: string
  readonly bic: string | null
  /** What the payee reads: at most 140 characters. */
  readonly text: string
}

export interface TransferFile {
  /** Unique, at most 35 characters: a bank refuses the same twice. */
  readonly messageId: string
  /** E.g. `2026-11-22T21:00:00.000Z`. */
  readonly createdAt: string
  /** `2026-11-22`: the day on which the bank is to pay. */
  readonly day: string
  readonly currency: Currency
  readonly debtor: { readonly name: string; readonly iban: string; readonly bic: string | null }
  readonly orders: readonly TransferOrder[]
}

export function writePain001(file: TransferFile): string {
  const { messageId, createdAt, day, currency, debtor, orders } = file
  const count = orders.length.toString()
  const sum = formatDecimal({
    currency,
    minor: orders.reduce((total, { amount }) => total + amount, 0n),
  })
  const isSepa = currency === 'EUR'
  const name = tag('Nm', plain(debtor.name, 70))
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">',
    '<CstmrCdtTrfInitn>',
    `<GrpHdr>${tag('MsgId', messageId)}${tag('CreDtTm', createdAt)}${tag('NbOfTxs', count)}${tag('CtrlSum', sum)}<InitgPty>${name}</InitgPty></GrpHdr>`,
    `<PmtInf>${tag('PmtInfId', messageId)}<PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg>${tag('NbOfTxs', count)}${tag('CtrlSum', sum)}`,
    ...(isSepa ? ['<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>'] : []),
    `<ReqdExctnDt>${tag('Dt', day)}</ReqdExctnDt>`,
    `<Dbtr>${name}</Dbtr><DbtrAcct>${account(debtor.iban)}</DbtrAcct>`,
    `<DbtrAgt>${agent(debtor.bic)}</DbtrAgt><ChrgBr>${isSepa ? 'SLEV' : 'SHAR'}</ChrgBr>`,
    ...orders.map((order) => writeOrder(order, currency)),
    '</PmtInf>',
    '</CstmrCdtTrfInitn>',
    '</Document>',
    '',
  ]
  return lines.join('\n')
}

function writeOrder(order: TransferOrder, currency: Currency): string {
  const { endToEndId, amount, payee, iban, bic, text } = order
  return [
    `<CdtTrfTxInf><PmtId>${tag('InstrId', endToEndId)}${tag('EndToEndId', endToEndId)}</PmtId>`,
    `<Amt><InstdAmt Ccy="${currency}">${formatDecimal({ currency, minor: amount })}</InstdAmt></Amt>`,
    ...(bic === null ? [] : [`<CdtrAgt>${agent(bic)}</CdtrAgt>`]),
    `<Cdtr>${tag('Nm', plain(payee, 70))}</Cdtr><CdtrAcct>${account(iban)}</CdtrAcct>`,
    `<RmtInf>${tag('Ustrd', plain(text, 140))}</RmtInf></CdtTrfTxInf>`,
  ].join('')
}

function account(iban: string): string {
  return `<Id>${tag('IBAN', iban)}</Id>`
}

function agent(bic: string | null): string {
  const id = bic === null ? '<Othr><Id>NOTPROVIDED</Id></Othr>' : tag('BICFI', bic)
  return `<FinInstnId>${id}</FinInstnId>`
}

function tag(name: string, text: string): string {
  return `<${name}>${text}</${name}>`
}

/**
 * In the letters that every bank carries, `A-Z a-z 0-9 / - ? : ( ) . , ' +` and the space: others
 * are written in them where that can be done, and left out where not. No two slashes together, none
 * at an end.
 */
function plain(text: string, most: number): string {
  const written = toLatin(text)
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/\s+/g, ' ')
    .slice(0, most)
    .replaceAll(/^[/ ]+|[/ ]+$/g, '')
  return written === '' ? 'NOTPROVIDED' : written
}
