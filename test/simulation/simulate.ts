import type { Answer, Core } from '@danbao/core'
import { openTestCore, type TestCore } from '@danbao/core/testing'
import { type Instant, milliseconds, newUuid } from '@danbao/kernel'
import type { Call, When } from './call.ts'
import { findBrokenRules, findDifferences } from './compare.ts'
import type { Burst, Draft, FundingTurn, PayoutTurn, Repeat, Turn } from './draft.ts'
import { createModel, type Made, type Model } from './model/model.ts'
import { SPREAD_BPS } from './model/money.ts'
import { playFunding, type Played } from './play-funding.ts'
import { playPayout } from './play-payouts.ts'
import { writeScript } from './script.ts'
import { withCard } from './with-card.ts'
import { createWorld, readMade, remember, resolve, toCommand, type World } from './world.ts'

export interface SimulationOptions {
  readonly seed: number
  /** Ends after so many turns, or so many minutes, whichever comes first. */
  readonly steps?: number
  readonly minutes?: number
  /** Two engines on one database stand for two server processes. */
  readonly engines?: 1 | 2
  readonly onProgress?: (step: number, outcomes: ReadonlyMap<string, number>) => void
}

export interface SimulationResult {
  readonly seed: number
  readonly steps: number
  /** How often each verb had each outcome, e.g. `pay ok` or `ship wrong_state`. */
  readonly outcomes: ReadonlyMap<string, number>
}

/** The core and the model disagree, or a rule was broken; the message says how to see it again. */
export class SimulationFailure extends Error {}

const COMPARE_EVERY = 40

/**
 * Runs commands by many actors over a real database and holds each outcome, each state and each
 * balance against the model. Throws SimulationFailure at the first difference.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { seed, steps = Infinity, minutes = Infinity, engines = 1 } = options
  const test = await openTestCore()
  const outcomes = new Map<string, number>()
  let step = 0
  try {
    const stage = await setStage(test, engines, outcomes)
    const endsAt = performance.now() + minutes * 60_000
    for (const turn of writeScript(seed)) {
      if (step >= steps || performance.now() > endsAt) break
      step += 1
      await play(stage, turn)
      if (turn.kind === 'burst' || step % COMPARE_EVERY === 0) await compare(stage)
      if (step % (COMPARE_EVERY * 5) === 0) {
        await checkRules(stage)
        options.onProgress?.(step, outcomes)
      }
    }
    await compare(stage)
    await checkRules(stage)
  } catch (error) {
    const replay = `npm run simulate -- --seed ${seed} --engines ${engines} --steps ${step}`
    const reason = error instanceof Difference ? error.message : String(error)
    throw new SimulationFailure(`Seed ${seed}, step ${step}: ${reason}\nAgain: ${replay}`, {
      cause: error,
    })
  } finally {
    await test.close()
  }
  return { seed, steps: step, outcomes }
}

class Difference extends Error {}

interface Stage {
  readonly test: TestCore
  readonly cores: readonly [Core, ...Core[]]
  readonly world: World
  readonly model: Model
  readonly outcomes: Map<string, number>
  now: Instant
}

async function setStage(
  test: TestCore,
  engines: 1 | 2,
  outcomes: Map<string, number>,
): Promise<Stage> {
  const other = await test.addMarketplace('Second')
  await test.database.pool.query('UPDATE app.setting SET spread_bps = $1', [SPREAD_BPS])
  return {
    test,
    cores: engines === 1 ? [test.core] : [test.core, test.anotherCore()],
    world: createWorld([test.marketplace.marketplaceId, other.marketplaceId]),
    model: createModel(),
    outcomes,
    now: await test.core.now(),
  }
}

async function play(stage: Stage, turn: Turn): Promise<void> {
  if (turn.kind === 'call') return playCall(stage, turn.draft, turn.repeat)
  if (turn.kind === 'burst') return playBurst(stage, turn)
  if (turn.kind === 'funding' || turn.kind === 'payout') return moveOutside(stage, turn)
  stage.now = await stage.test.core.advanceClock(milliseconds(turn.ms))
  stage.model.runDue(stage.now)
}

/** Money that comes from outside, or goes there. */
async function moveOutside(stage: Stage, turn: FundingTurn | PayoutTurn): Promise<void> {
  const { model, world, outcomes, cores, now } = stage
  model.runDue(now)
  const { facts } = model
  const played: Promise<Played> =
    turn.kind === 'payout'
      ? playPayout({ facts, cores, now }, world, turn)
      : playFunding({ facts, cores, now }, world, turn)
  const { name, code, expected } = await played
  if (code !== expected) {
    throw new Difference(`"${name}" gave ${code}, the model says ${expected}.\n${show(turn.step)}`)
  }
  outcomes.set(`${name} ${code}`, (outcomes.get(`${name} ${code}`) ?? 0) + 1)
}

