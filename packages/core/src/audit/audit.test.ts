import { currency, days, encodeId, invariant, newUuid } from '@danbao/kernel'
import { type PoolClient, queryText } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startCharge, stepCharge } from '../charges/manage-charges.ts'
import * as commands from '../commands/index.ts'
import { amountOf, openTestCore, type Parties, type TestCore } from '../testing.ts'
import { audit, type AuditReport, CHECKS, runChecks } from './audit.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  await makeBusy(test)
})
afterAll(() => test.close())

const COUPON = { coupon: amountOf(10_00n), commission: { basis_points: 250 } }

/** Payments in every kind of situation, those of the past first. */
async function makeBusy(test: TestCore) {
  const { run, person, paid, payment, marketplace, operator, advance } = test
  const buyer = await person(2, { USD: 10_000_00n, EUR: 1_000_00n })
  const parties: Parties = { buyer, seller: await person() }
  const done = async (...[command]: Parameters<typeof run>) => {
    const ran = await run(command)
    invariant(ran.code === undefined, ran.body)
    return ran
  }
  const shipped = async (request = {}) => {
    const id = await paid(parties, request)
    await done(commands.ship(marketplace, id, {}))
    return id
  }
  const claim = async (request = {}) => {
    const id = await shipped(request)
    await done(commands.confirm(buyer.caller, id))
    return done(commands.openDispute(buyer.caller, id, { reason: 'damaged' }))
  }
  const claimed = await claim({ commission: { basis_points: 500 } })
  await advance(days(6))
  await done(commands.decide(operator, claimed.id, { amount: amountOf(50_00n), reason: 'broken' }))
  await payment(parties)
  await advance(days(6))
  const split = await shipped(COUPON)
  await done(commands.refund(marketplace, split, { amount: amountOf(33_33n) }))
  await done(commands.confirm(buyer.caller, split))
  await done(commands.confirm(buyer.caller, await shipped({ commission: { basis_points: 125 } })))
  await done(commands.cancel(marketplace, await paid(parties, COUPON), {}))
  await done(commands.openDispute(buyer.caller, await shipped(), { reason: 'not_received' }))
  await claim()
  const quoted = await payment(parties)
  const { json } = await done(
    commands.createQuote(buyer.caller, { payment: encodeId('pay', quoted), from: 'EUR' }),
  )
  await done(commands.pay(buyer.caller, quoted, { quote: String(json['id']) }))
  await payByCard(test, parties)
  await bringMoney(test, parties)
  await payOut(test, parties)
  for (let count = 0; count < 25; count += 1) await payment(parties)
  await paid({ ...parties, buyer: await person(0, { USD: 100_00n }) })
}

/** One that is matched, one that is not, and one of a rail that pays later. */
async function bringMoney({ run }: TestCore, { buyer }: Parties): Promise<void> {
  const amount = amountOf(50_00n)
  const start = (rail: 'bank_transfer' | 'webmoney') =>
    run(commands.startTopUp(buyer.caller, { account: buyer.text, rail, amount }))
  const report = { currency: currency('USD'), amount: 50_00n, fee: 0n, settled: true } as const
  const nothing = { otherPayer: false, payer: null, payerAccount: null, note: null }
  const told = { ...report, ...nothing, place: null, fileId: null }
  const reference = z.string()
  const bank = await start('bank_transfer')
  const named = { ...told, reference: reference.parse(bank.json['reference']) }
  await run(commands.recordDeposit({ ...named, rail: 'bank_transfer', key: 'one' }))
  await run(commands.recordDeposit({ ...told, reference: null, rail: 'bank_transfer', key: 'two' }))
  const webMoney = await start('webmoney')
  const later = { ...told, settled: false, reference: reference.parse(webMoney.json['reference']) }
  const { id } = await run(commands.recordDeposit({ ...later, rail: 'webmoney', key: 'three' }))
  const sum = { paid: 49_00n, fee: 1_00n, reference: 'paid out 1', deposits: [id], charges: [] }
  const settled = { rail: 'webmoney', currency: currency('USD'), ...sum } as const
  invariant((await run(commands.settleRail(settled))).code === undefined, 'It is settled.')
}

