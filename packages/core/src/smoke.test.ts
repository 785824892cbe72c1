import { newUuid, instant, systemClock, decodeId, days } from '@danbao/kernel'
import { createTestDatabase } from '@danbao/database/testing'
import { expect, it } from 'vitest'
import { commands, createCore, MIGRATIONS, setUpDatabase } from './index.ts'
import type { MarketplaceCaller } from './index.ts'

it('runs a lifecycle', async () => {
  const database = await createTestDatabase(MIGRATIONS)
  const clock = systemClock()
  await setUpDatabase(database.pool, { mode: 'sandbox', clock })
  const core = createCore({ database, clock, onTimerFailure: (id, e) => console.log(id, e) })
  const marketplaceId = newUuid()
  await database.pool.query('INSERT INTO app.marketplace VALUES ($1, $2, now())', [marketplaceId, 'm'])
  const caller: MarketplaceCaller = { kind: 'marketplace', marketplaceId, actingAs: null }
  const run = async (command: Parameters<typeof core.execute>[0]['command']) => {
    const a = await core.execute({ command, idempotency: { id: newUuid(), fingerprint: newUuid() } })
    console.log(a.status, a.body.slice(0, 300))
    return JSON.parse(a.body)
  }
  const buyer = await run(commands.createAccount(caller, { name: 'B' }))
  const seller = await run(commands.createAccount(caller, { name: 'S', reference: 's"1' }))
  await run(commands.createAccount(caller, { name: 'S', reference: 's"1' }))
  const uuid = (t: string) => { const d = decodeId(t.slice(0,3) as 'acc', t); if (!d.ok) throw 1; return d.value }
  const asBuyer = { ...caller, actingAs: uuid(buyer.id) }
  await run(commands.updateAccount(caller, uuid(buyer.id), { level: 1 }))
  await run(commands.topUp(caller, { account: buyer.id, amount: { value: '20000', currency: 'EUR' } }))
  const p = await run(commands.createPayment(caller, { amount: { value: '10000', currency: 'EUR' }, buyer: buyer.id, seller: seller.id, commission: { basis_points: 500 }, coupon: { value: '1000', currency: 'EUR' } }))
  await run(commands.pay(asBuyer, uuid(p.id), {}))
  await run(commands.ship(caller, uuid(p.id), {}))
  await run(commands.refund(caller, uuid(p.id), { amount: { value: '3333', currency: 'EUR' } }))
  const d = await run(commands.openDispute(asBuyer, uuid(p.id), { reason: 'damaged' }))
  await run(commands.makeOffer(caller, uuid(d.id), { amount: { value: '2000', currency: 'EUR' } }))
  await run(commands.acceptOffer(asBuyer, uuid(d.id)))
  const c = await run(commands.openDispute(asBuyer, uuid(p.id), { reason: 'damaged' }))
  await core.advanceClock(days(6))
  await run(commands.decide({ kind: 'operator' }, uuid(c.id), { amount: { value: '1000', currency: 'EUR' }, reason: 'r' }))
  await core.advanceClock(days(6))
  await run(commands.confirm(asBuyer, uuid(p.id)))
  console.log((await database.pool.query('select code, currency, balance, floor from ledger.account')).rows)
  console.log((await database.pool.query('select * from app.timer')).rows)
  console.log((await database.pool.query('select type from app.event order by transaction_id, id')).rows.map(r => r.type).join(' '))
  await core.close()
  await database.close()
})
