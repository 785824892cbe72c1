import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAuthenticator, createKey } from '@danbao/core'
import { hasCode, type Pool } from '@danbao/database'
import { type Clock, encodeId } from '@danbao/kernel'
import { ensureSandboxMerchant, findSeeded, type PeopleDeps } from '@danbao/people'

/** The marketplace that a sandbox's shop speaks for. */
export const DEMO_MARKETPLACE = 'Sample Market'

/** What the demo shop is started with: no more than any shop would have. */
export interface DemoMarket {
  readonly apiKey: string
  /** People with a login of their own who sell there. */
  readonly sellers: readonly { readonly account: string; readonly email: string }[]
  /** Where it keeps what is its own. */
  readonly dataFolder: string
}

export async function openDemoMarket(
  deps: PeopleDeps,
  { dataFolder, clock }: { readonly dataFolder: string; readonly clock: Clock },
): Promise<DemoMarket> {
  const folder = join(dataFolder, 'market')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const seller = await findSeeded(deps, 'seller')
  const apiKey = await keptKey(deps.pool, join(dataFolder, 'market.key'), clock)
  await ensureSandboxMerchant(deps, DEMO_MARKETPLACE)
  return {
    apiKey,
    sellers:
      seller === undefined ? [] : [{ account: encodeId('acc', seller.id), email: seller.email }],
    dataFolder: folder,
  }
}

/** Keys are shown once, so the shop's is kept beside the data, and replaced if it is no good. */
async function keptKey(pool: Pool, path: string, clock: Clock): Promise<string> {
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  })
  if ((await createAuthenticator(pool)(kept.trim())) !== undefined) return kept.trim()
  const { key } = await createKey(pool, { marketplaceName: DEMO_MARKETPLACE, clock })
  await writeFile(path, key, { mode: 0o600 })
  // The mode is that of a new file only.
  await chmod(path, 0o600)
  return key
}
