import { commands, queries } from '@danbao/core'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { accountOf } from '../funding/ways.ts'
import { act, callerOf, carryOut } from '../payments/index.ts'
import { findBankAccount } from './bank-accounts.ts'
import { payoutTo } from './handlers.ts'
import { dueSchedules, moveSchedule, type Schedule } from './schedule.ts'

/** Does what two of staff have agreed on, and what sellers have paid out by themselves. */
export async function runDuePayouts(deps: PeopleDeps): Promise<number> {
  await voidStale(deps)
  return (await runAgreed(deps)) + (await runSchedules(deps))
}

/**
 * An approval that was given is done as long as its payout is where it was when it was asked for:
 * what the bank has said meanwhile comes first.
 */
async function runAgreed(deps: PeopleDeps): Promise<number> {
  const rows = await queryText(deps.pool, AGREED)
  for (const row of rows) {
    const r = readRow(row)
    const [id, kind, payoutId, reason] = [r.text(), r.text(), r.text(), r.text()]
    const command =
      kind === 'payout'
        ? commands.releasePayout(payoutId)
        : commands.recordRejectedPayout(payoutId, reason)
    await carryOut(deps, 'payout', { command, key: id, what: [kind, payoutId] })
  }
  return rows.length
}

const AGREED = `
  SELECT a.id, a.kind, a.subject_id, a.reason
  FROM people.approval AS a JOIN app.payout AS p ON p.id = a.subject_id
  WHERE a.state = 'given' AND p.ended_at IS NULL
    AND ((a.kind = 'payout' AND p.state = 'review') OR (a.kind = 'payout_failed' AND p.state = 'sent'))
  ORDER BY a.decided_at LIMIT 50`

/** What nobody needs to agree on any more: the seller, the bank or another of staff was faster. */
async function voidStale({ pool, now }: PeopleDeps): Promise<void> {
  const stale = `SELECT 1 FROM people.approval AS a JOIN app.payout AS p ON p.id = a.subject_id
    WHERE a.id = approval.id AND p.state <> CASE a.kind WHEN 'payout' THEN 'review' ELSE 'sent' END`
  await pool.query(
    `UPDATE people.approval SET state = 'void', decided_at = $1
     WHERE state = 'open' AND kind IN ('payout', 'payout_failed') AND EXISTS (${stale})`,
    [formatInstant(await now())],
  )
}

async function runSchedules(deps: PeopleDeps): Promise<number> {
  const now = await deps.now()
  const schedules = await dueSchedules(deps.pool, now)
  for (const schedule of schedules) {
    await payOutAll(deps, schedule, now)
    await moveSchedule(deps.pool, schedule, now)
  }
  return schedules.length
}

/** All that can be paid out, once for each time it is due; what can not waits for the next. */
async function payOutAll(deps: PeopleDeps, schedule: Schedule, now: Instant): Promise<void> {
  const { personId, bankAccountId, dueAt } = schedule
  const to = await findBankAccount(deps.pool, personId, bankAccountId)
  if (to === undefined) return
  for (const { currency, available, least } of await payableOf(deps, personId, now)) {
    const isOffered = accountOf(deps.ways.bank, currency) !== undefined
    if (!isOffered || least === null || available < least) continue
    const amount = { value: available.toString(), currency }
    const command = commands.requestPayout(callerOf({ personId }), payoutTo(personId, to, amount))
    const key = `payout of ${dueAt} in ${currency}`
    await act(deps, { personId }, { command, key, what: [key, encodeId('bac', bankAccountId)] })
  }
}

function payableOf({ pool }: PeopleDeps, accountId: Uuid, now: Instant) {
  return queries.readPayable(pool, { accountId, now })
}
