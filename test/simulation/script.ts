import { actor, anybody, drawActor } from './actors.ts'
import type { Verb } from './call.ts'
import {
  type Cast,
  CURRENCIES,
  newCheckout,
  newPayment,
  newPerson,
  type Planned,
  setLevel,
  topUp,
} from './cast.ts'
import { type Draft, type DraftSum, plain, type Repeat, type Turn } from './draft.ts'
import { bringMoney, type FundingCast } from './funding-turns.ts'
import { type PayoutCast, payOut } from './payout-turns.ts'
import { createRandom, type Random } from './random.ts'

/** What a step of a story is: a call about its payment, or letting days pass. */
type Step = Verb | 'payAll' | 'wait' | 'refundAll' | 'payQuoted' | 'payByCard'

const STORIES: readonly (readonly Step[])[] = [
  ['pay', 'approve', 'ship', 'confirm'],
  ['pay', 'approve', 'ship', 'deliver', 'confirm'],
  ['pay', 'approve', 'deliver', 'wait'],
  ['pay', 'approve', 'ship', 'wait', 'extend', 'wait', 'extend', 'confirm'],
  ['pay', 'refuse'],
  ['wait', 'cancel'],
  ['pay', 'wait', 'cancel'],
  ['pay', 'approve', 'refund', 'cancel'],
  ['pay', 'approve', 'refund', 'refund', 'ship', 'refund', 'confirm'],
  ['pay', 'approve', 'refundAll'],
  ['pay', 'approve', 'ship', 'refund', 'refundAll'],
  ['quote', 'payQuoted', 'approve', 'ship', 'confirm'],
  ['quote', 'wait', 'payQuoted', 'cancel'],
  ['payByCard', 'approve', 'ship', 'confirm'],
  ['payByCard', 'payByCard', 'approve', 'refund', 'cancel'],
  ['payByCard', 'pay', 'approve', 'ship', 'refund', 'confirm', 'dispute', 'accept'],
  ['pay', 'approve', 'ship', 'dispute', 'offer', 'accept'],
  ['pay', 'approve', 'ship', 'deliver', 'dispute', 'offer', 'offer', 'refund', 'accept'],
  ['pay', 'approve', 'ship', 'dispute', 'wait', 'wait'],
  ['pay', 'approve', 'ship', 'refund', 'dispute', 'offer', 'wait', 'decide', 'wait'],
  ['pay', 'approve', 'ship', 'dispute', 'offer', 'escalate', 'refund', 'decide', 'wait'],
  ['pay', 'approve', 'ship', 'dispute', 'offer', 'escalate', 'decide', 'appeal', 'decide'],
  ['pay', 'approve', 'ship', 'dispute', 'withdraw', 'wait'],
  ['pay', 'approve', 'ship', 'deliver', 'dispute', 'withdraw', 'dispute', 'confirm'],
  ['pay', 'approve', 'ship', 'dispute', 'refundAll'],
  [
    'pay',
    'approve',
    'ship',
    'dispute',
    'accept',
    'returnShipped',
    'returnDelivered',
    'returnReceived',
  ],
  ['pay', 'approve', 'ship', 'dispute', 'accept', 'returnShipped', 'wait', 'wait', 'wait'],
  ['pay', 'approve', 'ship', 'dispute', 'accept', 'wait', 'wait'],
  ['pay', 'approve', 'ship', 'confirm', 'dispute', 'offer', 'accept', 'dispute', 'accept'],
  ['pay', 'approve', 'ship', 'refund', 'confirm', 'dispute', 'wait', 'decide', 'wait'],
  [
    'pay',
    'approve',
    'ship',
    'confirm',
    'dispute',
    'accept',
    'returnShipped',
    'wait',
    'decide',
    'wait',
  ],
  [
    'pay',
    'approve',
    'confirm',
    'dispute',
    'offer',
    'escalate',
    'decide',
    'appeal',
    'decide',
    'dispute',
  ],
]

/** Sometimes somebody else comes first, and sometimes nobody does. */
const TAKEN_ON: readonly Step[] = ['take', 'take']

