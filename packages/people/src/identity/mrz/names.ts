import { fromInternal, zoneSpellings } from './transliterate.ts'
import { RUSSIAN_INTERNAL, type Zone } from './zone.ts'

/**
 * Passports of several generations write one Russian name in several ways (IURII, YURIY); what
 * differs between them is written as one sign here. The longest alternative stands first.
 */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(SHCH|SCH)/, '4'],
  [/^(ZH|SH|CH)/, ''],
  [/^[IYJ]A/, '1'],
  [/^[IYJ]U/, '2'],
  [/^([IYJ][EO])/, 'E'],
  [/^(TS|TC|C)/, 'C'],
  [/^(KH|H|X)/, 'H'],
  [/^(I[IYJ](?![AUEO])|[IYJ])/, 'I'],
  [/^./, ''],
]

/** A key that is the same for all spellings of a name. */
export function nameKey(spelling: string): string {
  let key = ''
  for (let rest = spelling.replaceAll(' ', ''); rest !== '';) {
    const [found, sign] = firstOf(rest)
    key += sign === '' ? found : sign
    rest = rest.slice(found.length)
  }
  // MARIIA, MARIYA and the MARIA that people choose.
  return key.replace(/I(?=[12])/g, '')
}

function firstOf(rest: string): readonly [found: string, sign: string] {
  for (const [pattern, sign] of SAME) {
    const found = pattern.exec(rest)?.[0]
    if (found !== undefined) return [found, sign]
  }
  return [rest.charAt(0), '']
}

export interface FullName {
  readonly givenName: string
  readonly familyName: string
}

/** Undefined: the name is in a script of which a zone tells nothing. */
export function matchesName(
  zone: Pick<Zone, 'lines' | 'familyName' | 'givenName' | 'truncated'>,
  entered: FullName,
): boolean | undefined {
  const internal = zone.lines[0]?.startsWith(RUSSIAN_INTERNAL) === true
  const printed = (name: string): readonly string[] =>
    zoneSpellings(internal ? fromInternal(name) : name)
  const family = zoneSpellings(entered.familyName)
  const given = zoneSpellings(entered.givenName)
  if (family.length === 0 || given.length === 0) return undefined
  // A family name that fills the field leaves no room for the others.
  const cut = zone.truncated
  const noRoom = cut && zone.givenName === ''
  const isFamily = some(printed(zone.familyName), family, (one, other) =>
    isSame(nameKey(one), nameKey(other), noRoom),
  )
  if (!isFamily || noRoom) return isFamily
  return some(printed(zone.givenName), given, (one, other) => hasSameStart(one, other, cut))
}

function some(
  printed: readonly string[],
  entered: readonly string[],
  same: (printed: string, entered: string) => boolean,
): boolean {
  return printed.some((one) => entered.some((other) => same(one, other)))
}

/** What was cut off may have ended within one of the groups of letters. */
function isSame(printed: string, entered: string, cut: boolean): boolean {
  if (printed === entered) return true
  return cut && printed.length > 1 && entered.startsWith(printed.slice(0, -1))
}

/** People leave out second names, and documents leave out patronymics. */
function hasSameStart(printed: string, entered: string, cut: boolean): boolean {
  const [ours, theirs] = [printed.split(' '), entered.split(' ')]
  const common = Math.min(ours.length, theirs.length)
  const key = (words: readonly string[]): string => nameKey(words.slice(0, common).join(' '))
  return isSame(key(ours), key(theirs), cut && ours.length === common)
}
