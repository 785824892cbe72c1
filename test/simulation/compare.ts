import { audit } from '@danbao/core'
import type { TestCore } from '@danbao/core/testing'
import type { Facts } from './model/facts.ts'
import { counted } from './model/model.ts'

/** What the database and the model say of the same things, one line for each, sorted. */
export async function findDifferences(test: TestCore, facts: Facts): Promise<readonly string[]> {
  const stored = [
    ...(await storedLines(test, PAYMENTS)),
    ...(await storedLines(test, DISPUTES)),
    ...(await storedLines(test, PEOPLE)),
    ...(await storedLines(test, TOP_UPS)),
    ...(await storedLines(test, DEPOSITS)),
    ...(await storedLines(test, PAYOUTS)),
    ...(await storedBalances(test)),
  ]
  const expected = [
    ...paymentLines(facts),
    ...disputeLines(facts),
    ...[...facts.people].map(([id, { level }]) => `person ${id} level ${level}`),
    ...topUpLines(facts),
    ...depositLines(facts),
    ...payoutLines(facts),
    ...balanceLines(facts),
  ]
  const inDatabase = new Set(stored)
  const inModel = new Set(expected)
  return [
    ...expected.filter((line) => !inDatabase.has(line)).map((line) => `model:    ${line}`),
    ...stored.filter((line) => !inModel.has(line)).map((line) => `database: ${line}`),
  ].sort((a, b) => (a.slice(10) < b.slice(10) ? -1 : 1))
}

const MILLISECONDS = (column: string): string =>
  `coalesce((extract(epoch FROM ${column}) * 1000)::bigint::text, '-')`

const PAYMENTS = `SELECT concat_ws(' ', 'payment', id, state, coalesce(due_kind, '-'),
    ${MILLISECONDS('due_at')}, 'escrow', in_escrow, 'seller', to_seller, 'commission', commission,
    'buyer', to_buyer, 'promotions', to_promotions, 'claimed', claimed, claimed_fees,
    claimed_to_buyer, 'limit', limit_base, limit_counted, extended,
    'of', coalesce(buyer_id::text, '-')) AS line
  FROM app.payment`

const DISPUTES = `SELECT concat_ws(' ', 'dispute', id, kind, state, coalesce(outcome, '-'),
    ${MILLISECONDS('due_at')}) AS line FROM app.dispute`

const PEOPLE = `SELECT concat_ws(' ', 'person', id, 'level', level) AS line FROM app.account`

/** Those of a sandbox, credited at once, have no number. */
const TOP_UPS = `SELECT concat_ws(' ', 'top-up', id, state, rail, currency, arrived, 'of', amount,
    ${MILLISECONDS('expires_at')}) AS line FROM app.top_up WHERE number IS NOT NULL`

const DEPOSITS = `SELECT concat_ws(' ', kind, id, rail, currency, amount, 'open', open,
    coalesce(doubt, '-'), 'of', coalesce(account_id::text, '-')) AS line FROM app.deposit`

const PAYOUTS = `SELECT concat_ws(' ', 'payout', id, state, currency, amount, 'of', account_id,
    CASE WHEN paid_at IS NULL THEN 'unpaid' ELSE 'paid' END) AS line FROM app.payout`

function payoutLines(facts: Facts): string[] {
  return [...facts.payouts.values()].map((p) =>
    [
      ...['payout', p.id, p.state, p.currency, p.amount, 'of', p.person],
      p.paid ? 'paid' : 'unpaid',
    ].join(' '),
  )
}

function topUpLines(facts: Facts): string[] {
  return [...facts.topUps.values()].map((t) =>
    [...['top-up', t.id, t.state, t.rail, t.currency, t.arrived, 'of', t.amount, t.expiresAt]].join(
      ' ',
    ),
  )
}

function depositLines(facts: Facts): string[] {
  return [...facts.deposits.values()].map((d) =>
    [
      ...[d.kind, d.id, d.rail, d.currency, d.amount, 'open', d.open, d.doubt ?? '-'],
      ...['of', d.person ?? '-'],
    ].join(' '),
  )
}

async function storedLines({ database }: TestCore, sql: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(sql)
  return rows.map(({ line }) => line)
}

function paymentLines(facts: Facts): string[] {
  return [...facts.payments.values()].map((p) =>
    [
      ...['payment', p.id, p.state, p.due?.kind ?? '-', p.due?.at ?? '-'],
      ...['escrow', p.escrow, 'seller', p.toSeller, 'commission', p.commission],
      ...['buyer', p.toBuyer, 'promotions', p.toPromotions],
      ...['claimed', p.claimed, p.claimedFees, p.claimedToBuyer],
      ...['limit', p.base, counted(p), p.extended ? 't' : 'f'],
      ...['of', p.buyer === '' ? '-' : p.buyer],
    ].join(' '),
  )
}

function disputeLines(facts: Facts): string[] {
  return [...facts.disputes.values()].map((d) =>
    ['dispute', d.id, d.kind, d.state, d.outcome ?? '-', d.due ?? '-'].join(' '),
  )
}

/** An owner is told by the first 28 digits of the id; the rest says which account it is. */
const ownerOf = (id: string): string => id.slice(0, -4)

async function storedBalances(test: TestCore): Promise<string[]> {
  const balances = await test.balances()
  return balances
    .filter(({ balance }) => balance !== 0n)
    .map(({ id, code, currency, balance, floor }) => {
      if (code === 'escrow') return `escrow ${id} holds ${balance}`
      if (code !== 'wallet' && code !== 'proceeds') return `${code} ${currency} holds ${balance}`
      const bound = code === 'proceeds' ? `, floor ${floor}` : ''
      return `${code} ${currency} ${ownerOf(id)} holds ${balance}${bound}`
    })
}

function balanceLines(facts: Facts): string[] {
  return [...facts.balances]
    .filter(([, balance]) => balance !== 0n)
    .map(([account, balance]) => {
      const personal = account.startsWith('wallet') || account.startsWith('proceeds')
      const name = personal ? ownerOf(account) : account
      const bound = account.startsWith('proceeds')
        ? `, floor ${facts.floors.get(account) ?? 0n}`
        : ''
      return `${name} holds ${balance}${bound}`
    })
}

/** Money leaves an escrow for the seller in one set, and nothing was ever spent before it came. */
const FURTHER_RULES = `
  SELECT 'payment ' || subject_id || ' was released in ' || count(DISTINCT set_id) || ' sets' AS line
    FROM ledger.transfer WHERE code IN ('release', 'commission')
    GROUP BY subject_id HAVING count(DISTINCT set_id) > 1
  UNION ALL
  SELECT DISTINCT 'account ' || id || ' (' || code || ') was overdrawn in the past' FROM (
    SELECT a.id, a.code, sum(side.change) OVER (
        PARTITION BY a.id ORDER BY side.occurred_at
        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS held
      FROM ledger.account AS a JOIN (
        SELECT to_id AS id, amount AS change, occurred_at FROM ledger.transfer
        UNION ALL SELECT from_id, -amount, occurred_at FROM ledger.transfer) AS side USING (id)
      WHERE a.code IN ('wallet', 'escrow')) AS history
    WHERE held < 0`

/** One sentence for everything that is wrong whatever the model thinks. */
export async function findBrokenRules(test: TestCore): Promise<readonly string[]> {
  const { checks } = await audit(test.database.pool)
  const failed = checks.filter(({ ok }) => !ok)
  return [
    ...failed.map(({ name, offending }) => `audit: ${name}: ${JSON.stringify(offending)}`),
    ...(await test.problems()),
    ...(await storedLines(test, FURTHER_RULES)),
  ]
}
