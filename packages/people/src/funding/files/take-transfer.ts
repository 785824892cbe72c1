import type { Rail } from '@danbao/contracts'
import { commands, queries } from '@danbao/core'
import type { Uuid } from '@danbao/kernel'
import { namesAlike, type Settled } from '@danbao/rails'
import type { PeopleDeps } from '../../base/deps.ts'
import { readDetails } from '../details.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

const RAIL: Rail = 'western_union'

/** Credits what an agent has paid out to whoever has told its number; takes back what was taken back. */
export async function takeTransfer(deps: PeopleDeps, row: Settled, fileId: Uuid): Promise<Outcome> {
  const key = keyOf(row, row.status)
  if ((await queries.findDepositBy(deps.pool, { rail: RAIL, key })) !== undefined) return 'known'
  return row.status === 'reversed' ? takeBack(deps, row, fileId) : arrive(deps, row, fileId)
}

function keyOf({ provider, mtcn }: Settled, status: Settled['status']): string {
  return `${provider} ${mtcn} ${status}`
}

async function arrive(deps: PeopleDeps, row: Settled, fileId: Uuid): Promise<Outcome> {
  const reference = row.mtcn
  const topUp = await queries.findTopUpBy(deps.pool, { rail: RAIL, reference })
  const sender = topUp && readDetails(topUp.details).sender
  const answer = await deps.core.execute({
    command: commands.recordDeposit({
      ...told(row, fileId),
      fee: row.fee,
      // What was corrected, somebody has to look at.
      reference: row.status === 'paid' ? reference : null,
      otherPayer: sender !== undefined && !namesAlike(sender, row.sender),
    }),
  })
  return outcomeOf(answer, 'credited')
}

async function takeBack(deps: PeopleDeps, row: Settled, fileId: Uuid): Promise<Outcome> {
  const key = keyOf(row, 'paid')
  const arrival = await queries.findDepositBy(deps.pool, { rail: RAIL, key })
  const answer = await deps.core.execute({
    command: commands.recordReversal({
      ...told(row, fileId),
      reference: row.mtcn,
      reversesId: arrival?.id ?? null,
    }),
  })
  return outcomeOf(answer, 'reversed')
}

function told(row: Settled, fileId: Uuid) {
  const { currency, amount, sender, country, place, status } = row
  return {
    rail: RAIL,
    key: keyOf(row, status),
    currency,
    amount,
    // The agent tells of what it has paid to the operator.
    settled: true,
    payer: sender,
    payerAccount: null,
    note: country === '' ? null : country,
    place,
    fileId,
  } as const
}
