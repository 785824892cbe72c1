import { systemClock } from '@danbao/kernel'
import { expect, it } from 'vitest'
import { openTestCore } from '../testing.ts'
import { createDispatcher } from './dispatcher.ts'
import * as webhooks from './index.ts'
it('measures', async () => {
  const test = await openTestCore()
  const { pool } = test.database
  const now = await test.core.now()
  const made = await webhooks.createWebhookEndpoint(pool, test.marketplace, { url: 'http://127.0.0.1:1/', now })
  await pool.query(`WITH e AS (INSERT INTO app.event (id, marketplace_id, type, subject_id, body, occurred_at)
    SELECT gen_random_uuid(), $1, 'account.created', gen_random_uuid(), '{}', $2 FROM generate_series(1, 50000) RETURNING id)
    INSERT INTO app.webhook_delivery (endpoint_id, event_id, state, attempts, next_attempt_at)
    SELECT endpoint.id, e.id, 'pending', 0, $2 FROM e, app.webhook_endpoint AS endpoint`, [test.marketplace.marketplaceId, new Date(now).toISOString()])
  if (process.env['AN']) await pool.query('ANALYZE')
  let sent = 0
  const d = createDispatcher({ pool, mode: 'sandbox', now: () => test.core.now(), clock: systemClock(),
    perEndpoint: Number(process.env['PER'] ?? 4), send: () => (sent++, Promise.resolve({ status: 204, retryAfter: undefined, text: '' })) })
  const t = performance.now(); d.start(); await new Promise((r) => setTimeout(r, 4000)); await d.stop()
  console.log('PER', process.env['PER'], 'sent/s', Math.round(sent / (performance.now() - t) * 1000))
  const { CLAIM } = await import('./delivery-store.ts') as any
  if (CLAIM) console.log((await pool.query('EXPLAIN (ANALYZE, BUFFERS, COSTS) ' + CLAIM.replaceAll('$1', `'${new Date(now).toISOString()}'`).replaceAll('$2', '16').replaceAll('$3','4'))).rows.map((r) => r['QUERY PLAN']).join('\n'))
  expect(made.ok).toBe(true)
  await test.close()
})
