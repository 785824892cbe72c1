import { invariant } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { saveProvider } from './store.ts'

/** In a sandbox the demo marketplace is a provider from the start; its address may change. */
export async function ensureSandboxProvider(
  deps: PeopleDeps,
  market: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string },
): Promise<void> {
  invariant(deps.mode === 'sandbox', 'a live database has no seeded marketplace')
  const provider = { id: 'sample-market', name: 'Sample Market', ...market }
  await saveProvider(deps.pool, deps.vault, { provider, now: await deps.now() })
}
