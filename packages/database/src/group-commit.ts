import { DatabaseError, type ClientConfig } from 'pg'
import { ConnectionLostError, DatabaseUnavailableError, isDatabaseAway } from './faults.ts'
import { openPipeline, type Pipeline } from './pipeline.ts'

/**
 * Gathers the items that arrive while earlier ones are being committed and runs them as one
 * transaction: a commit costs one flush to disk however many items it carries.
 */
export interface GroupCommit<Item, Answer> {
  /**
   * Resolves after COMMIT. Rejects with `DatabaseUnavailableError` when the database can not be
   * reached for `patienceMs`; the item may then have taken effect or not, so items must be safe
   * to repeat.
   */
  submit(item: Item): Promise<Answer>
  /** Waits for everything submitted, then closes the connections. */
  close(): Promise<void>
}

export interface GroupCommitOptions<Item, Answer> {
  /**
   * Runs one transaction from BEGIN to COMMIT and returns an answer per item, in order. Throws
   * `BatchConflict` to have the whole batch run again.
   */
  readonly run: (items: readonly Item[], pipeline: Pipeline) => Promise<readonly Answer[]>
  /** Present coordinates of the server: it may move when it is started again. */
  readonly connection: () => ClientConfig
  /** Called before connecting again, to bring the server back where that is in our hands. */
  readonly ready?: () => Promise<void>
  /** Transactions in flight: the reads of one overlap the commit of the other. */
  readonly lanes?: number
  readonly maxBatch?: number
  /** A further lane starts only when so many items wait: small batches waste the gain. */
  readonly minOverlap?: number
  readonly patienceMs?: number
}

/** Another process was faster (a key was taken between reading and writing): run the batch again. */
export class BatchConflict extends Error {}

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly giveUpAt: number
  attempts: number
  resolve(answer: Answer): void
  reject(error: unknown): void
}

export function createGroupCommit<Item, Answer>(
  options: GroupCommitOptions<Item, Answer>,
): GroupCommit<Item, Answer> {
  return new Lanes(options)
}

const MAX_CONFLICTS = 20

class Lanes<Item, Answer> implements GroupCommit<Item, Answer> {
  readonly #options: GroupCommitOptions<Item, Answer>
  readonly #queue: Waiting<Item, Answer>[] = []
  readonly #idle: Lane[]
  readonly #lanes: readonly Lane[]
  #scheduled = false
  #closing: (() => void) | undefined

  constructor(options: GroupCommitOptions<Item, Answer>) {
    this.#options = options
    this.#lanes = Array.from({ length: options.lanes ?? 2 }, () => new Lane(options))
    this.#idle = [...this.#lanes]
  }

  submit(item: Item): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const giveUpAt = performance.now() + (this.#options.patienceMs ?? 5_000)
    this.#queue.push({ item, giveUpAt, attempts: 0, resolve, reject })
    this.#schedule()
    return promise
  }

