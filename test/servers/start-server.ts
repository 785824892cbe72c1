import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { waitFor } from './wait-for.ts'

const DANBAO = fileURLToPath(new URL('../../apps/server/bin/danbao.mjs', import.meta.url))

/** A server process of its own, started as an operator would. */
export interface Server {
  readonly url: string
  readonly pid: number
  /** The sandbox key, printed at the first start of a database. */
  readonly key: string | undefined
  output(): string
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ending>
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** On two cores that other tests use too. */
const START_MS = 120_000

const started = new Set<ChildProcess>()

/** Starts `danbao start` on a free port and waits until it is ready. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<Server> {
  const { child, output, ended } = run(['start'], {
    PORT: '0',
    OUTSIDE_WORLD: 'off',
    ...environment,
  })
  const url = await waitFor(
    'the server says where it listens',
    () => {
      if (child.exitCode !== null) throw new Error(`The server has ended:\n${output()}`)
      // Not that of the shop beside it.
      const own = /(http:\/\/[\w.]+:\d+)\/v1\n/.exec(output())?.[1]
      return output().includes('Ctrl-C') ? own : undefined
    },
    START_MS,
  )
  await waitUntilReady(url)
  return {
    url,
    pid: child.pid ?? 0,
    key: /sk_sandbox_[\w-]+/.exec(output())?.[0],
    output,
    async end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

export async function waitUntilReady(url: string): Promise<void> {
  await waitFor('the server is ready', async () => {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    return answer?.status === 200 ? true : undefined
  })
}

/** Runs a `danbao` command to its end. */
export async function runDanbao(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ending & { readonly output: string }> {
  const { output, ended } = run(args, environment)
  return { ...(await ended), output: output() }
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [DANBAO, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
  }
  const ended = once(child, 'close').then((): Ending => {
    started.delete(child)
    return { code: child.exitCode, signal: child.signalCode }
  })
  return { child, output: () => text, ended }
}

/** Ends everything that a failed test has left running. */
export async function endAllServers(): Promise<void> {
  await Promise.all(
    [...started].map(async (child) => {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 8_000)
      await closed
      clearTimeout(timer)
    }),
  )
}
