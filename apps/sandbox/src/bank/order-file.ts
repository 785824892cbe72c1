import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { centsOf } from './transfer.ts'

/** A payment that a customer has told the bank to make. */
export interface Instruction {
  readonly endToEndId: string
  /** Whose account pays. */
  readonly iban: string
  readonly currency: string
  readonly cents: bigint
  readonly payee: string
  readonly payeeIban: string
  readonly text: string
}

export interface OrderFile {
  readonly messageId: string
  readonly instructions: readonly Instruction[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => name === 'CdtTrfTxInf',
})

const text = z.string().min(1)
const id = text.max(35)
const account = z.object({ Id: z.object({ IBAN: text }) })
const transfer = z.object({
  PmtId: z.object({ EndToEndId: id }),
  Amt: z.object({
    InstdAmt: z.object({
      '#text': z.string().regex(/^\d+\.\d\d$/),
      '@_Ccy': z.enum(['EUR', 'USD']),
    }),
  }),
  Cdtr: z.object({ Nm: text.max(70) }),
  CdtrAcct: account,
  RmtInf: z.object({ Ustrd: text.max(140) }),
})
const message = z.object({
  Document: z.object({
    '@_xmlns': z.literal('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'),
    CstmrCdtTrfInitn: z.object({
      GrpHdr: z.object({ MsgId: id, NbOfTxs: text, CtrlSum: text }),
      PmtInf: z.object({
        PmtMtd: z.literal('TRF'),
        DbtrAcct: account,
        CdtTrfTxInf: z.array(transfer).min(1),
      }),
    }),
  }),
})

/** ISO 20022 pain.001.001.09. Throws where the file is not as the message says, or adds up wrongly. */
export function readOrderFile(xml: string): OrderFile {
  const { GrpHdr: head, PmtInf: info } = message.parse(parser.parse(xml)).Document.CstmrCdtTrfInitn
  const instructions = info.CdtTrfTxInf.map(({ PmtId, Amt, Cdtr, CdtrAcct, RmtInf }) => ({
    endToEndId: PmtId.EndToEndId,
    iban: info.DbtrAcct.Id.IBAN,
    currency: Amt.InstdAmt['@_Ccy'],
    cents: centsOf(Amt.InstdAmt['#text']),
    payee: Cdtr.Nm,
    payeeIban: CdtrAcct.Id.IBAN,
    text: RmtInf.Ustrd,
  }))
  const sum = instructions.reduce((total, { cents }) => total + cents, 0n)
  if (head.NbOfTxs !== `${instructions.length}` || centsOf(head.CtrlSum) !== sum) {
    throw new Error(`The sums of ${head.MsgId} do not agree.`)
  }
  return { messageId: head.MsgId, instructions }
}
