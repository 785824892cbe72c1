import { commands } from '@danbao/core'
import { formatInstant, type Uuid } from '@danbao/kernel'
import { inTransaction, type PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { walletUrl } from '../base/deps.ts'
import { readPerson } from '../base/person.ts'
import { queueMail, tellAmount } from '../messages/index.ts'
import { carryOut } from '../payments/index.ts'
import { closeCases } from './cases.ts'
import { PAYMENT_REFUSED } from './mails.ts'
import { type Checked, type Decision, endDecision, readChecked } from './store.ts'

const OPERATOR = { kind: 'operator' } as const

/**
 * Has the money core do what was decided, once for each payment however often it is called; then
 * the decision ends, with the mail to the buyer. What a party or the clock ended before stays so.
 */
export async function carryOutDecision(deps: PeopleDeps, decision: Decision): Promise<void> {
  const { id, leaderId } = decision
  const done: Checked[] = []
  for (const one of await readChecked(deps.pool, leaderId)) {
    if (await carryOutOne(deps, decision, one.paymentId)) done.push(one)
  }
  await inTransaction(deps.pool, async (client) => {
    const now = await deps.now()
    const state = done.length > 0 ? 'done' : 'overtaken'
    const ended = await endDecision(client, id, { state, now })
    if (ended && decision.decision === 'refuse') await tellRefused(client, deps, { decision, done })
    await closeCases(client, now, leaderId)
  })
}

/** An identity that was asked for is proved when this is called for it. */
async function carryOutOne(
  deps: PeopleDeps,
  { id, decision, reason }: Decision,
  paymentId: Uuid,
): Promise<boolean> {
  const command =
    decision === 'refuse'
      ? commands.refusePayment(OPERATOR, paymentId, { reason })
      : commands.approve(OPERATOR, paymentId)
  const change = { command, key: paymentId, what: [decision, paymentId] }
  return (await carryOut(deps, `payment decision ${id}`, change)).ok
}

interface Refused {
  readonly decision: Decision
  readonly done: readonly Checked[]
}

/** To whom the money went back, and why. Who has no wallet is told by the marketplace. */
async function tellRefused(
  client: PoolClient,
  deps: PeopleDeps,
  { decision, done }: Refused,
): Promise<void> {
  const [first] = done
  const person = first && (await readPerson(client, first.buyerId))
  if (first === undefined || person === undefined) return
  const { email: to, language } = person
  const back = done.reduce((sum, { amount, coupon }) => sum + amount - coupon, 0n)
  const now = await deps.now()
  const values = {
    amount: tellAmount(first.currency, back, language),
    reason: decision.reason,
    at: formatInstant(now),
    link: walletUrl(deps, ''),
  }
  await queueMail(client, deps, { to, language, mail: PAYMENT_REFUSED, values, now })
}
