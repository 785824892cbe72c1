import { disputeView, paymentTransferList, paymentView, type Refusal } from '@danbao/contracts'
import type { DisputeCase } from '@danbao/contracts/console'
import { queries } from '@danbao/core'
import { accept, decodeId, invariant, type Result, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { findCaseOf, viewCase } from '../../staff/queue/index.ts'
import { findDisputed, listEvidence, viewEvidence } from '../store.ts'
import { readParty } from './parties.ts'
import { readFirst, readFirstRef, type Round } from './rulings.ts'

/** The operator: who sees every payment. */
export const OPERATOR = { kind: 'operator' } as const
const MOST_LINES = 100

/** The whole story of a dispute, on one page. */
export async function showCase(
  deps: PeopleDeps,
  { staffId }: Pick<StaffVisitor, 'staffId'>,
  id: Uuid,
): Promise<Result<DisputeCase, Refusal>> {
  const { pool } = deps
  const dispute = await readDispute(deps, id)
  const sides = await findDisputed(pool, id)
  if (dispute === undefined || sides === undefined) return noSuchDispute()
  const payment = await readPayment(deps, sides.paymentId)
  if (!payment.ok) return payment
  const seller = await readParty(pool, sides.sellerId)
  invariant(seller !== undefined, 'a payment has a seller')
  const buyer = sides.buyerId === null ? undefined : await readParty(pool, sides.buyerId)
  const waiting = await findCaseOf(pool, id)
  const round = roundOf(dispute)
  const first = await readFirst(pool, id)
  return accept({
    object: 'dispute_case',
    case: waiting === undefined ? null : await viewCase(deps, waiting, await deps.now()),
    dispute,
    ...payment.value,
    buyer: buyer ?? null,
    seller,
    evidence: (await listEvidence(pool, id)).map(viewEvidence),
    round,
    first_by: round === 2 || dispute.decision !== null ? await readFirstRef(pool, id) : null,
    needs_another: round === 2 && first.includes(staffId),
  })
}

export function noSuchDispute(): Result<never, Refusal> {
  return { ok: false, refusal: { code: 'not_found', detail: 'There is no such dispute.' } }
}

type Dispute = DisputeCase['dispute']

export async function readDispute({ pool }: PeopleDeps, id: Uuid): Promise<Dispute | undefined> {
  const json = await queries.findDisputeJson(pool, OPERATOR, id)
  return json === undefined ? undefined : disputeView.parse(JSON.parse(json))
}

/** After a decision the next one can only be upon its appeal. */
export function roundOf({ decision }: Pick<Dispute, 'decision'>): Round {
  return decision === null ? 1 : 2
}

type OfPayment = Pick<DisputeCase, 'payment' | 'marketplace' | 'transfers' | 'left'>

async function readPayment(deps: PeopleDeps, id: Uuid): Promise<Result<OfPayment, Refusal>> {
  const { pool } = deps
  const found = await queries.getPayment(pool, OPERATOR, { id })
  if (!found.ok) return found
  const lines = await queries.listPaymentTransfers(pool, OPERATOR, { id, limit: MOST_LINES })
  if (!lines.ok) return lines
  const settled = await queries.previewSettlement(pool, OPERATOR, { id, back: 0n })
  if (!settled.ok) return settled
  const payment = paymentView.parse(JSON.parse(found.value))
  return accept({
    payment,
    marketplace: await readMarketplace(deps, payment.marketplace),
    transfers: paymentTransferList.parse(JSON.parse(lines.value)).data.toReversed(),
    left: settled.value.left,
  })
}

async function readMarketplace({ pool }: PeopleDeps, text: string): Promise<string> {
  const id = decodeId('mkt', text)
  invariant(id.ok, 'a payment belongs to a marketplace')
  const rows = await queryText(pool, 'SELECT name FROM app.marketplace WHERE id = $1', [id.value])
  return rows.map((row) => readRow(row).text())[0] ?? ''
}
