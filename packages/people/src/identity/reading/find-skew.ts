import type { Component } from './components.ts'

/** In degrees. A page that lies worse than this in a picture is taken again by the person. */
const STEEPEST = 9
const COARSE = 0.5
const FINE = 0.1

/**
 * How far lines of letters lean, in degrees, downwards to the right as more than 0. Seen along the
 * right direction letters gather on few heights, and along any other they spread.
 */
export function findSkew(components: readonly Component[]): number {
  const coarse = sharpest(components, { around: 0, within: STEEPEST, step: COARSE })
  return sharpest(components, { around: coarse, within: COARSE, step: FINE })
}

interface Range {
  readonly around: number
  readonly within: number
  readonly step: number
}

/** Of directions that are as good as each other the one nearest to the middle of the range. */
function sharpest(components: readonly Component[], { around, within, step }: Range): number {
  let best = { degrees: around, score: sharpness(components, around) }
  for (let count = 1; count * step <= within; count += 1) {
    for (const degrees of [around - count * step, around + count * step]) {
      const score = sharpness(components, degrees)
      if (score > best.score) best = { degrees, score }
    }
  }
  return best.degrees
}

/** Of a row of the profile in pixels: less than a letter, more than the trembling of its edges. */
const ROW = 8

/** The profile of the letters' centres seen at that lean; what gathers in one row weighs more. */
export function sharpness(components: readonly Component[], degrees: number): number {
  const radians = (degrees * Math.PI) / 180
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)]
  const rows = new Map<number, number>()
  const add = (row: number, part: number) => rows.set(row, (rows.get(row) ?? 0) + part)
  for (const { left, right, top, bottom } of components) {
    const height = (((top + bottom) / 2) * cosine - ((left + right) / 2) * sine) / ROW
    const row = Math.floor(height)
    // Shared between neighbours, so that nothing hangs on where rows happen to begin.
    add(row, row + 1 - height)
    add(row + 1, height - row)
  }
  return [...rows.values()].reduce((sum, count) => sum + count * count, 0)
}