/** One that the bank has paid, one that came back, and one on its way. */
async function payOut({ run }: TestCore, { seller }: Parties): Promise<void> {
  const bank = { holder: 'Erika Mustermann', iban: 'NL91ABNA0417164300' }
  const asked = { account: seller.text, amount: amountOf(11_00n), bank_account: bank } as const
  const ask = async () => {
    const { id, code } = await run(commands.requestPayout(seller.caller, asked))
    invariant(code === undefined, 'It can be paid out.')
    await run(commands.releasePayout(id))
    return id
  }
  const [paid, returned] = [await ask(), await ask()]
  await ask()
  const batch = { id: newUuid(), currency: currency('USD'), payouts: [paid, returned] }
  await run(commands.sendPayouts(batch))
  await run(commands.recordPaidPayout(paid, 'paid 1'))
  await run(commands.recordReturnedPayout(returned, { key: 'back 1', reason: 'AC04' }))
}

/** A card pays some of a checkout, and the wallet the rest. */
async function payByCard(
  { core, run, marketplace, database }: TestCore,
  { buyer, seller }: Parties,
) {
  const payments = [{ amount: amountOf(80_00n), seller: seller.text }]
  const made = await run(commands.createCheckout(marketplace, { payments }))
  const caller = { kind: 'person', personId: buyer.id } as const
  await run(commands.takeCheckout(caller, made.id))
  const now = await core.now()
  const charge = await startCharge(database.pool, {
    accountId: buyer.id,
    checkoutId: made.id,
    cardId: newUuid(),
    currency: 'USD',
    amount: 60_00n,
    key: 'audit',
    agreed: '{}',
    now,
    dueAt: now,
  })
  const step = { from: 'started', to: 'authorised', ref: 'pi_audit', dueAt: now } as const
  await stepCharge(database.pool, charge.id, step)
  const [paymentId] = await queryText(
    database.pool,
    'SELECT id FROM app.payment WHERE checkout_id = $1',
    [made.id],
  )
  const shown = { total: 80_00n, payments: [String(paymentId?.[0])], charge: charge.id }
  const paid = await run(commands.payCheckout(caller, made.id, {}, shown))
  invariant(paid.code === undefined, paid.body)
}

const failing = (report: AuditReport) =>
  report.checks.filter((check) => !check.ok).map(({ name }) => name)

