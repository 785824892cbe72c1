import Pdf from 'pdfkit'
import type { Boleto } from './boleto.ts'
import type { BoletoWay } from './ways.ts'

export interface PrintedBoleto {
  readonly way: BoletoWay
  readonly boleto: Boleto
  /** Centavos. */
  readonly amount: bigint
  /** `2026-11-22`. */
  readonly issued: string
  readonly payer: { readonly name: string; readonly taxId: string }
}

const MM = 72 / 25.4
const [LEFT, WIDTH] = [20 * MM, 170 * MM]
const ROW = 11 * MM

type Doc = PDFKit.PDFDocument

/**
 * One page with what the payer keeps and what the bank reads (ficha de compensação), in Portuguese, as
 * everything that a bank in Brazil takes. The barcode is 103 by 13 mm (FEBRABAN).
 */
export function drawBoleto(printed: PrintedBoleto): Promise<Uint8Array> {
  const doc = new Pdf({ size: 'A4', margin: 0, info: { Title: 'Boleto' } })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  drawSlip(doc, printed, { top: 20 * MM, title: 'Recibo do pagador' })
  const cut = 118 * MM
  doc
    .dash(3, { space: 3 })
    .moveTo(LEFT, cut)
    .lineTo(LEFT + WIDTH, cut)
    .stroke()
    .undash()
  drawSlip(doc, printed, { top: 126 * MM, title: 'Ficha de compensação' })
  drawBars(doc, printed.boleto.bars, { x: LEFT + 5 * MM, y: 222 * MM })
  doc.end()
  return done
}

interface Place {
  readonly top: number
  readonly title: string
}

function drawSlip(doc: Doc, { way, boleto, amount, issued, payer }: PrintedBoleto, place: Place) {
  const { top, title } = place
  doc.font('Helvetica-Bold').fontSize(13).text(way.bankName, LEFT, top)
  doc.font('Helvetica').fontSize(8).text(title, LEFT, top, { width: WIDTH, align: 'right' })
  doc.font('Helvetica-Bold').fontSize(11.5)
  doc.text(`${way.bank}-${bankDigit(way.bank)}   ${boleto.line}`, LEFT, top + 7 * MM, {
    width: WIDTH,
    align: 'right',
  })
  const rows: readonly (readonly (readonly [name: string, value: string])[])[] = [
    [
      ['Local de pagamento', 'Pagável em qualquer banco até o vencimento'],
      ['Vencimento', inPortuguese(boleto.dueDay)],
    ],
    [
      ['Beneficiário', `${way.beneficiary} · CNPJ ${way.taxId}`],
      ['Agência / Código do beneficiário', way.agencyAccount],
    ],
    [
      ['Data do documento', inPortuguese(issued)],
      ['Nosso número', boleto.ourNumber],
    ],
    [
      ['Espécie', 'R$'],
      ['Valor do documento', `R$ ${decimal(amount)}`],
    ],
    [['Instruções', 'Não receber após o vencimento. Crédito na carteira após a compensação.']],
    [['Pagador', `${payer.name} · CPF/CNPJ ${payer.taxId}`]],
  ]
  rows.forEach((cells, at) => drawRow(doc, cells, top + 14 * MM + at * ROW))
}

/** The last of two is narrow, at the right, as on every slip. */
function drawRow(doc: Doc, cells: readonly (readonly [string, string])[], y: number): void {
  const narrow = 50 * MM
  cells.forEach(([name, value], at) => {
    const isLast = at > 0
    const x = isLast ? LEFT + WIDTH - narrow : LEFT
    const width = isLast ? narrow : cells.length > 1 ? WIDTH - narrow : WIDTH
    doc.lineWidth(0.5).rect(x, y, width, ROW).stroke()
    doc
      .font('Helvetica')
      .fontSize(6.5)
      .text(name, x + 4, y + 4, { width: width - 8 })
    doc.font('Helvetica-Bold').fontSize(9.5)
    doc.text(value, x + 4, y + 14, { width: width - 8, height: 14, ellipsis: true })
  })
}

const BARS_WIDTH = 103 * MM
const BARS_HEIGHT = 13 * MM

function drawBars(doc: Doc, bars: string, { x, y }: { readonly x: number; readonly y: number }) {
  const widths = [...bars].map(Number)
  const unit = BARS_WIDTH / widths.reduce((sum, width) => sum + width, 0)
  let at = x
  widths.forEach((width, index) => {
    if (index % 2 === 0) doc.rect(at, y, width * unit, BARS_HEIGHT).fill('#000')
    at += width * unit
  })
}

/** Of the three digits of a bank, modulo 11; ten is printed as X. */
function bankDigit(bank: string): string {
  const sum = [...bank]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? 'X' : digit.toString()
}

function inPortuguese(day: string): string {
  return day.split('-').toReversed().join('/')
}

function decimal(centavos: bigint): string {
  const digits = centavos.toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return `${whole},${digits.slice(-2)}`
}
