import { charges } from '@danbao/core'
import type { TestCore } from '@danbao/core/testing'
import { type Instant, newUuid } from '@danbao/kernel'
import type { Call } from './call.ts'
import type { Draft } from './draft.ts'
import type { Model } from './model/model.ts'

interface Stage {
  readonly test: TestCore
  readonly model: Model
  readonly now: Instant
}

/** Has the bank authorise what a card is to pay of a checkout, where its buyer pays. */
export async function withCard(stage: Stage, { byCard }: Draft, call: Call): Promise<Call> {
  const { model, test, now } = stage
  if (byCard === 0 || call.verb !== 'payCheckout') return call
  model.runDue(now)
  const all = model.facts.checkouts.get(call.target)?.payments ?? []
  const unpaid = all.filter(({ state }) => state === 'requires_payment')
  const [first] = unpaid
  const total = unpaid.reduce((sum, one) => sum + one.amount - one.coupon, 0n)
  const amount = (total * BigInt(byCard)) / 100n
  if (first === undefined || first.buyer !== call.by.as || amount === 0n) return call
  const { pool } = test.database
  const { id: charge } = await charges.startCharge(pool, {
    accountId: first.buyer,
    checkoutId: call.target,
    cardId: newUuid(),
    currency: first.currency,
    amount,
    key: newUuid(),
    agreed: '{}',
    now,
    dueAt: now,
  })
  const step = { from: 'started', to: 'authorised', ref: `pi_${charge}`, dueAt: now } as const
  await charges.stepCharge(pool, charge, step)
  return { ...call, card: { charge, amount, total, payments: unpaid.map(({ id }) => id) } }
}
