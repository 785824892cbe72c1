import { quoteElement, readRow } from '@danbao/database'
import type { Uuid } from '@danbao/kernel'
import type { Participant } from './participant.ts'
import { Slot, type WorkingSet } from './working-set.ts'

/** What a marketplace may name by a reference of its own, unique among its kind. */
export type ReferenceKind = 'account' | 'payment' | 'checkout'

interface Reference {
  readonly id: string
  readonly kind: ReferenceKind
  readonly marketplaceId: Uuid
  readonly reference: string
  /** What has the reference; null while nothing does. */
  readonly holder: Uuid | null
}

const references = new Slot<Reference>()
const asked = new Slot<Reference>()

const keyOf = (kind: ReferenceKind, marketplaceId: Uuid, reference: string): string =>
  `${kind} ${marketplaceId} ${reference}`

export function needReference(kind: ReferenceKind, marketplaceId: Uuid, reference: string) {
  return (ws: WorkingSet): void => {
    const id = keyOf(kind, marketplaceId, reference)
    asked.load(ws, { id, kind, marketplaceId, reference, holder: null })
  }
}

/** Takes the reference for `holder`; false when something has it already. */
export function claimReference(
  ws: WorkingSet,
  kind: ReferenceKind,
  claim: { readonly marketplaceId: Uuid; readonly reference: string; readonly holder: Uuid },
): boolean {
  const { marketplaceId, reference } = claim
  const id = keyOf(kind, marketplaceId, reference)
  if (references.get(ws, id) !== undefined) return false
  references.put(ws, { id, kind, ...claim })
  return true
}

const find = (kind: ReferenceKind) => ({
  name: `references.${kind}`,
  sql: `SELECT t.marketplace_id, t.reference, t.id FROM unnest($1::uuid[], $2::text[]) AS u (m, r)
    JOIN app.${kind} AS t ON t.marketplace_id = u.m AND t.reference = u.r AND t.reference IS NOT NULL`,
})
const FIND = { account: find('account'), payment: find('payment'), checkout: find('checkout') }

export const referenceParticipant: Participant = {
  load(ws) {
    const wanted = asked.all(ws)
    const kinds = new Set(wanted.map(({ kind }) => kind))
    return [...kinds].map((kind) => {
      const ofKind = wanted.filter((one) => one.kind === kind)
      const values = [
        `{${ofKind.map(({ marketplaceId }) => marketplaceId).join(',')}}`,
        `{${ofKind.map(({ reference }) => quoteElement(reference)).join(',')}}`,
      ]
      return {
        call: { statement: FIND[kind], values },
        absorb: (rows) => {
          for (const row of rows) {
            const r = readRow(row)
            const [marketplaceId, reference, holder] = [r.text(), r.text(), r.text()]
            const id = keyOf(kind, marketplaceId, reference)
            references.load(ws, { id, kind, marketplaceId, reference, holder })
          }
        },
      }
    })
  },
}