interface Sent {
  readonly draft: Draft
  readonly call: Call
  readonly key: { readonly id: string; readonly fingerprint: string }
}

const newKey = (): Sent['key'] => ({ id: newUuid(), fingerprint: newUuid() })

function send(core: Core, { call, key }: Sent): Promise<Answer> {
  return core.execute({ command: toCommand(call), idempotency: key })
}

async function playCall(stage: Stage, draft: Draft, repeat: Repeat): Promise<void> {
  const call = await withCard(stage, draft, resolve(stage.world, draft))
  const sent = { draft, call, key: newKey() }
  const [core] = stage.cores
  const another = stage.cores.at(-1) ?? core
  const answers =
    repeat === 'in_parallel'
      ? await Promise.all([core, another, core, another].map((one) => send(one, sent)))
      : [await send(core, sent)]
  if (repeat === 'afterwards') answers.push(await send(another, sent))
  const [answer] = answers
  if (answer === undefined) throw new Difference('There was no answer.')
  expectOneAnswer(sent, answers)
  if (repeat === 'key_reused') await expectRefusedReuse(another, sent)
  stage.model.runDue(stage.now)
  settle(stage, sent, answer, { at: stage.now, racing: false })
}

function expectOneAnswer({ call }: Sent, answers: readonly Answer[]): void {
  const different = new Set(answers.map(({ status, body }) => `${status} ${body}`))
  const first = answers.filter(({ replayed }) => !replayed)
  if (different.size === 1 && first.length === 1) return
  throw new Difference(
    `One key of "${call.verb}" was carried out ${first.length} times:\n${[...different].join('\n')}`,
  )
}

async function expectRefusedReuse(core: Core, sent: Sent): Promise<void> {
  const reused = { ...sent, key: { ...sent.key, fingerprint: newUuid() } }
  const code = codeOf(await send(core, reused))
  if (code !== 'idempotency_key_reused') throw new Difference(`A reused key gave ${code}.`)
}

function codeOf({ status, body }: Answer): string {
  if (status < 300) return 'ok'
  const problem: unknown = JSON.parse(body)
  const code = typeof problem === 'object' && problem !== null && 'code' in problem && problem.code
  return String(code)
}

/** Lets the model do what the core has done, and sees whether it would have. */
function settle(stage: Stage, { draft, call }: Sent, answer: Answer, { at, racing }: When): void {
  const { world, model, outcomes } = stage
  const code = codeOf(answer)
  const made = code === 'ok' ? readMade(answer.body, call) : { id: '', payments: [] }
  const verdict = model.judge(call, at, { ...made, racing })
  const expected = typeof verdict === 'string' ? verdict : 'ok'
  if (expected !== code) {
    throw new Difference(
      `"${call.verb}" gave ${code}, the model says ${expected}.\n${show(call)}\n${answer.body}`,
    )
  }
  if (typeof verdict !== 'string') verdict()
  if (code === 'ok') remember(world, draft, call, made)
  const name = `${call.card === null ? call.verb : 'payByCard'} ${code}`
  outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part))
}

/**
 * Sends everything at once. What was carried out is put in the order of its events and must be
 * possible in that order; what was refused must be right to refuse at some point between.
 */
