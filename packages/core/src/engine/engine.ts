import { problemOf, type Refusal } from '@danbao/contracts'
import {
  BatchConflict,
  BEGIN,
  COMMIT,
  createGroupCommit,
  DatabaseError,
  type GroupCommitOptions,
  type Pipeline,
} from '@danbao/database'
import { type Clock, type Result } from '@danbao/kernel'
import { writeBooks } from '@danbao/ledger'
import type { Answer, Done, IdempotencyKey, Request } from './command.ts'
import { eventWith } from './events.ts'
import { storedAnswers } from './idempotency.ts'
import type { Participant } from './participant.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Runs commands. Those that arrive while a transaction is in flight become the next one: lock and
 * load what they need, decide each in turn in memory, write everything in bulk, commit, answer.
 */
export interface Engine {
  /**
   * Resolves after COMMIT, for refusals too. Rejects with `DatabaseUnavailableError` when the
   * database is away; repeat with the same key.
   */
  execute(request: Request): Promise<Answer>
  close(): Promise<void>
}

export interface EngineOptions {
  /** The real time, for `recordedAt` and as the base of the database's own clock. */
  readonly clock: Clock
  /** In the order in which rows are locked. */
  readonly participants: readonly Participant[]
  readonly connection: GroupCommitOptions<never, never>['connection']
  readonly ready?: () => Promise<void>
  readonly maxBatch?: number
  readonly lanes?: number
  readonly onBatch?: (size: number, seconds: number) => void
}

export function createEngine(options: EngineOptions): Engine {
  const inFlight = new Map<string, Promise<unknown>>()
  const commits = createGroupCommit<Request, Answer>({
    connection: options.connection,
    ...(options.ready === undefined ? {} : { ready: options.ready }),
    ...(options.maxBatch === undefined ? {} : { maxBatch: options.maxBatch }),
    ...(options.lanes === undefined ? {} : { lanes: options.lanes }),
    run: (requests, pipeline) => runBatch(requests, pipeline, options),
  })

  /** A repetition that comes while the first is under way waits, and then finds its answer. */
  async function execute(request: Request): Promise<Answer> {
    const key = request.idempotency?.id
    if (key === undefined) return commits.submit(request)
    for (let first = inFlight.get(key); first !== undefined; first = inFlight.get(key)) {
      await first.catch(() => undefined)
    }
    const answer = commits.submit(request)
    inFlight.set(key, answer)
    try {
      return await answer
    } finally {
      inFlight.delete(key)
    }
  }

  return { execute, close: () => commits.close() }
}

async function runBatch(
  requests: readonly Request[],
  pipeline: Pipeline,
  options: EngineOptions,
): Promise<readonly Answer[]> {
  const started = performance.now()
  const ws = new WorkingSet(options.clock.now())
  await load(ws, requests, pipeline, options)
  const answers = requests.map((request) => answer(ws, request))
  await write(ws, pipeline, options.participants)
  options.onBatch?.(requests.length, (performance.now() - started) / 1000)
  return answers
}

async function load(
  ws: WorkingSet,
  requests: readonly Request[],
  pipeline: Pipeline,
  { participants, clock }: EngineOptions,
): Promise<void> {
  for (const { command, idempotency } of requests) {
    if (idempotency !== undefined) storedAnswers.want(ws, idempotency.id)
    for (const need of command.needs) need(ws)
  }
  const loads = participants.flatMap((participant) => participant.load?.(ws) ?? [])
  const outcomes = await pipeline.run([BEGIN, ...loads.map(({ call }) => call)])
  // Only now all locks are held: what happens here happens after what they were waited for.
  ws.recordedAt = clock.now()
  loads.forEach((one, index) => one.absorb(outcomes[index + 1]?.rows ?? []))
}

async function write(
  ws: WorkingSet,
  pipeline: Pipeline,
  participants: readonly Participant[],
): Promise<void> {
  const calls = participants.flatMap((participant) => participant.write?.(ws) ?? [])
  const last = participants.flatMap((participant) => participant.writeLast?.(ws) ?? [])
  try {
    // The books come late: the rows that everybody credits are locked for the commit only.
    await pipeline.run([...calls, ...writeBooks(ws.books), ...last, COMMIT])
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint !== undefined) {
      const { constraint } = error
      if (participants.some((participant) => participant.isConflict?.(constraint))) {
        throw new BatchConflict(`Another process was faster: ${constraint}.`, { cause: error })
      }
    }
    throw error
  }
}

/** Decides one request against the working set, or repeats the answer that it had before. */
export function answer(ws: WorkingSet, request: Request): Answer {
  const { idempotency } = request
  const stored = idempotency && storedAnswers.get(ws, idempotency.id)
  if (idempotency !== undefined && stored !== undefined) {
    if (stored.fingerprint === idempotency.fingerprint) {
      return { status: stored.status, body: stored.body, replayed: true }
    }
    return { ...problemOf(KEY_REUSED), replayed: false }
  }
  const at = request.at ?? ws.now
  const context = { ws, at }
  request.command.before?.(context)
  const outcome = decide(ws, () => request.command.decide(context))
  const given = outcome.ok ? outcome.value : problemOf(outcome.refusal)
  const remembered = outcome.ok || idempotency?.doneOnly !== true
  if (idempotency !== undefined && remembered) keep(ws, idempotency, given)
  return { ...given, replayed: false }
}

const KEY_REUSED: Refusal = {
  code: 'idempotency_key_reused',
  detail: 'This key was used for a request with another path or body. Use a new key.',
}

/** A refused decision, and one that fails, leaves no trace in the working set. */
function decide(ws: WorkingSet, decision: () => Result<Done, Refusal>): Result<Done, Refusal> {
  const mark = ws.journal.mark()
  try {
    const outcome = decision()
    if (!outcome.ok) ws.journal.rollback(mark)
    return outcome
  } catch (error) {
    ws.journal.rollback(mark)
    throw error
  }
}

function keep(
  ws: WorkingSet,
  key: IdempotencyKey,
  given: { readonly status: number; readonly body: string },
): void {
  storedAnswers.put(ws, {
    id: key.id,
    fingerprint: key.fingerprint,
    status: given.status,
    body: given.body,
    eventId: eventWith(ws, given.body) ?? null,
    createdAt: ws.now,
  })
}
