import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8')

const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
)

/** WCAG 2: relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(front: string, back: string): number {
  const [low = 0, high = 0] = [luminance(front), luminance(back)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['paper', 'card', 'well'] as const
const TEXTS = ['ink', 'ink-soft', 'jade', 'jade-deep', 'seal-ink', 'amber', 'danger'] as const

const textPairs: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground] as const)),
  ['ink', 'jade-wash'],
  ['ink-soft', 'jade-wash'],
  ['jade', 'jade-wash'],
  ['jade-deep', 'jade-wash'],
  ['ink', 'seal-wash'],
  ['seal-ink', 'seal-wash'],
  ['ink', 'amber-wash'],
  ['amber', 'amber-wash'],
  ['ink', 'danger-wash'],
  ['danger', 'danger-wash'],
  ['on-jade', 'jade'],
  ['on-jade', 'jade-deep'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-deep'],
]

const shapePairs = [
  ...GROUNDS.flatMap((ground) => [
    ['edge', ground] as const,
    ['seal', ground] as const,
    ['jade', ground] as const,
  ]),
  ['on-seal', 'seal'] as const,
]

function measured(theme: 'light' | 'dark', [front, back]: readonly [string, string]): number {
  const one = tokens.get(front)
  const other = tokens.get(back)
  if (one === undefined || other === undefined) throw new Error(`no token ${front} or ${back}`)
  return contrast(one[theme], other[theme])
}

it.each(['light', 'dark'] as const)('text is legible everywhere in the %s theme', (theme) => {
  const faint = textPairs.filter((pair) => measured(theme, pair) < 4.5)
  expect(faint.map((pair) => [...pair, measured(theme, pair)])).toEqual([])
})

it.each(['light', 'dark'] as const)('edges and shapes stand out in the %s theme', (theme) => {
  const faint = shapePairs.filter((pair) => measured(theme, pair) < 3)
  expect(faint.map((pair) => [...pair, measured(theme, pair)])).toEqual([])
})
