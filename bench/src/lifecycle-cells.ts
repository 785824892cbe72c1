import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { InvariantError, newUuid } from '@danbao/kernel'
import { z } from 'zod'
import type { BenchServer } from './database.ts'

/** Whole escrow lifecycles over HTTP: create, pay, ship, confirm. */
export interface LifecycleRate {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const result = z.object({ perSecond: z.number(), p50Ms: z.number(), p99Ms: z.number() })

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A server process and a load process on the same two cores. */
export async function lifecycleRate(
  bench: BenchServer,
  kind: 'product' | 'single' | 'memory',
  how: { readonly inFlight: number; readonly seconds: number },
): Promise<LifecycleRate> {
  const database = `lifecycles_${newUuid().slice(-12)}`
  const server = spawn(
    process.execPath,
    [script('./server.ts'), kind, bench.dataFolder, database, newUuid()],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const url = await firstLine(server)
    const load = spawn(
      process.execPath,
      [script('./load.ts'), url, String(how.inFlight), String(how.seconds)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    return result.parse(JSON.parse(await firstLine(load)))
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new InvariantError('The output is piped.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('A process of the benchmark ended without a result.')
}
