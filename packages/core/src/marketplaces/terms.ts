import type { MarketplaceTerms } from '@danbao/contracts'
import {
  type Duration,
  formatDuration,
  invariant,
  milliseconds,
  parseDuration,
  type Uuid,
} from '@danbao/kernel'
import { idArray, type Queryable, queryText, readRow, type RowReader } from '@danbao/database'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'

/** What holds for new payments that say nothing themselves; null: as the product has it. */
export interface DefaultTerms {
  readonly payWithin: Duration | null
  readonly shipWithin: Duration | null
  /** Of the kind standard; the other kinds have times of their own. */
  readonly confirmWithin: Duration | null
  readonly inspectWithin: Duration | null
  readonly commissionBasisPoints: number | null
}

const NONE: DefaultTerms = {
  payWithin: null,
  shipWithin: null,
  confirmWithin: null,
  inspectWithin: null,
  commissionBasisPoints: null,
}

/** What `readTerms` reads, in its order. */
export const TERM_COLUMNS =
  'pay_within_ms, ship_within_ms, confirm_within_ms, inspect_within_ms, commission_basis_points'

export function readTerms(r: RowReader): DefaultTerms {
  return {
    payWithin: maybeDuration(r),
    shipWithin: maybeDuration(r),
    confirmWithin: maybeDuration(r),
    inspectWithin: maybeDuration(r),
    commissionBasisPoints: r.maybeInteger(),
  }
}

function maybeDuration(r: RowReader): Duration | null {
  const ms = r.maybeInteger()
  return ms === null ? null : milliseconds(ms)
}

const defaults = new Slot<DefaultTerms & { readonly id: Uuid }>()

export const needDefaultTerms = (marketplaceId: Uuid) => (ws: WorkingSet) =>
  defaults.want(ws, marketplaceId)

export function defaultTermsOf(ws: WorkingSet, marketplaceId: Uuid): DefaultTerms {
  return defaults.get(ws, marketplaceId) ?? NONE
}

const LOAD = {
  name: 'marketplaces.terms',
  sql: `SELECT id, ${TERM_COLUMNS} FROM app.marketplace WHERE id = ANY($1::uuid[])`,
}

/** Read, never locked: payments that are made while terms change have the ones or the others. */
export const marketplaceParticipant: Participant = {
  load(ws) {
    const ids = defaults.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids)] },
        absorb: (rows) =>
          rows.forEach((row) => {
            const r = readRow(row)
            defaults.load(ws, { id: r.text(), ...readTerms(r) })
          }),
      },
    ]
  },
}

export function viewTerms(terms: DefaultTerms): MarketplaceTerms {
  const text = (of: Duration | null): string | null => (of === null ? null : formatDuration(of))
  return {
    pay_within: text(terms.payWithin),
    ship_within: text(terms.shipWithin),
    confirm_within: text(terms.confirmWithin),
    inspect_within: text(terms.inspectWithin),
    commission_basis_points: terms.commissionBasisPoints,
  }
}

/** For payments that are made afterwards. */
export async function changeTerms(
  client: Queryable,
  marketplaceId: Uuid,
  terms: MarketplaceTerms,
): Promise<void> {
  await queryText(
    client,
    `UPDATE app.marketplace SET pay_within_ms = $2, ship_within_ms = $3, confirm_within_ms = $4,
       inspect_within_ms = $5, commission_basis_points = $6 WHERE id = $1`,
    [
      marketplaceId,
      msOf(terms.pay_within),
      msOf(terms.ship_within),
      msOf(terms.confirm_within),
      msOf(terms.inspect_within),
      terms.commission_basis_points,
    ],
  )
}

function msOf(text: string | null): number | null {
  if (text === null) return null
  const parsed = parseDuration(text)
  invariant(parsed.ok, 'Requests are parsed before they are handled.')
  return parsed.value
}
