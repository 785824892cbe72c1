import { currency } from '@danbao/kernel'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { checkBankAccount } from './bank-account.ts'
import { type TransferFile, type TransferOrder, writePain001 } from './pain001.ts'

const order: TransferOrder = {
  endToEndId: 'WD-000001',
  amount: 100_00n,
  payee: 'Erika Mustermann',
  iban: 'NL91ABNA0417164300',
  bic: null,
  text: 'Wallet withdrawal WD-000001',
}
const file: TransferFile = {
  messageId: 'PAYOUT-20261122-0001',
  createdAt: '2026-11-22T21:00:00.000Z',
  day: '2026-11-23',
  currency: currency('EUR'),
  debtor: { name: 'Wallet Demo GmbH', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
  orders: [
    order,
    {
      ...order,
      endToEndId: 'WD-000002',
      amount: 12_35n,
      bic: 'NBBEBEBB',
      iban: 'BE71096123456769',
    },
  ],
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })
const elementsOf = (xml: string): string[] =>
  [...xml.matchAll(/<(\w+)/g)].map(([, name]) => name ?? '')

describe('a file of credit transfers', () => {
  const xml = writePain001(file)

  it('has the elements of the message in their order, and sums that agree', () => {
    const read: unknown = parser.parse(xml)
    expect(read).toMatchObject({
      Document: {
        '@_xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09',
        CstmrCdtTrfInitn: {
          GrpHdr: { MsgId: 'PAYOUT-20261122-0001', NbOfTxs: '2', CtrlSum: '112.35' },
          PmtInf: {
            PmtMtd: 'TRF',
            PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
            ReqdExctnDt: { Dt: '2026-11-23' },
            DbtrAcct: { Id: { IBAN: 'DE89370400440532013000' } },
            DbtrAgt: { FinInstnId: { BICFI: 'COBADEFFXXX' } },
            ChrgBr: 'SLEV',
            CdtTrfTxInf: [
              {
                PmtId: { InstrId: 'WD-000001', EndToEndId: 'WD-000001' },
                Amt: { InstdAmt: { '#text': '100.00', '@_Ccy': 'EUR' } },
                Cdtr: { Nm: 'Erika Mustermann' },
                RmtInf: { Ustrd: 'Wallet withdrawal WD-000001' },
              },
              { CdtrAgt: { FinInstnId: { BICFI: 'NBBEBEBB' } } },
            ],
          },
        },
      },
    })
    const [group, payment, transfer] = ['GrpHdr', 'PmtInf', 'CdtTrfTxInf'].map((name) =>
      elementsOf(xml.slice(xml.indexOf(`<${name}>`))).slice(1),
    )
    expect(group?.slice(0, 6)).toEqual(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty', 'Nm'])
    expect(payment?.slice(0, 5)).toEqual(['PmtInfId', 'PmtMtd', 'BtchBookg', 'NbOfTxs', 'CtrlSum'])
    expect(transfer?.slice(0, 6)).toEqual([
      'PmtId',
      'InstrId',
      'EndToEndId',
      'Amt',
      'InstdAmt',
      'Cdtr',
    ])
  })

  it('in another currency is no SEPA transfer, with the decimals of that currency', () => {
    const yen = writePain001({ ...file, currency: currency('JPY'), orders: [order] })
    expect(yen).toContain('<InstdAmt Ccy="JPY">10000</InstdAmt>')
    expect(yen).toContain('<ChrgBr>SHAR</ChrgBr>')
    expect(yen).not.toContain('SEPA')
  })

  it('has only letters that every bank carries, and no way out of its element', () => {
    const odd = { ...order, payee: 'Ольга Щукина', text: '//A & B <b>//ß ø é 担保/' }
    const written = writePain001({ ...file, orders: [odd] })
    expect(written).toContain('<Nm>Olga Shchukina</Nm>')
    expect(written).toContain('<Ustrd>A B b /ss o e</Ustrd>')
    const nameless = writePain001({ ...file, orders: [{ ...order, payee: '王小明' }] })
    expect(nameless).toContain('<Nm>NOTPROVIDED</Nm>')
    const long = writePain001({ ...file, orders: [{ ...order, payee: 'a'.repeat(200) }] })
    expect(long).toContain(`<Nm>${'a'.repeat(70)}</Nm>`)
  })
})

describe('a bank account', () => {
  it('is an IBAN and perhaps a BIC of the same country, as people type them', () => {
    expect(checkBankAccount('nl91 abna 0417 1643 00', undefined)).toEqual({
      ok: true,
      value: { iban: 'NL91ABNA0417164300', bic: null },
    })
    expect(checkBankAccount('NL91ABNA0417164300', 'abnanl2a')).toMatchObject({
      value: { bic: 'ABNANL2A' },
    })
    expect(checkBankAccount('FR1420041010050500013M02606', 'BNPAREXX')).toMatchObject({ ok: true })
    expect(checkBankAccount('NL91ABNA0417164300', 'DEUTDEFF')).toMatchObject({
      refusal: 'bic_of_another_country',
    })
    expect(checkBankAccount('NL91ABNA0417164301', undefined)).toMatchObject({
      refusal: 'malformed_iban',
    })
    expect(checkBankAccount('NL91ABNA0417164300', 'ABNA')).toMatchObject({
      refusal: 'malformed_bic',
    })
  })
})