async function playBurst(stage: Stage, { drafts, ms, doubled }: Burst): Promise<void> {
  const { test, cores, model } = stage
  const after = await lastEventOf(test)
  const before = stage.now
  const sent = drafts.map((draft) => ({ draft, call: resolve(stage.world, draft), key: newKey() }))
  const answers = sent.flatMap((one, index) => {
    const core = cores[index % cores.length] ?? cores[0]
    const duplicate = doubled && index % 3 === 0 ? [send(cores.at(-1) ?? core, one)] : []
    return [Promise.all([send(core, one), ...duplicate])]
  })
  const moved = ms === 0 ? before : await cores[0].advanceClock(milliseconds(ms))
  const given = await Promise.all(answers)
  if (ms !== 0) await cores[0].runTimers()
  stage.now = moved
  const all = sent.map((one, index) => {
    const ofKey = given[index] ?? []
    expectOneAnswer(one, ofKey)
    const [answer] = ofKey
    if (answer === undefined) throw new Difference('There was no answer.')
    return { sent: one, answer }
  })
  const refused = all.filter(({ answer }) => codeOf(answer) !== 'ok')
  const open = new Set(refused)
  const explain = (at: number): void => {
    for (const one of open) {
      if (model.judge(one.sent.call, at, NOTHING_MADE) === codeOf(one.answer)) open.delete(one)
    }
  }
  explain(before)
  for (const { sent: one, answer, at } of await inOrder(test, { after, before }, all)) {
    model.runDue(at)
    explain(at)
    settle(stage, one, answer, { at, racing: true })
    explain(at)
  }
  model.runDue(moved)
  explain(moved)
  count(stage, refused)
  const [unexplained] = open
  if (unexplained !== undefined) {
    const { call } = unexplained.sent
    throw new Difference(
      `"${call.verb}" in a race was refused and never should be:\n${show(call)}\n${unexplained.answer.body}`,
    )
  }
}

const NOTHING_MADE: Made = { id: '', payments: [] }

function count({ outcomes }: Stage, refused: readonly Outcome[]): void {
  for (const { sent, answer } of refused) {
    const name = `${sent.call.verb} ${codeOf(answer)}`
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
  }
}

interface Outcome {
  readonly sent: Sent
  readonly answer: Answer
}

async function lastEventOf({ database }: TestCore): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT id FROM app.event ORDER BY id DESC LIMIT 1',
  )
  return rows[0]?.id ?? '00000000-0000-0000-0000-000000000000'
}

/**
 * What was carried out, in the order of its events. Ids of events are made under the locks of
 * what they are about, and those of one process sort as they were made.
 */
async function inOrder(
  { database }: TestCore,
  { after, before }: { readonly after: string; readonly before: number },
  all: readonly Outcome[],
): Promise<(Outcome & { readonly at: number })[]> {
  const { rows } = await database.pool.query<{ body: string; at: string }>(
    `SELECT body, (extract(epoch FROM occurred_at) * 1000)::bigint AS at FROM app.event
     WHERE id > $1 ORDER BY id`,
    [after],
  )
  const done = all.filter(
    ({ answer, sent }) => codeOf(answer) === 'ok' && sent.call.verb !== 'quote',
  )
  const quotes = all.filter(
    ({ answer, sent }) => codeOf(answer) === 'ok' && sent.call.verb === 'quote',
  )
  const found = rows.flatMap(({ body, at }) => {
    const index = done.findIndex(({ answer }) => body.endsWith(`,"data":${answer.body}}`))
    const one = done[index]
    if (one === undefined) return []
    done.splice(index, 1)
    return [{ ...one, at: Number(at) }]
  })
  const [silent] = done
  if (silent !== undefined) {
    throw new Difference(
      `"${silent.sent.call.verb}" was answered and has no event:\n${silent.answer.body}`,
    )
  }
  // A quote moves nothing: it is asked for while the payment waits, so before all else. The clock
  // stands still in such a race.
  return [...quotes.map((quote) => ({ ...quote, at: before })), ...found]
}

async function compare({ test, model }: Stage): Promise<void> {
  const differences = await findDifferences(test, model.facts)
  if (differences.length > 0) {
    throw new Difference(
      `the database and the model differ:\n${differences.slice(0, 20).join('\n')}`,
    )
  }
}

async function checkRules({ test }: Stage): Promise<void> {
  const broken = await findBrokenRules(test)
  if (broken.length > 0)
    throw new Difference(`rules are broken:\n${broken.slice(0, 20).join('\n')}`)
}
