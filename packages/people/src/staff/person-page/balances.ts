import { type Amount, type BalancesView, balancesView } from '@danbao/contracts'
import type { Instant, Uuid } from '@danbao/kernel'
import { queries } from '@danbao/core'
import type { PeopleDeps } from '../../base/deps.ts'

/** What a person has in each currency; nothing before the account is opened. */
export async function readBalances(
  { pool }: Pick<PeopleDeps, 'pool'>,
  id: Uuid,
  now: Instant,
): Promise<BalancesView['balances']> {
  const found = await queries.getBalances(pool, { kind: 'operator' }, { id, now })
  return found.ok ? balancesView.parse(JSON.parse(found.value)).balances : []
}

/** What is the person's own, in the wallet and in escrow, where it is not nothing. */
export function stakesOf(balances: BalancesView['balances']): Amount[] {
  return balances
    .map(({ currency, available, held }) => ({
      value: (BigInt(available.value) + BigInt(held.value)).toString(),
      currency,
    }))
    .filter(({ value }) => value !== '0')
}