interface Story {
  readonly planned: Planned
  /** What is still to come. */
  readonly steps: Step[]
}

const ABOUT_A_PAYMENT: readonly [Verb, ...Verb[]] = [
  ...(['pay', 'approve', 'refuse', 'ship', 'deliver', 'confirm', 'extend', 'cancel'] as const),
  ...(['refund', 'refund', 'dispute', 'offer', 'accept', 'withdraw', 'returnShipped'] as const),
  ...(['returnDelivered', 'returnReceived', 'escalate', 'decide', 'appeal', 'quote'] as const),
]

const HOUR = 3_600_000
const STORIES_AT_ONCE = 6

/**
 * An endless sequence of turns. It depends on the seed alone, never on what came of the turns
 * before: a run can be repeated even when other commands won its races.
 */
export function* writeScript(seed: number): Generator<Turn, never> {
  const random = createRandom(seed)
  const cast: Cast = { people: [], payments: [], checkouts: 0 }
  const funding: FundingCast = { topUps: 0, deposits: 0 }
  const payouts: PayoutCast = { count: 0 }
  for (let count = 0; count < 8; count += 1) yield* introduce(cast, random)
  const stories: Story[] = []
  for (;;) {
    if (random.chance(0.008)) yield* introduce(cast, random)
    if (random.chance(0.012)) yield* spendAtOnce(cast, random)
    if (random.chance(0.04)) yield* bringMoney(cast, funding, random)
    if (random.chance(0.07)) yield* payOut(cast, payouts, random)
    if (random.chance(0.03)) yield { kind: 'advance', ms: drawTime(random) }
    if (random.chance(0.01))
      yield call(setLevel(cast, anybody(cast, random), random.pick([0, 1, 2])))
    if (stories.length < STORIES_AT_ONCE) {
      const open = random.chance(0.08)
      const { planned, draft } =
        open || random.chance(0.12) ? newCheckout(cast, random, open) : newPayment(cast, random)
      const story = STORIES[random.int(STORIES.length)] ?? []
      stories.push({ planned, steps: [...(open ? TAKEN_ON : []), ...story] })
      yield call(draft, drawRepeat(random))
      continue
    }
    const index = random.int(stories.length)
    const story = stories[index]
    const step = story?.steps.shift()
    if (story === undefined || step === undefined) {
      stories.splice(index, 1)
      continue
    }
    yield tell(cast, random, story.planned, step)
    if (random.chance(0.08)) {
      yield call(
        draftFor(cast, random, story.planned, random.pick(ABOUT_A_PAYMENT)),
        drawRepeat(random),
      )
    }
    if (random.chance(0.2)) yield race(cast, random, story)
  }
}

const call = (draft: Draft, repeat: Repeat = 'never'): Turn => ({ kind: 'call', draft, repeat })

function drawRepeat(random: Random): Repeat {
  if (random.chance(0.8)) return 'never'
  return random.pick(['afterwards', 'in_parallel', 'in_parallel', 'key_reused'])
}

function drawTime(random: Random): number {
  const most = random.pick([1, 1, 12, 24, 72, 200])
  return random.chance(0.1) ? 30_000 : random.between(1, most * HOUR)
}

function* introduce(cast: Cast, random: Random): Generator<Turn> {
  yield call(newPerson(cast, random.int(2)), drawRepeat(random))
  const person = cast.people.length - 1
  yield call(setLevel(cast, person, random.pick([0, 0, 1, 2, 2])))
  for (const currency of CURRENCIES) {
    if (random.chance(0.1)) continue
    const value = BigInt(random.between(1, random.pick([5_000, 5_000_000, 20_000_000, 20_000_000])))
    yield call(topUp(cast, person, { value, currency }), drawRepeat(random))
  }
}

/** Several payments of one buyer, all paid at the same moment: one wallet, one limit. */
function* spendAtOnce(cast: Cast, random: Random): Generator<Turn> {
  const buyer = anybody(cast, random)
  const pays: Draft[] = []
  for (let count = random.between(3, 8); count > 0; count -= 1) {
    const { planned, draft } = newPayment(cast, random, buyer)
    yield call(draft)
    pays.push({ ...draftFor(cast, random, planned, 'pay'), by: actor(planned, buyer) })
  }
  yield { kind: 'burst', drafts: pays, ms: 0, doubled: random.chance(0.3) }
}

