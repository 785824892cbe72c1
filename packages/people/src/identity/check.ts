import {
  type DocumentSide,
  identityData,
  type IdentityReason,
  type IdentityState,
  type IdentityVerdict,
  NEEDED_SIDES,
} from '@danbao/contracts/wallet'
import type { Instant, Uuid } from '@danbao/kernel'
import { z } from 'zod'
import type { DocumentType } from '../base/person.ts'
import type { Day } from './mrz/dates.ts'

export const READINGS = ['not_yet', 'under_way', 'read', 'unreadable', 'nothing_to_read'] as const
export type Reading = (typeof READINGS)[number]

/** What stands on the document: sealed, as it is all personal. */
export const checkData = z.object({
  mrz: z.array(z.string()).nullable(),
  read: identityData.partial().nullable(),
  confirmed: identityData.nullable(),
})
export type CheckData = z.infer<typeof checkData>
export const NO_DATA: CheckData = { mrz: null, read: null, confirmed: null }

/** A person proving who they are with one document. */
export interface IdentityCheck {
  readonly id: Uuid
  readonly personId: Uuid
  readonly documentType: DocumentType
  readonly state: IdentityState
  /** Grows with each change. */
  readonly version: number
  readonly reading: Reading
  readonly data: CheckData
  readonly verdicts: readonly IdentityVerdict[]
  readonly consentText: string | null
  readonly reason: IdentityReason | null
  readonly reasonWords: string | null
  readonly askedSides: readonly DocumentSide[]
  readonly createdAt: Instant
  readonly submittedAt: Instant | null
  readonly decidedAt: Instant | null
  readonly expiresOn: Day | null
  /** Approved, but it counts no more: a newer one does, or the document expired. */
  readonly endedAt: Instant | null
}

/** While pictures can be added, replaced and taken back. */
const COLLECTING: ReadonlySet<IdentityState> = new Set(['collecting', 'to_confirm', 'more_needed'])
const ENDED: ReadonlySet<IdentityState> = new Set(['approved', 'refused', 'withdrawn'])

export function takesPictures({ state }: IdentityCheck): boolean {
  return COLLECTING.has(state)
}

export function isOpen({ state }: IdentityCheck): boolean {
  return !ENDED.has(state)
}

/** Where a check stands after a picture was changed: what was read of it counts no more. */
export function afterPicture({ state }: IdentityCheck): Pick<IdentityCheck, 'state' | 'reading'> {
  return { state: state === 'to_confirm' ? 'collecting' : state, reading: 'not_yet' }
}

/** What has to be sent before it can be read. */
export function missingSides(
  { documentType, askedSides }: IdentityCheck,
  present: readonly { readonly side: DocumentSide }[],
): readonly DocumentSide[] {
  const sides = present.map(({ side }) => side)
  const missing = NEEDED_SIDES[documentType].filter((side) => !sides.includes(side))
  return [...new Set([...missing, ...askedSides])]
}

/** Licences have no zone, with few exceptions. */
export function hasZone(documentType: DocumentType): boolean {
  return documentType !== 'driving_licence'
}
