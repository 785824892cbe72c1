import { Client, type ClientConfig, type Connection, type Submittable } from 'pg'
import { ConnectionLostError } from './faults.ts'

/** One SQL text, prepared once per connection under its name. */
export interface Statement {
  readonly name: string
  readonly sql: string
}

/** A prepared statement with its parameters from $1: text, or bytes in binary form. */
export interface Call {
  readonly statement: Statement
  readonly values: readonly (string | Buffer | null)[]
}

/** What one call returned: its rows in text form and the number of rows it touched. */
export interface Outcome {
  readonly rows: readonly TextRow[]
  readonly count: number
}

export type TextRow = readonly (string | null)[]

/**
 * A connection that sends several prepared statements in one packet and reads all their answers
 * at once: on the hot path the number of round trips decides the throughput.
 */
export interface Pipeline {
  /**
   * Runs the calls in order up to the first that fails; rejects with that failure. The next run
   * waits for the answer of this one.
   */
  run(calls: readonly Call[]): Promise<readonly Outcome[]>
  /** True once the connection can not be used again. */
  readonly broken: boolean
  close(): Promise<void>
}

/** No answer within this time means that the server hangs; the connection is given up. */
const ANSWER_TIMEOUT_MS = 10_000

/**
 * Statements prepared on empty tables keep a plan that hashes or scans the whole table once it has
 * grown, so the writer's sessions may only use nested loops over indexes. A process that stops in
 * the middle of a transaction must not hold its locks for ever.
 */
const SESSION = `
  SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; SET jit = off;
  SET timezone = 'UTC'; SET datestyle = 'ISO'; SET synchronous_commit = on;
  SET idle_in_transaction_session_timeout = '10s'; SET lock_timeout = '8s'`

export async function openPipeline(config: ClientConfig): Promise<Pipeline> {
  const client = new Client({ ...config, application_name: 'danbao writer' })
  const state = { broken: false }
  client.on('error', () => (state.broken = true))
  client.on('end', () => (state.broken = true))
  await client.connect()
  await client.query(SESSION)
  const prepared = new Set<string>()

  /** After a failure it is unknown which names the session knows: the connection is given up. */
  async function prepare(statements: readonly Statement[]): Promise<void> {
    try {
      await submit(client, state, new Preparation(statements))
    } catch (error) {
      state.broken = true
      await client.end().catch(() => undefined)
      throw error
    }
  }

  return {
    get broken() {
      return state.broken
    },
    async run(calls) {
      const missing = new Map(
        calls
          .filter((call) => !prepared.has(call.statement.name))
          .map((call) => [call.statement.name, call.statement]),
      )
      if (missing.size > 0) {
        await prepare([...missing.values()])
        for (const name of missing.keys()) prepared.add(name)
      }
      return submit(client, state, new Packet(calls))
    },
    async close() {
      state.broken = true
      await client.end()
    },
  }
}

async function submit<T>(
  client: Client,
  state: { broken: boolean },
  exchange: Exchange<T>,
): Promise<T> {
  if (state.broken) throw new ConnectionLostError('The connection to PostgreSQL is closed.')
  const timer = setTimeout(() => {
    state.broken = true
    exchange.handleError(new ConnectionLostError('PostgreSQL did not answer in time.'))
    void client.end().catch(() => undefined)
  }, ANSWER_TIMEOUT_MS)
  try {
    client.query(exchange)
    return await exchange.answered
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A unit of the extended query protocol that ends with one Sync, in the form in which `pg` lets
 * others speak on its connections (as its cursors do).
 */
abstract class Exchange<T> implements Submittable {
  readonly answered: Promise<T>
  #resolve: (value: T) => void
  #reject: (error: Error) => void

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    this.answered = promise
    this.#resolve = resolve
    this.#reject = reject
  }

  abstract send(connection: Connection): void
  abstract result(): T

  submit(connection: Connection): void {
    connection.stream.cork()
    this.send(connection)
    connection.sync()
    connection.stream.uncork()
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    this.#resolve(this.result())
  }

  handleParseComplete(): void {}
  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
}

class Preparation extends Exchange<void> {
  readonly #statements: readonly Statement[]

  constructor(statements: readonly Statement[]) {
    super()
    this.#statements = statements
  }

  send(connection: Connection): void {
    for (const { name, sql } of this.#statements) {
      connection.parse({ name, text: sql, types: [] }, true)
    }
  }

  result(): void {}
}

class Packet extends Exchange<readonly Outcome[]> {
  readonly #calls: readonly Call[]
  readonly #outcomes: Outcome[] = []
  #rows: TextRow[] = []

  constructor(calls: readonly Call[]) {
    super()
    this.#calls = calls
  }

  send(connection: Connection): void {
    for (const { statement, values } of this.#calls) {
      connection.bind({ statement: statement.name, values: [...values] }, true)
      connection.execute({}, true)
    }
  }

  handleDataRow(message: { readonly fields: TextRow }): void {
    this.#rows.push(message.fields)
  }

  handleCommandComplete(message: { readonly text: string }): void {
    const count = /(\d+)$/.exec(message.text)?.[1]
    this.#outcomes.push({ rows: this.#rows, count: count === undefined ? 0 : Number(count) })
    this.#rows = []
  }

  result(): readonly Outcome[] {
    return this.#outcomes
  }
}
