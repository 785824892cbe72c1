import { toLatin } from './latin.ts'

// Names of people as banks write them: in capitals, without marks, in another alphabet, the surname
// first, the middle name left out. Compared is what is left when such differences are taken away.

/** What several ways of writing the same sound become; the longer ones first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch/g, 'c'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ts|tz/g, 'c'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/(?<=[a-z])[yij]+(?=[aeou])/g, ''],
  [/[yj]/g, 'i'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/(.)\1+/g, '$1'],
]

/** From so many letters on one of them may be wrong. */
const FORGIVING = 5
/** Nobody's name is longer in the files of banks. */
const MOST_LENGTH = 200

/**
 * Whether two names may be of one person: the words of the shorter one all stand in the other, two
 * at least, and one of them may have a slip of the pen. Another script than Latin and Cyrillic is
 * compared as it is, a single word too.
 */
export function namesAlike(a: string, b: string): boolean {
  const [fewer = [], more = []] = [partsOf(a), partsOf(b)].toSorted(
    (one, two) => one.length - two.length,
  )
  const left = [...more]
  const inexact = fewer.filter((part) => {
    const found = left.indexOf(part)
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
  const [slip] = inexact
  if (slip !== undefined && (inexact.length > 1 || !left.some((one) => isSlip(slip, one)))) {
    return false
  }
  return fewer.length > 1 || (more.length === 1 && fewer.some((part) => !/[a-z]/.test(part)))
}

function partsOf(name: string): readonly string[] {
  return toLatin(name.slice(0, MOST_LENGTH).toLowerCase())
    .split(/[^\p{L}]+/u)
    .map((part) => SOUNDS.reduce((text, [sound, as]) => text.replaceAll(sound, as), part))
    .filter((part) => part.length > 1 || /[^a-z]/.test(part))
}

/** Not of the first letter, nor of the last, by which Martin and Martina are told apart. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < FORGIVING) return false
  return a[0] === b[0] && a.at(-1) === b.at(-1) && differsByOne(a, b)
}

/** One letter changed, left out or added. */
function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = short.length === long.length ? start + 1 : start
  return short.slice(rest) === long.slice(start + 1)
}
