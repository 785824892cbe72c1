import { createKey, listKeys, type Mode } from '@danbao/core'
import type { Pool } from '@danbao/database'
import type { Clock } from '@danbao/kernel'
import { DEMO_MARKETPLACE } from '../demo-market.ts'
import type { World } from '../world.ts'

/** Whom the first key of a new sandbox belongs to: buyers read it on the checkout. */
const FIRST_MARKETPLACE = 'Sandbox'

export interface Greeting {
  readonly url: string
  readonly mode: Mode
  readonly pool: Pool
  readonly clock: Clock
  readonly world: World | undefined
  /** Which messages have no way out. */
  readonly unsent: readonly string[]
}

/** What somebody who has just started it wants to know. */
export async function greet({ url, mode, pool, clock, world, unsent }: Greeting): Promise<void> {
  console.log(`Danbao (${mode}) is ready.\n`)
  if (world !== undefined) console.log(`  Shop       ${world.market.url}`)
  console.log(`  Wallet     ${url}/wallet`)
  console.log(`  Console    ${url}/console`)
  if (world !== undefined) console.log(`  Mailbox    ${world.sandbox.url}`)
  console.log(`  API        ${url}/v1`)
  console.log(`  Reference  ${url}/docs   OpenAPI ${url}/v1/openapi.json`)
  console.log(`  Health     ${url}/readyz   Metrics ${url}/metrics\n`)
  for (const sentence of unsent) console.log(`  ${sentence}\n`)
  const keys = await listKeys(pool)
  const isFirst = keys.every(({ marketplace }) => marketplace === DEMO_MARKETPLACE)
  const first = mode === 'sandbox' && isFirst
  if (first) {
    const { key } = await createKey(pool, { marketplaceName: FIRST_MARKETPLACE, clock })
    console.log(`  Sandbox key (shown this once): ${key}\n`)
  } else {
    console.log('  Keys: npx danbao keys create --marketplace NAME\n')
  }
  console.log('Ctrl-C stops it.')
}
