import type { FundingWays as FundingWaysView, WalletTopUp } from '@danbao/contracts/wallet'
import { queries, readPersonMoney } from '@danbao/core'
import { formatInstant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { readDetails } from './details.ts'
import { instructionsFor } from './instructions.ts'
import { takes } from './ways.ts'

/** The person's own top-up with what there is to do; undefined: there is none, or not of theirs. */
export async function showTopUp(
  deps: PeopleDeps,
  personId: Uuid,
  id: Uuid,
): Promise<WalletTopUp | undefined> {
  const topUp = await queries.findTopUp(deps.pool, id)
  if (topUp?.accountId !== personId) return undefined
  const { credits, waiting } = await queries.readTopUpProgress(deps.pool, id)
  const { object: _object, account: _account, ...view } = queries.viewTopUp(topUp)
  return {
    ...view,
    object: 'wallet_top_up',
    credits: credits.map(({ amount, at }) => ({
      amount: { value: amount.toString(), currency: topUp.currency },
      at: formatInstant(at),
    })),
    waiting: waiting.map(({ amount, currency, doubt, at }) => ({
      ...{ amount: { value: amount.toString(), currency }, doubt, at: formatInstant(at) },
    })),
    instructions: instructionsFor(deps, topUp),
    next: readDetails(topUp.details).next ?? null,
  }
}

/** The ways that are connected, each with what comes in by it. */
export async function showWays(deps: PeopleDeps, personId: Uuid): Promise<FundingWaysView> {
  const { pool, ways } = deps
  const now = await deps.now()
  const [bounds, money] = await Promise.all([
    queries.readTopUpBounds(pool, { accountId: personId, now }),
    readPersonMoney(pool, { id: personId, now }),
  ])
  const offered = bounds.filter(({ rail, currency }) => takes(ways, rail, currency))
  const rails = [...new Set(offered.map(({ rail }) => rail))]
  return {
    object: 'funding_ways',
    ways: rails.map((rail) => ({
      rail,
      currencies: offered.filter((one) => one.rail === rail).map(viewBounds),
    })),
    suggested: money.balances[0]?.currency ?? offered[0]?.currency ?? 'USD',
  }
}

function viewBounds({ currency, least, most, leftThisMonth }: queries.TopUpBounds) {
  const amount = (minor: bigint) => ({ value: minor.toString(), currency })
  return {
    currency,
    least: amount(least),
    most: most === null ? null : amount(most),
    left_this_month: leftThisMonth === null ? null : amount(leftThisMonth),
  }
}
