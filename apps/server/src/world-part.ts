import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Log } from '@danbao/database'
import { z } from 'zod'
import { OperatorError } from './config.ts'

/** A program that stands for something outside, run as a process of its own. */
export interface WorldPart<T> {
  readonly name: string
  readonly entry: URL
  /** All it gets: the server's own secrets are not for the outside world. */
  readonly env: Readonly<Record<string, string>>
  /** What it says once it is ready. */
  readonly ready: z.ZodType<T>
}

export interface RunningPart<T> {
  readonly said: T
  stop(): Promise<void>
}

const START_MS = 20_000
const STOP_MS = 5_000

const failure = z.object({
  ready: z.literal(false),
  code: z.string().optional(),
  port: z.number().optional(),
  message: z.string(),
})

/**
 * Starts a part and waits until it is ready. Its standard input is a pipe of which nothing but the
 * end matters: it closes with this process, however that ends, and then the part stops as well.
 * Throws OperatorError when the part can not start.
 */
export async function startPart<T>(part: WorldPart<T>, log: Log): Promise<RunningPart<T>> {
  const child = spawn(process.execPath, [fileURLToPath(part.entry)], {
    env: { ...inherited(), ...part.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    await endChild(child, closed)
  }
  try {
    const said = await readAnswer(part, child, closed)
    void closed.then(() => {
      if (!stopping) log.warn(`The ${part.name} has ended by itself. Restart to have it back.`)
    })
    return { said, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What any program needs to run, and nothing of ours. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TZ', 'LANG', 'SystemRoot', 'TEMP', 'TMPDIR']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

async function readAnswer<T>(
  part: WorldPart<T>,
  child: ChildProcess,
  closed: Promise<unknown>,
): Promise<T> {
  const line = await Promise.race([
    firstLine(child),
    closed.then(() => undefined),
    once(AbortSignal.timeout(START_MS), 'abort').then(() => undefined),
  ])
  if (line === undefined) throw new OperatorError(`The ${part.name} did not start.`)
  const said: unknown = JSON.parse(line)
  const failed = failure.safeParse(said)
  if (failed.success) throw new OperatorError(explain(part, failed.data))
  return part.ready.parse(said)
}

async function firstLine({ stdout }: ChildProcess): Promise<string | undefined> {
  if (stdout === null) return undefined
  const lines = createInterface({ input: stdout })
  const [line]: unknown[] = await once(lines, 'line')
  // What else it says is read, so that it never waits for a reader.
  stdout.resume()
  return typeof line === 'string' ? line : undefined
}

/** Names the variable that gave the port. */
function explain<T>({ name, env }: WorldPart<T>, failed: z.infer<typeof failure>): string {
  const { code, port, message } = failed
  const variable = Object.keys(env).find((key) => env[key] === String(port))
  if (code === 'EADDRINUSE' && variable !== undefined) {
    return `Port ${port} (${name}) is in use. Set ${variable} to another one.`
  }
  return `The ${name} could not start: ${message}`
}

async function endChild(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await closed
  clearTimeout(killer)
}
