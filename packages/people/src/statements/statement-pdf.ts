import { setImmediate } from 'node:timers/promises'
import { formatInstant, instant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'
import { GREY, MM, openSheet, type Sheet, WIDTH } from '../documents/sheet.ts'
import { tellAmount, tellDay } from '../messages/index.ts'
import { dayOf, type DocumentLine, type StatementDocument } from './statement.ts'
import { tellTime } from './tell-time.ts'
import { type DocumentWord, sayIn } from './words.ts'

type Say = (word: DocumentWord) => string

const COLUMNS = { date: 0, what: 32 * MM, amount: 110 * MM, balance: 144 * MM } as const
const NUMBER = 30 * MM

/** On paper, in the reader's language. */
export async function drawStatement(
  document: StatementDocument,
  language: Language,
): Promise<Uint8Array> {
  const say = sayIn(language)
  const sheet = openSheet({ title: say(document.book), language, foot: say('foot') })
  drawHead(sheet, document, { say, language })
  drawSums(sheet, document, { say, language })
  drawTitles(sheet, say)
  if (document.lines.length === 0) sheet.write(say('nothing'), { color: GREY })
  for (const [index, line] of document.lines.entries()) {
    // Thousands of lines take seconds, and payments do not wait for them.
    if (index % 50 === 49) await setImmediate()
    const height = 14 * lineRows(line) + 6
    if (sheet.need(height)) drawTitles(sheet, say)
    drawLine(sheet, line, { language, currency: document.currency })
  }
  return sheet.end()
}

interface Voice {
  readonly say: Say
  readonly language: Language
}

function drawHead(sheet: Sheet, document: StatementDocument, { say, language }: Voice): void {
  const { owner, account, currency, from, until, made } = document
  sheet.head(say(document.book))
  sheet.down(34)
  const last = dayOf(instant(until - 1))
  sheet.facts([
    [say('owner'), owner],
    [say('account'), account],
    [say('currency'), currency],
    [say('period'), `${tellDay(dayOf(from), language)} – ${tellDay(last, language)}`],
    [say('made'), tellTime(made, language)],
  ])
  sheet.down(12)
}

function drawSums(sheet: Sheet, document: StatementDocument, { say, language }: Voice): void {
  const each = WIDTH / 4
  const sums = ['opening', 'came', 'went', 'closing'] as const
  for (const [index, word] of sums.entries()) {
    const [x, width] = [index * each, each - 6]
    sheet.write(say(word), { x, width, size: 8, color: GREY })
  }
  sheet.down(13)
  for (const [index, word] of sums.entries()) {
    const text = tellAmount(document.currency, document[word], language)
    sheet.write(text, { x: index * each, width: each - 6, size: 12, weight: 'strong' })
  }
  sheet.down(34)
}

function drawTitles(sheet: Sheet, say: Say): void {
  const style = { size: 8, color: GREY } as const
  sheet.write(say('date'), { ...style, x: COLUMNS.date })
  sheet.write(say('what'), { ...style, x: COLUMNS.what })
  sheet.write(say('amount'), { ...style, x: COLUMNS.amount, width: NUMBER, align: 'right' })
  sheet.write(say('balance'), { ...style, x: COLUMNS.balance, width: NUMBER, align: 'right' })
  sheet.down(16)
  sheet.rule()
}

/** What it was, then with whom and for what. */
function lineRows({ counterpart, description }: DocumentLine): number {
  return counterpart === null && description === null ? 1 : 2
}

interface Writing {
  readonly language: Language
  readonly currency: string
}

function drawLine(sheet: Sheet, line: DocumentLine, { language, currency }: Writing): void {
  const amount = (minor: bigint): string => tellAmount(currency, minor, language)
  const width = COLUMNS.amount - COLUMNS.what - 6
  const number = { width: NUMBER, align: 'right' } as const
  sheet.write(formatInstant(line.at).slice(0, 16).replace('T', ' '))
  sheet.write(line.what, { x: COLUMNS.what, width })
  sheet.write(amount(line.change), { ...number, x: COLUMNS.amount, weight: 'strong' })
  sheet.write(amount(line.balance), { ...number, x: COLUMNS.balance })
  sheet.down(13)
  const about = [line.counterpart, line.description].filter((part) => part !== null).join(' · ')
  if (about !== '') {
    sheet.write(about, { x: COLUMNS.what, width: WIDTH - COLUMNS.what, size: 8, color: GREY })
    sheet.down(12)
  }
  sheet.down(6)
  sheet.rule()
}
