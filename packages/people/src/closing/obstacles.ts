import type { ClosureObstacle, ObstacleKind } from '@danbao/contracts/wallet'
import { addDuration, days, encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { listCards } from '../cards/index.ts'
import { OWN_BOOKS, readAccount } from '../settings/index.ts'

/** So long a buyer may claim money back from a seller. */
const CLAIM_WINDOW_DAYS = 15

/** What is in the way of closing the account, as it is now. Empty: nothing. */
export async function findObstacles(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<ClosureObstacle[]> {
  const { frozenAt } = await readAccount(client, personId)
  const frozen: ClosureObstacle[] =
    frozenAt === null ? [] : [{ kind: 'frozen', amount: null, subject: null }]
  return [
    ...frozen,
    ...(await findMoney(client, personId)),
    ...(await findPayments(client, personId)),
    ...(await findDisputes(client, personId)),
    ...(await findClaimWindows(client, personId, now)),
    ...(await findTopUps(client, personId, now)),
    ...(await findPayouts(client, personId)),
    ...(await listCards(client, personId)).map(toCardObstacle),
  ]
}

/** The person unlinks it themselves: who asks to leave shows so that the account is theirs. */
function toCardObstacle({ id }: { readonly id: Uuid }): ClosureObstacle {
  return { kind: 'card', amount: null, subject: encodeId('crd', id) }
}

async function findMoney(client: Queryable, personId: Uuid): Promise<ClosureObstacle[]> {
  const sql = `SELECT code, currency, balance FROM ledger.account ${OWN_BOOKS} AND balance <> 0
    ORDER BY code, currency`
  return (await queryText(client, sql, [personId])).map((row) => {
    const r = readRow(row)
    const [code, currency, balance] = [r.text(), r.text(), r.bigint()]
    const value = (balance < 0n ? -balance : balance).toString()
    const kind = balance < 0n ? 'debt' : code === 'wallet' ? 'wallet' : 'proceeds'
    return { kind, amount: { value, currency }, subject: null }
  })
}

async function findPayments(client: Queryable, personId: Uuid): Promise<ClosureObstacle[]> {
  const sql = `SELECT id FROM app.payment
    WHERE (buyer_id = $1 OR seller_id = $1) AND closed_at IS NULL ORDER BY id`
  return (await queryText(client, sql, [personId])).map(toSubject('payment', 'pay'))
}

async function findDisputes(client: Queryable, personId: Uuid): Promise<ClosureObstacle[]> {
  const sql = `SELECT d.id FROM app.dispute AS d JOIN app.payment AS p ON p.id = d.payment_id
    WHERE (p.buyer_id = $1 OR p.seller_id = $1) AND d.state <> 'closed' ORDER BY d.id`
  return (await queryText(client, sql, [personId])).map(toSubject('dispute', 'dsp'))
}

/** A seller who is gone could not answer, nor pay back: the buyers' time has to be over. */
async function findClaimWindows(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<ClosureObstacle[]> {
  const sql = `SELECT id FROM app.payment
    WHERE seller_id = $1 AND state IN ('released', 'split') AND closed_at > $2 ORDER BY id`
  const since = formatInstant(addDuration(now, days(-CLAIM_WINDOW_DAYS)))
  return (await queryText(client, sql, [personId, since])).map(toSubject('claim_window', 'pay'))
}

/** What they may still send would be credited when nobody is there any more. */
async function findTopUps(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<ClosureObstacle[]> {
  const sql = `SELECT id FROM app.top_up
    WHERE account_id = $1 AND state = 'awaiting' AND expires_at > $2 ORDER BY id`
  const rows = await queryText(client, sql, [personId, formatInstant(now)])
  return rows.map(toSubject('top_up', 'top'))
}

/** What comes back of them would find nobody. */
async function findPayouts(client: Queryable, personId: Uuid): Promise<ClosureObstacle[]> {
  const sql = 'SELECT id FROM app.payout WHERE account_id = $1 AND ended_at IS NULL ORDER BY id'
  return (await queryText(client, sql, [personId])).map(toSubject('payout', 'pot'))
}

function toSubject(
  kind: ObstacleKind,
  prefix: 'pay' | 'dsp' | 'top' | 'pot',
): (row: TextRow) => ClosureObstacle {
  return (row) => ({ kind, amount: null, subject: encodeId(prefix, readRow(row).text()) })
}
