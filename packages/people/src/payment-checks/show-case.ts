import { type Amount, paymentView, type Refusal } from '@danbao/contracts'
import type { PaymentCheckCase, RiskHitView } from '@danbao/contracts/console'
import { CHECK_FROM, queries } from '@danbao/core'
import {
  accept,
  addDuration,
  encodeId,
  formatInstant,
  hours,
  invariant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { findMember, refOf } from '../staff/index.ts'
import { findCaseOf, viewCase } from '../staff/queue/index.ts'
import { readBuyer } from './buyer.ts'
import { type Checked, type Decision, listDecisions, readChecked, type StoredHit } from './store.ts'

const OPERATOR = { kind: 'operator' } as const
/** The core's own time for the check. */
const CHECK_WITHIN = hours(24)

/** Everything that staff look at to let payments pass or not. */
export async function showCheck(
  deps: PeopleDeps,
  id: Uuid,
): Promise<Result<PaymentCheckCase, Refusal>> {
  const { pool } = deps
  const checked = await readChecked(pool, id)
  const [first] = checked
  if (first === undefined) return noSuchCheck()
  const now = await deps.now()
  const found = await findCaseOf(pool, id)
  const decisions = await listDecisions(pool, id)
  const payments = await viewPayments(deps, checked)
  return accept({
    object: 'payment_check_case',
    id: encodeId('pay', id),
    case: found === undefined ? null : await viewCase(deps, found, now),
    buyer: await readBuyer(pool, first.buyerId, { now, before: first.paidAt }),
    marketplace: await readMarketplace(pool, id),
    payments,
    score: first.score,
    threshold: CHECK_FROM,
    hits: first.hits.map(viewHit),
    waiting: sumWaiting(checked, first.currency),
    paid_at: formatInstant(first.paidAt),
    due_at: formatInstant(addDuration(first.paidAt, CHECK_WITHIN)),
    asked: await viewAsked(pool, decisions),
    decided: await viewDecided(pool, decisions),
  })
}

export function noSuchCheck(): Result<never, Refusal> {
  return refuse({ code: 'not_found', detail: 'There is no such payment check.' })
}

async function viewPayments(
  { pool }: PeopleDeps,
  checked: readonly Checked[],
): Promise<PaymentCheckCase['payments']> {
  const views: PaymentCheckCase['payments'] = []
  for (const { paymentId, sellerName, ended } of checked) {
    const found = await queries.getPayment(pool, OPERATOR, { id: paymentId })
    invariant(found.ok, 'a payment stays')
    views.push({ payment: paymentView.parse(JSON.parse(found.value)), seller: sellerName, ended })
  }
  return views
}

async function readMarketplace(client: Queryable, paymentId: Uuid): Promise<string> {
  const sql = `SELECT name FROM app.marketplace AS m
    JOIN app.payment AS p ON p.marketplace_id = m.id WHERE p.id = $1`
  return (await queryText(client, sql, [paymentId])).map((row) => readRow(row).text())[0] ?? ''
}

function viewHit({ code, points, clears, figures }: StoredHit): RiskHitView {
  const { amount, ...rest } = figures
  const value = amount === undefined ? {} : { amount: { value: amount, currency: 'USD' } }
  return { code, points, clears, figures: { ...withoutGaps(rest), ...value } }
}

type Gapless = Omit<RiskHitView['figures'], 'amount'>

function withoutGaps({ count, days, of, country, other }: Omit<StoredHit['figures'], 'amount'>) {
  return {
    ...(count === undefined ? {} : { count }),
    ...(days === undefined ? {} : { days }),
    ...(of === undefined ? {} : { of }),
    ...(country === undefined ? {} : { country }),
    ...(other === undefined ? {} : { other }),
  } satisfies Gapless
}

function sumWaiting(checked: readonly Checked[], currency: string): PaymentCheckCase['waiting'] {
  const waiting = checked.filter(({ ended }) => ended === null)
  const sum = (of: (one: Checked) => bigint): Amount => ({
    value: waiting.reduce((all, one) => all + of(one), 0n).toString(),
    currency,
  })
  return {
    total: sum(({ amount }) => amount),
    to_buyer: sum(({ amount, coupon }) => amount - coupon),
    to_promotions: sum(({ coupon }) => coupon),
  }
}

async function viewAsked(
  client: Queryable,
  decisions: readonly Decision[],
): Promise<PaymentCheckCase['asked']> {
  const asked = decisions.find(({ decision }) => decision === 'ask_identity')
  const member = asked && (await findMember(client, asked.staffId))
  if (asked === undefined || member === undefined) return null
  return { by: refOf(member), at: formatInstant(asked.at), words: asked.reason }
}

async function viewDecided(
  client: Queryable,
  decisions: readonly Decision[],
): Promise<PaymentCheckCase['decided']> {
  const last = decisions.find(({ decision }) => decision !== 'ask_identity')
  const member = last && (await findMember(client, last.staffId))
  if (last === undefined || last.decision === 'ask_identity' || member === undefined) return null
  const { decision, reason, at } = last
  return { decision, by: refOf(member), at: formatInstant(at), reason }
}
