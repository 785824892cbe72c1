import { type Command, commands, type Core } from '@danbao/core'
import { uuidOf } from '@danbao/core/testing'
import { currency, encodeId, type Instant, newUuid } from '@danbao/kernel'
import type { FundingStep, FundingTurn } from './draft.ts'
import { arrive, goBack, judgeAnnounce, judgeLetGo, judgeResolve } from './model/funding.ts'
import type { Facts, TopUp } from './model/facts.ts'
import type { Verdict } from './model/payments.ts'

/** The ids that the numbers of the script have got, and what payers name top-ups by. */
export interface FundingWorld {
  readonly people: ReadonlyMap<number, string>
  readonly topUps: Map<number, { readonly id: string; readonly reference: string | null }>
  readonly deposits: Map<number, string>
}

export interface FundingStage {
  readonly facts: Facts
  readonly cores: readonly [Core, ...Core[]]
  readonly now: Instant
}

/** What became of a step: the core's word for it, the model's, and what it then has done. */
export interface Played {
  readonly name: string
  readonly code: string
  readonly expected: string
}

/** Sent once, or twice at the same time to two engines: rails repeat themselves. */
export async function playFunding(
  stage: FundingStage,
  world: FundingWorld,
  { step, sent }: FundingTurn,
): Promise<Played> {
  const made = prepare(stage, world, step)
  const another = stage.cores.at(-1) ?? stage.cores[0]
  const isRepeated = sent === 'twice' && (step.what === 'arrive' || step.what === 'goBack')
  const answers = await Promise.all(
    (isRepeated ? [stage.cores[0], another] : [stage.cores[0]]).map((core) =>
      core.execute({ command: made.command() }),
    ),
  )
  const [answer] = answers
  const body: unknown = JSON.parse(answer?.body ?? '{}')
  const code = (answer?.status ?? 500) < 300 ? 'ok' : textAt(body, 'code')
  const id = code === 'ok' && step.what !== 'resolve' ? uuidOf(textAt(body, 'id')) : ''
  const verdict = made.judge(id)
  const expected = typeof verdict === 'string' ? verdict : 'ok'
  if (code === 'ok' && typeof verdict !== 'string') {
    verdict()
    made.remember(id, body)
  }
  return { name: step.what, code, expected }
}

interface Prepared {
  command(): Command
  judge(id: string): Verdict
  remember(id: string, body: unknown): void
}

const NOTHING = (): void => undefined

function prepare(stage: FundingStage, world: FundingWorld, step: FundingStep): Prepared {
  switch (step.what) {
    case 'announce':
      return prepareAnnounce(stage, world, step)
    case 'letGo':
      return prepareLetGo(stage, world, step)
    case 'arrive':
      return prepareArrival(stage, world, step)
    case 'goBack':
      return prepareReversal(stage, world, step)
    case 'resolve':
      return prepareResolution(stage, world, step)
  }
}

type Of<W extends FundingStep['what']> = Extract<FundingStep, { what: W }>

function prepareAnnounce(
  { facts, now }: FundingStage,
  world: FundingWorld,
  { topUp, person: number, rail, currency: code, amount }: Of<'announce'>,
): Prepared {
  const person = world.people.get(number) ?? newUuid()
  return {
    command: () =>
      commands.startTopUp(
        { kind: 'person', personId: person },
        {
          account: encodeId('acc', person),
          rail,
          amount: { value: amount.toString(), currency: code },
        },
      ),
    judge: (id) => judgeAnnounce(facts, { person, rail, currency: code, amount }, { at: now, id }),
    remember: (id, body) => {
      world.topUps.set(topUp, { id, reference: textAt(body, 'reference') })
    },
  }
}