  async close(): Promise<void> {
    if (this.#queue.length > 0 || this.#idle.length < this.#lanes.length) {
      await new Promise<void>((resolve) => (this.#closing = resolve))
    }
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }

  /** Waits for the end of the present turn, in which a burst of requests is still being read. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#start()
    })
  }

  #start(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const anotherRuns = this.#idle.length < this.#lanes.length
      if (anotherRuns && this.#queue.length < (this.#options.minOverlap ?? 16)) return
      const lane = this.#idle.pop()
      if (lane === undefined) return
      void this.#run(lane, this.#queue.splice(0, this.#options.maxBatch ?? 256))
    }
  }

  async #run(lane: Lane, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    await this.#attempt(lane, batch)
    this.#idle.push(lane)
    this.#start()
    if (this.#queue.length === 0 && this.#idle.length === this.#lanes.length) this.#closing?.()
  }

  async #attempt(lane: Lane, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    let pending = batch
    while (pending.length > 0) {
      try {
        const pipeline = await lane.pipeline()
        const answers = await this.#options.run(
          pending.map((waiting) => waiting.item),
          pipeline,
        )
        answers.forEach((answer, index) => pending[index]?.resolve(answer))
        return
      } catch (error) {
        await lane.recover()
        pending = await this.#survivors(lane, pending, error)
      }
    }
  }

  /** The items to run again together after a failure; the others have been answered. */
  async #survivors(
    lane: Lane,
    pending: readonly Waiting<Item, Answer>[],
    error: unknown,
  ): Promise<readonly Waiting<Item, Answer>[]> {
    const kind = classify(error)
    if (kind === 'unreachable') return this.#patient(pending, error)
    if (kind === 'conflict') {
      return pending.filter((waiting) => {
        waiting.attempts += 1
        if (waiting.attempts > MAX_CONFLICTS) waiting.reject(tooBusy(error))
        return waiting.attempts <= MAX_CONFLICTS
      })
    }
    if (pending.length === 1) {
      pending[0]?.reject(error)
      return []
    }
    // One item spoils the batch: each is run alone, so that it alone fails.
    for (const waiting of pending) await this.#attempt(lane, [waiting])
    return []
  }

  async #patient(
    pending: readonly Waiting<Item, Answer>[],
    cause: unknown,
  ): Promise<readonly Waiting<Item, Answer>[]> {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const now = performance.now()
    const giveUp = [...pending, ...this.#queue].filter((waiting) => waiting.giveUpAt <= now)
    for (const waiting of giveUp) {
      waiting.reject(new DatabaseUnavailableError('The database can not be reached.', { cause }))
      const position = this.#queue.indexOf(waiting)
      if (position >= 0) this.#queue.splice(position, 1)
    }
    return pending.filter((waiting) => waiting.giveUpAt > now)
  }
}

/** One connection, opened when needed and opened again after a loss. */
class Lane {
  readonly #options: Pick<GroupCommitOptions<never, never>, 'connection' | 'ready'>
  #pipeline: Pipeline | undefined

  constructor(options: Pick<GroupCommitOptions<never, never>, 'connection' | 'ready'>) {
    this.#options = options
  }

  async pipeline(): Promise<Pipeline> {
    if (this.#pipeline !== undefined && !this.#pipeline.broken) return this.#pipeline
    try {
      await Promise.race([this.#options.ready?.(), timeout(CONNECT_TIMEOUT_MS)])
      this.#pipeline = await openPipeline(this.#options.connection())
    } catch (cause) {
      throw new DatabaseUnavailableError('Connecting to the database failed.', { cause })
    }
    return this.#pipeline
  }

  /** Leaves no transaction open behind a failed batch. */
  async recover(): Promise<void> {
    if (this.#pipeline === undefined || this.#pipeline.broken) return
    try {
      await this.#pipeline.run([ROLLBACK])
    } catch {
      await this.#pipeline.close().catch(() => undefined)
    }
  }

  async close(): Promise<void> {
    if (this.#pipeline !== undefined && !this.#pipeline.broken) await this.#pipeline.close()
  }
}

const CONNECT_TIMEOUT_MS = 2_000

function tooBusy(cause: unknown): Error {
  return new DatabaseUnavailableError('Others were faster again and again.', { cause })
}

async function timeout(ms: number): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref())
  throw new ConnectionLostError('The database did not become ready in time.')
}

export const BEGIN = { statement: { name: 'begin', sql: 'BEGIN' }, values: [] }
export const COMMIT = { statement: { name: 'commit', sql: 'COMMIT' }, values: [] }
export const ROLLBACK = { statement: { name: 'rollback', sql: 'ROLLBACK' }, values: [] }

/** SQLSTATE: 40001 serialization failure, 40P01 deadlock, 55P03 lock timeout. */
const CONFLICTS = new Set(['40001', '40P01', '55P03'])
function classify(error: unknown): 'conflict' | 'unreachable' | 'failure' {
  if (error instanceof BatchConflict) return 'conflict'
  if (error instanceof DatabaseError && CONFLICTS.has(error.code ?? '')) return 'conflict'
  return isDatabaseAway(error) ? 'unreachable' : 'failure'
}
