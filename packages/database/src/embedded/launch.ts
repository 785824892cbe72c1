import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, rename, stat, type FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { readPidFile } from './pid-file.ts'
import type { Runner } from './runner.ts'
import { settingArguments, type Settings } from './settings.ts'

const POLL_MS = 10
const SLOW_START_MS = 10_000
const STOP_PATIENCE_MS = 10_000
const MAX_LOG_BYTES = 8 * 1024 * 1024

/** A server that this process started. */
export interface Launched {
  readonly pid: number
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface LaunchOptions {
  readonly runner: Runner
  readonly cluster: string
  readonly logFile: string
  readonly settings: Settings
  readonly log: Log
}

/** Undefined when another server (or what a killed one left running) still holds the cluster. */
export async function launchPostgres(options: LaunchOptions): Promise<Launched | undefined> {
  const logFile = await openLog(options.logFile)
  try {
    const begin = (await logFile.stat()).size
    const args = ['-D', options.cluster, ...settingArguments(options.settings)]
    const child = options.runner.start('postgres', args, ['ignore', logFile.fd, logFile.fd])
    const launched = createLaunched(child)
    if (await becomesReady(child, launched, options)) return launched
    const message = await readFrom(logFile, begin)
    if (/lock file .* already exists|pre-existing shared memory/.test(message)) return undefined
    throw new Error(`PostgreSQL did not start: ${message.trim()}`)
  } finally {
    await logFile.close()
  }
}

function createLaunched(child: ChildProcess): Launched {
  const end = (): unknown => child.kill('SIGINT')
  process.once('exit', end)
  const ended = once(child, 'exit')
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => process.off('exit', end))
  child.unref()
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGINT')
      const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

/** After a crash PostgreSQL replays its log first, which may take minutes: no time limit. */
async function becomesReady(
  child: ChildProcess,
  launched: Launched,
  { cluster, log }: LaunchOptions,
): Promise<boolean> {
  const state = { ended: false }
  void launched.ended.then(() => (state.ended = true))
  const begin = performance.now()
  let told = false
  while (!state.ended) {
    const file = await readPidFile(cluster)
    if (file?.ready === true && file.pid === child.pid) return true
    if (!told && performance.now() - begin > SLOW_START_MS) {
      log.info('PostgreSQL is still starting: it is recovering from an unclean end.')
      told = true
    }
    await sleep(POLL_MS)
  }
  return false
}

async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > MAX_LOG_BYTES) await rename(path, `${path}.1`)
  return open(path, 'a+', 0o600)
}

async function readFrom(file: FileHandle, position: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, position)
  return buffer.toString('utf8', 0, bytesRead)
}
