import { type DeskPayoutPage, PAYOUT_WISHES, type PayoutQueue } from '@danbao/contracts/console'
import { queries } from '@danbao/core'
import { encodeId, formatInstant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { namesAlike } from '@danbao/rails'
import type { PeopleDeps } from '../../base/deps.ts'
import { accountOf } from '../../funding/ways.ts'

/** Undefined: there is no such payout. */
export async function showDeskPayout(
  client: Queryable,
  id: Uuid,
): Promise<DeskPayoutPage | undefined> {
  const found = await queries.readDeskPayout(client, id)
  if (found === undefined) return undefined
  const { view } = found
  const waiting = await readWaiting(client, id)
  return {
    object: 'desk_payout',
    payout: view,
    name_alike: namesAlike(view.holder, view.account.name),
    waiting,
    choices: waiting === null ? choicesOf(view.state) : [],
  }
}

/** What can be done with a payout in this state. */
export function choicesOf(state: DeskPayoutPage['payout']['state']): DeskPayoutPage['choices'] {
  if (state === 'review') return ['payout', 'refuse']
  if (state === 'queued') return ['refuse']
  return state === 'sent' ? ['payout_failed'] : []
}

/** Asked for and not decided, or agreed and about to be done. */
async function readWaiting(client: Queryable, id: Uuid): Promise<DeskPayoutPage['waiting']> {
  const rows = await queryText(
    client,
    `SELECT a.id, a.kind, a.reason, s.id, s.name, a.requested_at
     FROM people.approval AS a JOIN people.staff AS s ON s.id = a.requested_by
     JOIN app.payout AS p ON p.id = a.subject_id
     WHERE a.subject_id = $1 AND a.state IN ('open', 'given') AND p.state =
       CASE a.kind WHEN 'payout' THEN 'review' WHEN 'payout_failed' THEN 'sent' END
     ORDER BY a.requested_at DESC LIMIT 1`,
    [id],
  )
  const [waiting] = rows.map((row) => {
    const r = readRow(row)
    return {
      approval: encodeId('apr', r.text()),
      kind: oneOf(PAYOUT_WISHES, r.text()),
      reason: r.text(),
      requested_by: { id: encodeId('stf', r.text()), name: r.text() },
      requested_at: formatInstant(r.instant()),
    }
  })
  return waiting ?? null
}

const SHOWN_BATCHES = 50

export async function showPayoutQueue({
  pool,
  ways,
}: Pick<PeopleDeps, 'pool' | 'ways'>): Promise<PayoutQueue> {
  const [lines, batches] = await Promise.all([
    queries.readPayoutQueue(pool),
    queries.listPayoutBatches(pool, SHOWN_BATCHES),
  ])
  return {
    object: 'payout_queue',
    lines: lines.map((line) => ({
      ...line,
      offered: accountOf(ways.bank, line.currency) !== undefined,
    })),
    batches: [...batches],
  }
}
