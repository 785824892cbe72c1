import { newUuid } from '@danbao/kernel'
import { BEGIN, type Call, openPipeline, type Pipeline } from '@danbao/database'
import { writeBooks } from '@danbao/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PARTICIPANTS } from '../core.ts'
import type { Command } from '../engine/command.ts'
import { answer } from '../engine/engine.ts'
import { storedAnswers } from '../engine/idempotency.ts'
import { WorkingSet } from '../engine/working-set.ts'
import { amountOf, openTestCore, type TestCore } from '../testing.ts'
import * as commands from './index.ts'

/** What grows for ever: no statement of the writer may read it from end to end. */
const GROWS = 'payment|account|transfer|dispute|checkout|quote|event|idempotency|timer|top_up'
const WHOLE_TABLE = new RegExp(`Seq Scan on (${GROWS})\\b`)

const test: TestCore = await openTestCore()
const buyer = await test.person(1, { USD: 1_000_00n, EUR: 1_000_00n })
const seller = await test.person()
let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await openPipeline(test.database.connectionConfig())
})
afterAll(async () => {
  await pipeline.close()
  await test.close()
})

/** The plans of all that a command reads and writes, by the name of the statement. */
async function plansOf(command: Command): Promise<Map<string, string>> {
  const ws = new WorkingSet(await test.core.now())
  const idempotency = { id: newUuid(), fingerprint: newUuid() }
  storedAnswers.want(ws, idempotency.id)
  for (const need of command.needs) need(ws)
  const loads = PARTICIPANTS.flatMap((participant) => participant.load?.(ws) ?? [])
  const [, ...outcomes] = await pipeline.run([BEGIN, ...loads.map(({ call }) => call)])
  loads.forEach((load, index) => load.absorb(outcomes[index]?.rows ?? []))
  expect(answer(ws, { command, idempotency })).toMatchObject({ replayed: false })
  const writes = PARTICIPANTS.flatMap((participant) => participant.write?.(ws) ?? [])
  const last = PARTICIPANTS.flatMap((participant) => participant.writeLast?.(ws) ?? [])
  const calls = [...loads.map(({ call }) => call), ...writes, ...writeBooks(ws.books), ...last]
  const explained = await pipeline.run(calls.map(explain))
  await pipeline.run([{ statement: { name: 'rollback', sql: 'ROLLBACK' }, values: [] }])
  return new Map(
    calls.map(({ statement }, index) => [
      statement.name,
      explained[index]?.rows.map(([line]) => line).join('\n') ?? '',
    ]),
  )
}

function explain({ statement, values }: Call): Call {
  const { name, sql } = statement
  return { statement: { name: `explain.${name}`, sql: `EXPLAIN ${sql}` }, values }
}

/** Other people's rows, so that the planner has a choice. */
async function fill(): Promise<void> {
  const { pool } = test.database
  await pool.query(
    `INSERT INTO app.account SELECT gen_random_uuid(), marketplace_id, name, NULL, NULL, 0, false, now()
     FROM app.account, generate_series(1, 3000) LIMIT 3000`,
  )
  await pool.query(
    `INSERT INTO ledger.account SELECT gen_random_uuid(), 'wallet', 'USD', 0, 0, now()
     FROM generate_series(1, 5000)`,
  )
  await pool.query(
    `INSERT INTO app.payment
     SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
     FROM app.payment AS p, generate_series(1, 3000) LIMIT 3000`,
  )
  await pool.query(
    `INSERT INTO ledger.transfer
     SELECT gen_random_uuid(), set_id, from_id, to_id, amount, currency, code, NULL, NULL, now(), now()
     FROM (SELECT * FROM ledger.transfer LIMIT 1) AS t, generate_series(1, 3000)`,
  )
  await pool.query('ANALYZE')
}

describe.each(['empty', 'filled'])('with %s tables', (state) => {
  beforeAll(async () => {
    if (state === 'filled') await fill()
  })

  const cases: readonly (readonly [string, () => Promise<Command>, readonly string[]])[] = [
    [
      'paying',
      async () => {
        const id = await test.payment({ buyer, seller }, { amount: amountOf(1_00n) })
        return commands.pay(buyer.caller, id, {})
      },
      [
        'idempotency.find',
        'payments.lock',
        'disputes.load',
        'accounts.lock',
        'limits.usage',
        'wallets.lock',
        'payments.update',
        'timers.set',
        'events.insert',
        'idempotency.insert',
        'ledger.insert_transfers',
        'ledger.change_accounts',
        'ledger.credit_accounts',
      ],
    ],
    [
      'confirming',
      async () => {
        const id = await test.paid({ buyer, seller }, { amount: amountOf(1_00n) })
        return commands.confirm(buyer.caller, id)
      },
      ['payments.lock', 'payments.update', 'ledger.change_accounts', 'ledger.credit_accounts'],
    ],
    [
      'creating',
      () =>
        Promise.resolve(
          commands.createPayment(test.marketplace, {
            amount: amountOf(1_00n),
            buyer: buyer.text,
            seller: seller.text,
            reference: 'one of a kind',
          }),
        ),
      ['accounts.read', 'references.payment', 'payments.insert'],
    ],
  ]
  it.each(cases)('%s uses indexes only', async (_name, make, expected) => {
    const plans = await plansOf(await make())
    for (const name of expected) {
      const plan = plans.get(name) ?? 'no such statement'
      expect(plan, name).not.toMatch(WHOLE_TABLE)
      expect(plan, name).not.toMatch(/Hash Join|Merge Join/)
    }
    expect([...plans.keys()]).toEqual(expect.arrayContaining([...expected]))
    expect(plans.get('payments.lock') ?? 'Index Scan').toMatch(/Index (Only )?Scan/)
    expect(plans.get('ledger.change_accounts') ?? 'Index Scan').toMatch(/Index (Only )?Scan/)
  })
})
