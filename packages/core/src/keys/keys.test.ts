import { systemClock } from '@danbao/kernel'
import type { Database } from '@danbao/database'
import { createTestDatabase } from '@danbao/database/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MIGRATIONS, setUpDatabase } from '../set-up.ts'
import { createAuthenticator, createKey, listKeys, revokeKey } from './index.ts'
import { hashKey } from './keys.ts'

const clock = systemClock()
let database: Database

beforeAll(async () => {
  database = await createTestDatabase(MIGRATIONS)
  await setUpDatabase(database.pool, { mode: 'sandbox', clock })
})
afterAll(() => database.close())

it('a key is of the mode of its database and kept as a hash only', async () => {
  const { id, key } = await createKey(database.pool, { marketplaceName: 'Shop', clock })
  expect(key).toMatch(/^sk_sandbox_[\w-]{43}$/)
  const { rows } = await database.pool.query('SELECT * FROM app.api_key WHERE id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain(key.slice(11))
  expect(rows[0].hint).toBe(key.slice(-4))
})

it('keys of one marketplace name speak for one marketplace, a key without for the operator', async () => {
  const first = await createKey(database.pool, { marketplaceName: 'Tea', clock })
  const second = await createKey(database.pool, { marketplaceName: 'Tea', clock })
  const staff = await createKey(database.pool, { clock })
  expect(second.marketplaceId).toBe(first.marketplaceId)
  const authenticate = createAuthenticator(database.pool)
  const marketplace = { kind: 'marketplace', marketplaceId: first.marketplaceId }
  expect(await authenticate(first.key)).toEqual(marketplace)
  expect(await authenticate(second.key)).toEqual(marketplace)
  expect(await authenticate(staff.key)).toEqual({ kind: 'operator' })
  const listed = (await listKeys(database.pool)).slice(-3)
  expect(listed.map((key) => key.marketplace)).toEqual(['Tea', 'Tea', null])
})

it('what is no key of this database speaks for nobody', async () => {
  const { key } = await createKey(database.pool, { clock })
  const authenticate = createAuthenticator(database.pool)
  const wrong = [
    '',
    'sk_sandbox_',
    `${key}x`,
    key.slice(0, -1),
    key.replace('sandbox', 'live'),
    `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
    key.toUpperCase(),
  ]
  for (const text of wrong) expect(await authenticate(text)).toBeUndefined()
})

it('a live key speaks for nobody in a sandbox, also when its hash is there', async () => {
  const { id, key } = await createKey(database.pool, { clock })
  const live = key.replace('sandbox', 'live')
  await database.pool.query('UPDATE app.api_key SET hash = $2 WHERE id = $1', [id, hashKey(live)])
  expect(await createAuthenticator(database.pool)(live)).toBeUndefined()
})

it('a revoked key stops within 5 seconds, and is revoked once', async () => {
  let nowMs = 0
  const authenticate = createAuthenticator(database.pool, { nowMs: () => nowMs })
  const { id, key } = await createKey(database.pool, { clock })
  expect(await authenticate(key)).toEqual({ kind: 'operator' })
  expect(await revokeKey(database.pool, { id, clock })).toBe(true)
  expect(await revokeKey(database.pool, { id, clock })).toBe(false)
  expect(await authenticate(key)).toEqual({ kind: 'operator' })
  nowMs = 4_999
  expect(await authenticate(key)).toBeUndefined()
})

it('a key that was tried before it existed works a second later', async () => {
  let nowMs = 0
  const authenticate = createAuthenticator(database.pool, { nowMs: () => nowMs })
  const { id, key } = await createKey(database.pool, { clock })
  await database.pool.query('UPDATE app.api_key SET revoked_at = now() WHERE id = $1', [id])
  expect(await authenticate(key)).toBeUndefined()
  await database.pool.query('UPDATE app.api_key SET revoked_at = NULL WHERE id = $1', [id])
  nowMs = 999
  expect(await authenticate(key)).toBeUndefined()
  nowMs = 1_000
  expect(await authenticate(key)).toEqual({ kind: 'operator' })
})