/** Many requests about one payment, in flight together; sometimes the clock moves meanwhile. */
function race(cast: Cast, random: Random, { planned, steps }: Story): Turn {
  const next = steps.filter((step) => isVerb(step)).slice(0, 2)
  const moves = random.chance(0.3)
  const drafts: Draft[] = []
  for (let count = random.between(3, 16); count > 0; count -= 1) {
    const likely = random.chance(0.4) ? next[random.int(2)] : undefined
    const verb = likely ?? random.pick(ABOUT_A_PAYMENT)
    if (moves && (verb === 'pay' || verb === 'quote')) continue
    drafts.push(draftFor(cast, random, planned, verb))
  }
  const ms = moves ? random.between(1, random.pick([6, 48, 240])) * HOUR : 0
  return { kind: 'burst', drafts, ms, doubled: random.chance(0.3) }
}

function tell(cast: Cast, random: Random, planned: Planned, step: Step): Turn {
  switch (step) {
    case 'wait':
      return { kind: 'advance', ms: random.between(1, random.pick([12, 30, 130])) * HOUR }
    case 'refundAll':
      return call(
        { ...draftFor(cast, random, planned, 'refund'), amount: null },
        drawRepeat(random),
      )
    case 'payQuoted':
      return call({ ...draftFor(cast, random, planned, 'pay'), quoted: true }, drawRepeat(random))
    case 'payByCard': {
      const byCard = random.pick([1, 40, 99, 100, 100, 101])
      return call({ ...draftFor(cast, random, planned, 'pay'), byCard }, drawRepeat(random))
    }
    case 'payAll':
      return call(draftFor(cast, random, planned, 'payCheckout'), drawRepeat(random))
    default:
      return call(draftFor(cast, random, planned, step), drawRepeat(random))
  }
}

function draftFor(cast: Cast, random: Random, planned: Planned, wanted: Verb): Draft {
  const alone = planned.checkout === null || random.chance(0.05)
  const verb = wanted === 'pay' && !alone ? 'payCheckout' : wanted
  const by = drawActor(cast, random, planned, verb)
  return {
    ...plain,
    verb,
    by,
    on: subjectOf(planned, verb, alone),
    amount: amountFor(random, planned, verb),
    withReturn: verb === 'offer' || verb === 'dispute' ? random.chance(0.3) : false,
    from: random.pick([...CURRENCIES, 'RUB']),
  }
}

function subjectOf(planned: Planned, verb: Verb, alone: boolean): Draft['on'] {
  const together = verb === 'take' || verb === 'payCheckout' || (verb === 'quote' && !alone)
  if (together) return { kind: 'checkout', number: planned.checkout ?? 0 }
  return { kind: ON_DISPUTES.has(verb) ? 'dispute' : 'payment', number: planned.number }
}

const isVerb = (step: Step): step is Verb => ABOUT_A_PAYMENT.some((verb) => verb === step)

const ON_DISPUTES: ReadonlySet<Verb> = new Set<Verb>([
  ...([
    'offer',
    'accept',
    'withdraw',
    'returnShipped',
    'returnDelivered',
    'returnReceived',
  ] as const),
  ...(['escalate', 'decide', 'appeal'] as const),
])

function amountFor(random: Random, { amount }: Planned, verb: Verb): DraftSum | null {
  const needsOne = verb === 'offer' || verb === 'decide'
  if (!needsOne && verb !== 'refund' && verb !== 'dispute') return null
  if (!needsOne && random.chance(0.25)) return null
  const percent = BigInt(random.pick([0, 1, 7, 10, 20, 33, 50, 100]))
  const value = (amount.value * percent) / 100n
  const currency = random.chance(0.03) ? 'CHF' : amount.currency
  return { value: needsOne || value > 0n ? value : 1n, currency }
}
