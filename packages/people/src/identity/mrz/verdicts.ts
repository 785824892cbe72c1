import type { IdentityCheckName, IdentityData, IdentityVerdict } from '@danbao/contracts/wallet'
import type { Mode } from '@danbao/core'
import { states } from 'mrz'
import type { DocumentType } from '../../base/person.ts'
import { correctZone } from './correct-zone.ts'
import { ageOn, birthOf, type Day, expiryOf } from './dates.ts'
import { type FullName, matchesName } from './names.ts'
import { type DigitName, RUSSIAN_INTERNAL, type Zone } from './zone.ts'

export const ADULT = 18
const OLDEST = 120
/** ICAO's own country, of specimens. */
export const TEST_COUNTRY = 'UTO'

/** What the verdicts are passed against. */
export interface Judged {
  readonly mode: Mode
  readonly today: Day
  readonly documentType: DocumentType
  /** As the person entered it in the profile. */
  readonly name: FullName
}

/** What stands in the zone, to fill the form with. */
export function dataOf(zone: Zone, today: Day): Partial<IdentityData> {
  const birth = birthOf(zone.birth, today)
  const expiry = expiryOf(zone.expiry)
  return {
    family_name: zone.familyName,
    given_name: zone.givenName,
    ...(birth === undefined ? {} : { birth_date: birth }),
    nationality: zone.nationality,
    issuing_country: zone.issuer,
    document_number: zone.number,
    ...(expiry === undefined ? neverExpires(zone) : { expires_on: expiry }),
  }
}

function neverExpires({ expiry }: Zone): { expires_on?: null } {
  return expiry === '<<<<<<' ? { expires_on: null } : {}
}

/**
 * What a machine can tell from the zone. Check digits show how it is written, no more. One that
 * holds with what the person corrected was misread, not wrong.
 */
export function judgeZone(
  zone: Zone,
  documentType: DocumentType,
  data?: IdentityData,
): readonly IdentityVerdict[] {
  const corrected = data === undefined ? zone : correctZone(zone, data)
  const names: readonly DigitName[] = ['number', 'birth', 'expiry', 'personal', 'composite']
  const digits = names.flatMap((name) => {
    const ok = zone.digits.get(name)
    if (ok === undefined) return []
    if (ok || corrected.digits.get(name) !== true) {
      return [verdict(`${name}_digit`, ok, ok ? null : 'wrong_digit')]
    }
    return [verdict(`${name}_digit`, true, 'corrected')]
  })
  const fits = (documentType === 'passport') === zone.documentCode.startsWith('P')
  return [
    verdict('format', true, zone.format.toLowerCase()),
    ...digits,
    verdict('document_type', fits, fits ? null : 'another_document'),
  ]
}

/** What can be told from the data, whether they were read or typed. */
export function judgeData(data: IdentityData, judged: Judged): readonly IdentityVerdict[] {
  const { today } = judged
  const age = ageOn(today, data.birth_date)
  const expired = data.expires_on !== null && data.expires_on < today
  return [
    judgeCountry('issuing_country', data.issuing_country, judged.mode),
    ...(data.nationality === null
      ? []
      : [judgeCountry('nationality', data.nationality, judged.mode)]),
    verdict('birth_date', age >= 0 && age <= OLDEST, age > OLDEST ? 'too_old' : null),
    verdict('age', age >= ADULT, age >= ADULT ? null : 'under_age'),
    verdict('expiry', data.expires_on === null ? null : !expired, expiryDetail(data, expired)),
  ]
}

function expiryDetail({ expires_on }: IdentityData, expired: boolean): string | null {
  if (expires_on === null) return 'no_expiry'
  return expired ? 'expired' : null
}

function judgeCountry(
  check: 'issuing_country' | 'nationality',
  code: string,
  mode: Mode,
): IdentityVerdict {
  if (code === TEST_COUNTRY) return verdict(check, mode === 'sandbox', 'test_document')
  const known = Object.hasOwn(states, code)
  return verdict(check, known, known ? null : 'unknown_country')
}

/** Whether the name in the profile is that of the document. */
export function judgeName(
  zone: Zone | undefined,
  data: IdentityData,
  name: FullName,
): IdentityVerdict {
  const printed = zone ?? {
    lines: [],
    familyName: data.family_name,
    givenName: data.given_name,
    truncated: false,
  }
  const matches = matchesName(printed, name)
  if (matches === undefined) return verdict('name', null, 'other_script')
  return verdict('name', matches, matches ? null : 'another_name')
}

/** Which fields the person wrote otherwise than they were read. */
export function judgeCorrections(
  zone: Zone,
  data: IdentityData,
  today: Day,
): readonly IdentityVerdict[] {
  if (zone.lines[0]?.startsWith(RUSSIAN_INTERNAL) === true) return []
  const read: Readonly<Record<string, string | null>> = dataOf(zone, today)
  const corrected = Object.entries(data)
    .filter(([field, value]) => {
      const was = read[field]
      return was !== undefined && plain(was) !== plain(value)
    })
    .map(([field]) => field)
  return [verdict('corrected', corrected.length === 0 ? true : null, corrected.join(',') || null)]
}

function plain(value: string | null): string {
  return (value ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

export function verdict(
  check: IdentityCheckName,
  ok: boolean | null,
  detail: string | null = null,
): IdentityVerdict {
  return { check, ok, detail }
}
