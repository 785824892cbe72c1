import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

// Fonts come in pieces, each for some of Unicode: a text is drawn with as many as it needs, so that a
// Chinese name stands in a Russian document.

export type Weight = 'normal' | 'strong'

interface Piece {
  /** The name of the file, without its weight. */
  readonly file: string
  readonly covers: readonly (readonly [from: number, to: number])[]
}

const ranges = z.record(z.string(), z.string())

function resolve(path: string): string {
  return fileURLToPath(import.meta.resolve(path))
}

/** What no piece of Inter is for. */
const HAN = 'han'
const INTER = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const

/** What the makers of the font say that each piece is for. */
function readPieces(): readonly Piece[] {
  const told = ranges.parse(
    JSON.parse(readFileSync(resolve('@fontsource/inter/unicode.json'), 'utf8')),
  )
  return INTER.map((file) => ({ file, covers: (told[file] ?? '').split(',').map(readRange) }))
}

/** `U+0100-02BA` or `U+2113`. */
function readRange(text: string): readonly [number, number] {
  const [from = '', to = from] = text.replace('U+', '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

const pieces = readPieces()
const WEIGHTS: Readonly<Record<Weight, readonly [inter: number, han: number]>> = {
  normal: [400, 400],
  strong: [600, 700],
}

/** The file of a piece. */
export function fontFile(piece: string, weight: Weight): string {
  const [inter, han] = WEIGHTS[weight]
  return piece === HAN
    ? resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${han}-normal.woff`)
    : resolve(`@fontsource/inter/files/inter-${piece}-${inter}-normal.woff`)
}

function pieceFor(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const found = pieces.find(({ covers }) => covers.some(([from, to]) => code >= from && code <= to))
  return found?.file ?? HAN
}

export interface Run {
  readonly text: string
  readonly piece: string
}

/** A text as it is drawn: neighbours of one piece together; a space stays with what it follows. */
export function splitRuns(text: string): readonly Run[] {
  const runs: { text: string; piece: string }[] = []
  for (const character of text.normalize('NFC')) {
    const last = runs.at(-1)
    const piece = character === ' ' && last !== undefined ? last.piece : pieceFor(character)
    if (last?.piece === piece) last.text += character
    else runs.push({ text: character, piece })
  }
  return runs
}