/** Breaks the books in a transaction that is taken back. */
async function auditWith(corruption: string): Promise<AuditReport> {
  const client = await test.database.pool.connect()
  try {
    await client.query('BEGIN')
    await disarm(client)
    await client.query(corruption)
    return await runChecks(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** Without the guards of the database itself. */
async function disarm(client: PoolClient): Promise<void> {
  await client.query(`SET LOCAL session_replication_role = replica;
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
        WHERE contype = 'c' AND conrelid::regclass::text ~ '^(app|ledger)[.]' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.owner, one.conname);
      END LOOP;
    END $$`)
}

const oneOf = (table: string, where: string) =>
  `id = (SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1)`
const transfer = (where: string) => oneOf('ledger.transfer', where)
const payment = (where: string) => oneOf('app.payment', where)
const splitPart = (code: string) =>
  `subject_id = (SELECT id FROM app.payment WHERE state = 'split') AND code = '${code}'`
const releasedPart = (code: string) =>
  `subject_id = (SELECT id FROM app.payment WHERE commission_basis_points = 125)
   AND code = '${code}'`
const claimedPart = (code: string) =>
  `subject_id = (SELECT id FROM app.payment WHERE claimed > 0) AND code = '${code}'`

const BALANCES = 'balances_follow_from_transfers'
const CORRUPTIONS: readonly (readonly [what: string, sql: string, ...checks: string[]])[] = [
  [
    'two balances that are wrong by as much',
    `UPDATE ledger.account SET balance = balance + CASE code WHEN 'fees' THEN 1 ELSE -1 END
     WHERE code IN ('fees', 'external') AND currency = 'USD'`,
    BALANCES,
  ],
  [
    'one wrong balance',
    `UPDATE ledger.account SET balance = balance + 1 WHERE code = 'fees' AND currency = 'USD'`,
    BALANCES,
    'balances_sum_to_zero',
  ],
  [
    'a transfer from an account that does not exist',
    `UPDATE ledger.transfer SET from_id = '${newUuid()}'
     WHERE ${transfer(`code = 'settlement'`)}`,
    BALANCES,
  ],
  [
    'a transfer in another currency than its accounts',
    `UPDATE ledger.transfer SET currency = 'EUR' WHERE ${transfer(`code = 'pay'`)}`,
    BALANCES,
  ],
  [
    'an account that is gone',
    `DELETE FROM ledger.account WHERE code = 'promotions'; UPDATE ledger.account
     SET balance = balance - (SELECT sum(balance) FROM ledger.account WHERE currency = 'USD')
     WHERE code = 'external' AND currency = 'USD'`,
    BALANCES,
  ],
  [
    'a wallet that may be overdrawn',
    `UPDATE ledger.account SET floor = -5 WHERE ${oneOf('ledger.account', `code = 'wallet'`)}`,
    'balances_keep_their_floors',
  ],
  [
    'proceeds that may owe without owing',
    `UPDATE ledger.account SET floor = -5 WHERE ${oneOf('ledger.account', `code = 'proceeds'`)}`,
    'balances_keep_their_floors',
  ],
  [
    'a floor under an account of the platform',
    `UPDATE ledger.account SET floor = -1000000 WHERE code = 'promotions'`,
    'balances_keep_their_floors',
  ],
  [
    'a kind of account that nobody knows',
    `UPDATE ledger.account SET code = 'pocket' WHERE code = 'proceeds'`,
    'balances_keep_their_floors',
    'transfers_take_known_routes',
  ],
  [
    'a transfer that is called something else',
    `UPDATE ledger.transfer SET code = 'pay'
     WHERE code = 'exchange' AND from_id IN (SELECT id FROM ledger.account WHERE code = 'wallet')`,
    'transfers_take_known_routes',
  ],
  [
    'money left on a clearing account',
    `INSERT INTO ledger.transfer SELECT '${newUuid()}', '${newUuid()}', from_id, to_id, 7, currency,
       'settlement', '${newUuid()}', NULL, occurred_at, recorded_at
     FROM ledger.transfer WHERE ${transfer(`code = 'settlement' AND currency = 'USD'`)};
     UPDATE ledger.account SET balance = balance + CASE code WHEN 'external' THEN -7 ELSE 7 END
     WHERE currency = 'USD' AND code IN ('external', 'clearing_bank_transfer')`,
    'clearing_is_sum_of_open_items',
    'deposits_have_their_transfers',
  ],
  [
    'a charge of another amount than its transfers',
    'UPDATE app.charge SET amount = amount + 1',
    'clearing_is_sum_of_open_items',
    'charges_have_their_transfers',
  ],
  [
    'a charge that is gone',
    'DELETE FROM app.charge',
    'clearing_is_sum_of_open_items',
    'charges_have_their_transfers',
  ],
  [
    'a charge that pays a payment it has no part in',
    `UPDATE app.charge_part SET payment_id = '${newUuid()}'`,
    'charges_have_their_transfers',
  ],
  [
    'a credit of another amount than its transfer',
    'UPDATE app.credit SET amount = amount + 1 WHERE deposit_id IS NULL',
    'credits_have_their_transfers',
    'top_ups_agree_with_credits',
    'deposits_have_their_transfers',
  ],
  [
    'a credit of somebody else',
    `UPDATE app.credit SET account_id = '${newUuid()}'`,
    'credits_have_their_transfers',
    'top_ups_agree_with_credits',
  ],
  [
    'a credit that is gone',
    'DELETE FROM app.credit WHERE deposit_id IS NULL',
    'credits_have_their_transfers',
    'top_ups_agree_with_credits',
    'deposits_have_their_transfers',
  ],
  [
    'a top-up that says more has arrived',
    'UPDATE app.top_up SET amount = amount + 1, arrived = arrived + 1 WHERE number IS NOT NULL',
    'top_ups_agree_with_credits',
  ],
  [
    'money in suspense that no deposit explains',
    'UPDATE app.deposit SET open = open - 1 WHERE open > 0',
    'clearing_is_sum_of_open_items',
    'deposits_have_their_transfers',
  ],
  [
    'a settlement of another sum than its items',
    'UPDATE app.settlement SET paid = paid + 1',
    'settlements_cover_their_items',
  ],
  [
    'a payout of another amount than its transfers',
    `UPDATE app.payout SET amount = amount + 1 WHERE state = 'paid'`,
    'payouts_have_their_transfers',
    'payout_batches_add_up',
  ],
  [
    'a payout on its way that is gone',
    `DELETE FROM app.payout WHERE state = 'queued'`,
    'clearing_is_sum_of_open_items',
    'payouts_have_their_transfers',
  ],
  [
    'a payout that says it came back and did not',
    `UPDATE app.payout SET state = 'returned' WHERE state = 'paid'`,
    'payouts_have_their_transfers',
  ],
  [
    'a batch of another sum than its payouts',
    'UPDATE app.payout_batch SET amount = amount + 1',
    'payout_batches_add_up',
  ],
  [
    'secured money that nobody paid',
    `UPDATE app.payment SET paid_at = NULL WHERE ${payment(`state = 'held'`)}`,
    'payments_add_up',
  ],
  [
    'columns that do not add up',
    `UPDATE app.payment SET charged_back = 1 WHERE ${payment(`state = 'held'`)}`,
    'payments_add_up',
    'payments_agree_with_ledger',
  ],
  [
    'a closed payment that never closed',
    `UPDATE app.payment SET closed_at = NULL WHERE ${payment(`state = 'split'`)}`,
    'closed_payments_hold_nothing',
    'payments_close_once',
  ],
  [
    'a transfer that belongs to nothing',
    `UPDATE ledger.transfer SET subject_id = '${newUuid()}' WHERE ${transfer(`code = 'coupon'`)}`,
    'payments_agree_with_ledger',
  ],
  [
    'a coupon that came back in another proportion',
    `UPDATE ledger.transfer SET amount = amount - 1 WHERE ${splitPart('refund')};
     UPDATE ledger.transfer SET amount = amount + 1 WHERE ${splitPart('coupon_return')};
     UPDATE ledger.account SET balance = balance + 1 WHERE code = 'promotions';
     UPDATE ledger.account SET balance = balance - 1
     WHERE id = (SELECT wallet_id FROM app.payment WHERE state = 'split');
     UPDATE app.payment SET to_buyer = to_buyer - 1, to_promotions = to_promotions + 1,
       limit_counted = limit_counted + 1 WHERE state = 'split'`,
    'coupons_go_back_in_proportion',
  ],
  [
    'a commission that is one cent too high',
    `UPDATE ledger.transfer SET amount = amount - 1 WHERE ${releasedPart('release')};
     UPDATE ledger.transfer SET amount = amount + 1 WHERE ${releasedPart('commission')};
     UPDATE ledger.account SET balance = balance + CASE code WHEN 'fees' THEN 1 ELSE -1 END
     WHERE code IN ('fees', 'proceeds') AND currency = 'USD';
     UPDATE app.payment SET commission = commission + 1, to_seller = to_seller - 1
     WHERE commission_basis_points = 125`,
    'commission_follows_the_rule',
  ],
  [
    'a claim of which the fees gave too much',
    `UPDATE ledger.transfer SET amount = amount - 1 WHERE ${claimedPart('claim')};
     UPDATE ledger.transfer SET amount = amount + 1 WHERE ${claimedPart('claim_commission')};
     UPDATE ledger.account SET balance = balance + CASE code WHEN 'fees' THEN -1 ELSE 1 END
     WHERE code IN ('fees', 'proceeds') AND currency = 'USD';
     UPDATE app.payment SET claimed_fees = claimed_fees + 1 WHERE claimed > 0`,
    'claims_stay_within_the_release',
  ],
  [
    'a payment that was closed by two sets of transfers',
    `UPDATE ledger.transfer SET set_id = '${newUuid()}' WHERE ${releasedPart('release')}`,
    'payments_close_once',
  ],
  [
    'a closing that was told twice',
    `INSERT INTO app.event SELECT '${newUuid()}', marketplace_id, type, subject_id, body, occurred_at
     FROM app.event WHERE ${oneOf('app.event', `type = 'payment.cancelled'`)}`,
    'payments_close_once',
  ],
  [
    'a limit that counts too little',
    `UPDATE app.payment SET limit_counted = limit_counted - 1 WHERE ${payment(`state = 'held'`)}`,
    'limits_count_what_is_kept',
  ],
  ['timers that are gone', `DELETE FROM app.timer`, 'timers_are_what_is_due'],
  [
    'a timer at another instant',
    `UPDATE app.timer SET due_at = due_at + interval '1 ms'`,
    'timers_are_what_is_due',
  ],
  [
    'a timer for nothing',
    `INSERT INTO app.timer VALUES ('${newUuid()}', 'payment', now())`,
    'timers_are_what_is_due',
  ],
  [
    'a disputed payment that names another dispute',
    `UPDATE app.payment SET dispute_id = '${newUuid()}' WHERE state = 'disputed'`,
    'disputed_payments_have_one_dispute',
  ],
  [
    'a disputed payment with a claim',
    `UPDATE app.dispute SET kind = 'claim' WHERE kind = 'dispute'`,
    'disputed_payments_have_one_dispute',
  ],
  [
    'a payment whose state nobody was told',
    `UPDATE app.payment SET state = 'shipped' WHERE ${payment(`state = 'held'`)}`,
    'events_tell_the_present_state',
  ],
  [
    'a payment that waits for staff and is not shown to them',
    `UPDATE app.payment_check SET verdict = 'approved', decided_at = now()`,
    'what_waits_for_staff_has_a_check',
  ],
  [
    'events that are gone',
    `DELETE FROM app.event WHERE type IN ('payment.held', 'dispute.opened')`,
    'events_tell_the_present_state',
  ],
]

describe('the audit', () => {
  it('finds nothing wrong with a busy database', async () => {
    const report = await audit(test.database.pool)
    expect(failing(report)).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.checked_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('checks every row', async () => {
    const { rows } = await test.database.pool.query<{ count: bigint }>(
      'SELECT (SELECT count(*) FROM ledger.account) + (SELECT count(*) FROM ledger.transfer) AS count',
    )
    const { checks } = await audit(test.database.pool)
    const balances = checks.find(({ name }) => name === BALANCES)
    expect(balances?.rows_checked).toBe(Number(rows[0]?.count))
    expect(checks.every(({ rows_checked }) => rows_checked > 0)).toBe(true)
  })

  it.each(CORRUPTIONS)('finds %s, and nothing else', async (_what, sql, ...expected) => {
    const report = await auditWith(sql)
    expect(failing(report)).toEqual(expected)
    expect(report.ok).toBe(false)
  })

  it('has no check that these corruptions do not break', () => {
    const broken = new Set(CORRUPTIONS.flatMap(([, , ...checks]) => checks))
    expect(CHECKS.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
  })

  it('shows twenty offending rows, counts all, and is ready for JSON', async () => {
    const report = await auditWith('DELETE FROM app.timer')
    const timers = report.checks.find(({ name }) => name === 'timers_are_what_is_due')
    const before = await test.database.pool.query('SELECT 1 FROM app.timer')
    expect(timers?.offending_count).toBe(before.rowCount)
    expect(timers?.offending_count).toBeGreaterThan(20)
    expect(timers?.offending).toHaveLength(20)
    expect(Object.keys(timers?.offending[0] ?? {})).toContain('subject')
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it('tells amounts as digits', async () => {
    const report = await auditWith(
      `UPDATE ledger.account SET balance = balance + 9007199254740993 WHERE code = 'losses' OR code = 'fees'`,
    )
    const sum = report.checks.find(({ name }) => name === 'balances_sum_to_zero')
    expect(sum?.offending).toEqual([{ currency: 'USD', sum: '9007199254740993' }])
  })

  it('sees one instant while commands go on', async () => {
    const buyer = await test.person(2, { USD: 1_000_00n })
    const parties = { buyer, seller: await test.person() }
    const buying = Promise.all(
      Array.from({ length: 60 }, async () => {
        const id = await test.paid(parties, { amount: amountOf(1_00n) })
        await test.run(commands.confirm(buyer.caller, id))
      }),
    )
    for (let count = 0; count < 5; count += 1) {
      expect(failing(await audit(test.database.pool))).toEqual([])
    }
    await buying
    expect((await audit(test.database.pool)).ok).toBe(true)
  })

  it('leaves nothing behind on the connection', async () => {
    await audit(test.database.pool)
    const { rows } = await test.database.pool.query<{ setting: string }>(
      `SELECT current_setting('statement_timeout') AS setting`,
    )
    expect(rows[0]?.setting).toBe('30s')
  })
})
