import { type Command, commands } from '@danbao/core'
import { uuidOf } from '@danbao/core/testing'
import { currency, encodeId, newUuid } from '@danbao/kernel'
import type { PayoutStep, PayoutTurn } from './draft.ts'
import { proceeds } from './model/money.ts'
import type { Verdict } from './model/payments.ts'
import {
  judgeAsk,
  judgeDrop,
  judgePaid,
  judgeReturned,
  judgeStep,
  payable,
} from './model/payouts.ts'
import { type FundingStage, type Played, textAt } from './play-funding.ts'

/** The ids that the numbers of the script have got. */
export interface PayoutWorld {
  readonly people: ReadonlyMap<number, string>
  readonly payouts: Map<number, string>
}

interface Prepared {
  command(): Command
  judge(id: string): Verdict
  remember?(id: string): void
}

/** Sent once, or twice at the same time to two engines: banks and staff repeat themselves. */
export async function playPayout(
  stage: FundingStage,
  world: PayoutWorld,
  { step, sent }: PayoutTurn,
): Promise<Played> {
  const made = prepare(stage, world, step)
  const another = stage.cores.at(-1) ?? stage.cores[0]
  const isRepeated = sent === 'twice' && (step.what === 'pay' || step.what === 'return')
  const [answer] = await Promise.all(
    (isRepeated ? [stage.cores[0], another] : [stage.cores[0]]).map((core) =>
      core.execute({ command: made.command() }),
    ),
  )
  const body: unknown = JSON.parse(answer?.body ?? '{}')
  const code = (answer?.status ?? 500) < 300 ? 'ok' : textAt(body, 'code')
  const id = code === 'ok' ? uuidOf(textAt(body, 'id')) : ''
  const verdict = made.judge(id)
  if (code === 'ok' && typeof verdict !== 'string') {
    verdict()
    made.remember?.(id)
  }
  const expected = typeof verdict === 'string' ? verdict : 'ok'
  return { name: `payout ${step.what}`, code, expected }
}

function prepare(stage: FundingStage, world: PayoutWorld, step: PayoutStep): Prepared {
  const { facts } = stage
  if (step.what === 'ask') return prepareAsk(stage, world, step)
  const id = world.payouts.get(step.payout) ?? newUuid()
  const payout = facts.payouts.get(id)
  switch (step.what) {
    case 'drop': {
      const someone = world.people.get(step.person)
      // Now and then somebody else, who is told that there is none.
      const personId =
        (step.person % 4 === 0 || payout === undefined ? someone : payout.person) ?? newUuid()
      return {
        command: () => commands.cancelPayout({ kind: 'person', personId }, id),
        judge: () => judgeDrop(facts, personId, payout),
      }
    }
    case 'pay': {
      const key = `paid ${id} ${step.booking}`
      return {
        command: () => commands.recordPaidPayout(id, key),
        judge: () => judgePaid(facts, payout, key),
      }
    }
    case 'return': {
      const key = `back ${id} ${step.booking}`
      return {
        command: () => commands.recordReturnedPayout(id, { key, reason: 'AC04' }),
        judge: () => judgeReturned(facts, payout, key),
      }
    }
    default:
      return {
        command: () => commandOf(step.what, id, payout?.currency ?? 'USD'),
        judge: () => judgeStep(facts, payout, step.what),
      }
  }
}

function commandOf(
  what: 'release' | 'refuse' | 'reject' | 'send',
  id: string,
  of: string,
): Command {
  if (what === 'release') return commands.releasePayout(id)
  if (what === 'refuse') return commands.refusePayout(id, 'No.')
  if (what === 'reject') return commands.recordRejectedPayout(id, null)
  return commands.sendPayouts({ id: newUuid(), currency: currency(of), payouts: [id] })
}

function prepareAsk(
  { facts, now }: FundingStage,
  world: PayoutWorld,
  { payout, person: number, currency: code, percent, own }: Extract<PayoutStep, { what: 'ask' }>,
): Prepared {
  const person = world.people.get(number) ?? newUuid()
  const part = (payable(facts, proceeds(person, code), now) * BigInt(percent)) / 100n
  const amount = part > 0n ? part : 12_00n
  const asked = {
    account: encodeId('acc', person),
    amount: { value: amount.toString(), currency: code },
    bank_account: { holder: own ? 'BODY SOME' : 'Max Beispiel', iban: 'NL91ABNA0417164300' },
  }
  return {
    command: () => commands.requestPayout({ kind: 'person', personId: person }, asked),
    judge: (id) => judgeAsk(facts, { person, currency: code, amount, own }, { at: now, id }),
    remember: (id) => world.payouts.set(payout, id),
  }
}
