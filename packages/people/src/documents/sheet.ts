import Pdf from 'pdfkit'
import { fontFile, splitRuns, type Weight } from './fonts.ts'

export const MM = 72 / 25.4
const [LEFT, TOP, BOTTOM] = [18 * MM, 18 * MM, 279 * MM]
export const WIDTH = 174 * MM

export interface TextStyle {
  /** Points. */
  readonly size?: number
  readonly weight?: Weight
  readonly color?: string
  /** Points from the left edge of the text, and of its column. */
  readonly x?: number
  readonly width?: number
  readonly align?: 'left' | 'right'
}

/** A document of A4 pages that is written from top to bottom. Sizes are points. */
export interface Sheet {
  /** A text on one line, cut where its column ends; the pen stays where it is. */
  write(text: string, style?: TextStyle): void
  /** Moves the pen down. */
  down(points: number): void
  /** Begins a page where so much does not fit; true: it has begun one. */
  need(points: number): boolean
  /** A line over the whole width. */
  rule(): void
  /** Whose document it is and what, once, at the top. */
  head(title: string): void
  /** Names and values, one below the other. */
  facts(facts: readonly (readonly [name: string, value: string])[]): void
  end(): Promise<Uint8Array>
}

export interface SheetOptions {
  readonly title: string
  readonly language: string
  /** Below each page, before its number. */
  readonly foot: string
}

const INK = '#1f1d1a'
export const GREY = '#6b665e'
const JADE = '#0f6e53'
const LINE = '#d9d4cb'

export function openSheet({ title, language, foot }: SheetOptions): Sheet {
  const doc = new Pdf({
    ...{ size: 'A4', margin: 0, bufferPages: true, lang: language },
    info: { Title: title, Creator: 'Danbao' },
  })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  let y = TOP
  const write = (text: string, style: TextStyle = {}, at = y): void =>
    drawLine(doc, text, style, at)
  return {
    write: (text, style) => write(text, style),
    down: (points) => {
      y += points
    },
    need(points) {
      if (y + points <= BOTTOM) return false
      doc.addPage()
      y = TOP
      return true
    },
    rule() {
      const at = y - 3
      doc
        .moveTo(LEFT, at)
        .lineTo(LEFT + WIDTH, at)
        .lineWidth(0.6)
        .strokeColor(LINE)
        .stroke()
    },
    head(text) {
      write('Danbao', { size: 11, weight: 'strong', color: JADE })
      y += 20
      write(text, { size: 18, weight: 'strong' })
    },
    facts(facts) {
      for (const [name, value] of facts) {
        write(name, { color: GREY })
        write(value, { x: 44 * MM })
        y += 15
      }
    },
    async end() {
      const { count } = doc.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page)
        const small = { size: 7.5, color: GREY }
        write(foot, { ...small, width: WIDTH - 60 }, 285 * MM)
        write(`${page + 1} / ${count}`, { ...small, align: 'right' }, 285 * MM)
      }
      const done = new Promise<void>((resolve, reject) => {
        doc.on('end', resolve)
        doc.on('error', reject)
      })
      doc.end()
      await done
      return Buffer.concat(parts)
    },
  }
}

type Doc = PDFKit.PDFDocument

interface Drawn {
  readonly text: string
  readonly file: string
  readonly width: number
}

function drawLine(doc: Doc, text: string, style: TextStyle, y: number): void {
  const { size = 9, weight = 'normal', color = INK, x = 0, align = 'left' } = style
  const room = style.width ?? WIDTH - x
  doc.fontSize(size).fillColor(color)
  // What people have written may have lines of its own; here it has one.
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
  const runs = fit(doc, line, { weight, room })
  let at = LEFT + x + (align === 'right' ? room - widthOf(runs) : 0)
  // Fonts differ in where their letters end: they stand on one line.
  const base = y + size
  for (const run of runs) {
    doc.font(run.file).text(run.text, at, base, { lineBreak: false, baseline: 'alphabetic' })
    at += run.width
  }
}

interface Room {
  readonly weight: Weight
  readonly room: number
}

/** The runs of a text as far as there is room, with an ellipsis where it is cut. */
function fit(doc: Doc, text: string, { weight, room }: Room): readonly Drawn[] {
  const whole = measure(doc, text, weight)
  if (widthOf(whole) <= room) return whole
  const letters = [...text]
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const cut = measure(doc, `${letters.slice(0, middle).join('')}…`, weight)
    if (widthOf(cut) <= room) low = middle
    else high = middle - 1
  }
  return measure(doc, `${letters.slice(0, low).join('').trimEnd()}…`, weight)
}

function widthOf(runs: readonly Drawn[]): number {
  return runs.reduce((sum, { width }) => sum + width, 0)
}

function measure(doc: Doc, text: string, weight: Weight): readonly Drawn[] {
  return splitRuns(text).map((run) => {
    const file = fontFile(run.piece, weight)
    return { text: run.text, file, width: doc.font(file).widthOfString(run.text) }
  })
}
