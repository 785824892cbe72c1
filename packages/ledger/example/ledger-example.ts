// A ledger of its own: starts a PostgreSQL in a temporary folder, moves money, prints the books.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currency, formatDecimal, instant, money, newUuid, systemClock } from '@danbao/kernel'
import { migrate, openDatabase, prepareDataFolder, silentLog } from '@danbao/database'
import { accountRef, createLedger, LEDGER_MIGRATIONS } from '@danbao/ledger'

const dataFolder = await prepareDataFolder(await mkdtemp(join(tmpdir(), 'ledger-example-')))
const database = await openDatabase({ dataFolder, database: 'example', log: silentLog })
await migrate(database.pool, [LEDGER_MIGRATIONS])
const ledger = createLedger({
  pool: database.pool,
  connection: () => database.connectionConfig(),
  now: () => systemClock().now(),
})

const usd = currency('USD')
const bank = accountRef({ code: 'bank', currency: usd, floor: null })
const anna = accountRef({ code: 'wallet', currency: usd, floor: 0n })
const shop = accountRef({ code: 'wallet', currency: usd, floor: 0n })
const fees = accountRef({ code: 'fees', currency: usd, floor: null })
const show = (minor: bigint) => `${formatDecimal(money(usd, minor))} USD`
const day = (text: string) => instant(Date.parse(`2026-06-${text}T00:00:00Z`))

/** The id is yours: repeat the request as often as you like, the money moves once. */
const topUp = {
  postings: [{ id: newUuid(), from: bank, to: anna, amount: 100_00n, code: 'top_up' }],
  occurredAt: day('01'),
}
console.log('top-up:', await ledger.transfer(topUp))
console.log('repeated:', await ledger.transfer(topUp))

/** Linked: the shop is paid and the fee is taken, or nothing happens at all. */
const sale = await ledger.transfer({
  postings: [
    { id: newUuid(), from: anna, to: shop, amount: 60_00n, code: 'sale' },
    { id: newUuid(), from: shop, to: fees, amount: 1_50n, code: 'fee' },
  ],
  occurredAt: day('02'),
})
console.log('sale:', sale)

const tooMuch = await ledger.transfer({
  postings: [{ id: newUuid(), from: anna, to: shop, amount: 40_01n, code: 'sale' }],
})
console.log('too much:', tooMuch)

for (const [name, { id }] of Object.entries({ bank, anna, shop, fees })) {
  console.log(`${name}: ${show(await ledger.balance(id))}`)
}
console.log(`anna on 1 June: ${show(await ledger.balance(anna.id, day('01')))}`)

const { lines } = await ledger.statement({ accountId: shop.id, limit: 10 })
for (const { transfer, change, balance } of lines) {
  console.log(`shop: ${transfer.code.padEnd(4)} ${show(change).padStart(10)} = ${show(balance)}`)
}

await ledger.close()
await database.close()
await rm(dataFolder, { recursive: true })
