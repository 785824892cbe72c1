import type { IdentityData } from '@danbao/contracts/wallet'

/** What is compared: a nationality or a country is chosen from a list, not typed. */
export const COMPARED = [
  'family_name',
  'given_name',
  'birth_date',
  'document_number',
  'expires_on',
] as const
export type ComparedField = (typeof COMPARED)[number]

export interface Difference {
  readonly field: ComparedField
  readonly read: string
  readonly typed: string
}

type Typed = Readonly<Record<ComparedField, string>>
type Read = { readonly [F in ComparedField]?: IdentityData[F] | undefined } | null

/** Where the person typed something else than a machine read of the document. */
export function differencesOf(typed: Typed, read: Read): readonly Difference[] {
  return COMPARED.flatMap((field) => {
    const was = read?.[field] ?? ''
    const is = typed[field].trim()
    if (was === '' || is === '' || isSame(was, is)) return []
    return [{ field, read: was, typed: is }]
  })
}

/**
 * The lines for machines know Latin capitals only: MÜLLER stands there as MUELLER or MULLER, and a
 * name in other letters can not be compared by a machine at all.
 */
function isSame(read: string, typed: string): boolean {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(typed)) return true
  return [plain(typed), plain(spelledOut(typed))].includes(plain(read))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}

const LETTERS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  Ñ: 'NXX',
  Þ: 'TH',
  Ð: 'D',
  Ł: 'L',
}

function spelledOut(text: string): string {
  const capitals = text.normalize('NFC').toUpperCase()
  return Array.from(capitals, (letter) => LETTERS[letter] ?? letter).join('')
}