function prepareLetGo(
  { facts }: FundingStage,
  world: FundingWorld,
  { topUp: number, person: someone }: Of<'letGo'>,
): Prepared {
  const topUp = topUpOf(facts, world, number)
  // Now and then somebody else, who is told that there is none.
  const isOther = topUp === undefined || someone % 4 === 0
  const person = (isOther ? world.people.get(someone) : topUp.person) ?? newUuid()
  const id = topUp?.id ?? newUuid()
  return {
    command: () => commands.cancelTopUp({ kind: 'person', personId: person }, id),
    judge: () => judgeLetGo(person, topUp),
    remember: NOTHING,
  }
}

function prepareArrival(
  { facts }: FundingStage,
  world: FundingWorld,
  step: Of<'arrive'>,
): Prepared {
  const topUp = topUpOf(facts, world, step.topUp)
  const isKnown = step.reference === 'its' && topUp !== undefined
  const reference = isKnown ? (world.topUps.get(step.topUp)?.reference ?? null) : null
  const rail = topUp?.rail ?? 'bank_transfer'
  const own = topUp?.currency ?? 'USD'
  const code = step.otherCurrency ? (own === 'EUR' ? 'USD' : 'EUR') : own
  const part = ((topUp?.amount ?? 5_000n) * BigInt(step.percent)) / 100n
  const amount = part > 0n ? part : 1n
  const { otherPayer } = step
  const key = newUuid()
  return {
    command: () =>
      commands.recordDeposit({
        ...{ rail, key, currency: currency(code), amount, fee: 0n, otherPayer },
        settled: rail === 'bank_transfer',
        reference: reference ?? (step.reference === 'none' ? null : `unknown ${key}`),
        ...{ payer: null, payerAccount: null, note: null, place: null, fileId: null },
      }),
    judge: (id) => () =>
      arrive(
        facts,
        {
          ...{ rail, currency: code, amount, otherPayer },
          topUp: isKnown ? topUp : undefined,
          isNamed: step.reference !== 'none',
        },
        id,
      ),
    remember: (id) => world.deposits.set(step.deposit, id),
  }
}

function prepareReversal(
  { facts }: FundingStage,
  world: FundingWorld,
  { deposit, of }: Of<'goBack'>,
): Prepared {
  const found = of === null ? undefined : facts.deposits.get(world.deposits.get(of) ?? '')
  const arrival = found?.kind === 'arrival' ? found : undefined
  const rail = arrival?.rail ?? 'bank_transfer'
  const code = arrival?.currency ?? 'USD'
  const amount = arrival?.amount ?? 700n
  const key = newUuid()
  return {
    command: () =>
      commands.recordReversal({
        ...{ rail, key, currency: currency(code), amount, reference: null },
        settled: rail === 'bank_transfer',
        reversesId: arrival?.id ?? null,
        ...{ payer: null, payerAccount: null, note: null, place: null, fileId: null },
      }),
    judge: (id) => () => goBack(facts, { rail, currency: code, amount, arrival }, id),
    remember: (id) => world.deposits.set(deposit, id),
  }
}

function prepareResolution(
  { facts }: FundingStage,
  world: FundingWorld,
  step: Of<'resolve'>,
): Prepared {
  const deposit = facts.deposits.get(world.deposits.get(step.deposit) ?? '')
  const { kind } = step
  const someone = world.people.get(step.person) ?? newUuid()
  const isTo = kind === 'assign' || kind === 'collect'
  const person = isTo ? (deposit?.person ?? someone) : null
  const part = ((deposit?.open ?? 0n) * BigInt(step.percent)) / 100n
  const amount = part > 0n ? part : 1n
  const id = newUuid()
  return {
    command: () =>
      commands.resolveDeposit({
        ...{ id, depositId: deposit?.id ?? newUuid(), kind, amount, accountId: person },
      }),
    judge: () => judgeResolve(facts, deposit, { kind, amount, person }),
    remember: NOTHING,
  }
}

function topUpOf(facts: Facts, world: FundingWorld, number: number): TopUp | undefined {
  return facts.topUps.get(world.topUps.get(number)?.id ?? '')
}

/** A member of an answer; empty: it has none. */
export function textAt(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null && Reflect.get(body, name)
  return typeof value === 'string' ? value : ''
}
