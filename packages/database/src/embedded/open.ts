import { connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareDataFolder } from '../data-folder.ts'
import type { Log } from '../log.ts'
import { locateBinaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import { chooseIdentity } from './identity.ts'
import { launchPostgres, type Launched, type LaunchOptions } from './launch.ts'
import { readPidFile, servesCluster } from './pid-file.ts'
import { chooseRunner } from './runner.ts'
import { serverSettings, type Settings } from './settings.ts'
import { chooseSocketFolder, PORT, socketPath } from './socket-folder.ts'

const POLL_MS = 20
const WATCH_MS = 250
const BUSY_PATIENCE_MS = 10_000

/** A running PostgreSQL server in the data folder. */
export interface EmbeddedPostgres {
  readonly socketFolder: string
  readonly port: number
  readonly user: 'postgres'
  readonly pid: number
  /** Whether this process launched it; one that another process launched ends with that process. */
  readonly owned: boolean
  /** Ends the server if it is owned and waits for its end; otherwise only stops watching it. */
  stop(): Promise<void>
  /** Called once, when the server has ended for whatever reason. */
  onExit(callback: () => void): void
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly log: Log
  /** Settings of PostgreSQL beside or in place of the usual ones. */
  readonly settings?: Settings
}

/**
 * Attaches to the server that already runs in the data folder, or launches one, creating the
 * cluster first where there is none. Safe to call from several processes at once.
 * Throws when PostgreSQL can not run here, with a sentence that says what to do.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = await prepareDataFolder(options.dataFolder)
  const cluster = join(dataFolder, 'postgres')
  const running = await attach(cluster)
  if (running !== undefined) return running

  const identity = await chooseIdentity(cluster)
  const runner = await chooseRunner(await locateBinaries(), dataFolder, identity)
  await createCluster(cluster, runner, identity)
  const socketFolder = await chooseSocketFolder(cluster, identity)
  const settings = { ...serverSettings(socketFolder), ...options.settings }
  const logFile = join(dataFolder, 'postgres.log')
  return attachOrLaunch(socketFolder, { runner, cluster, logFile, settings, log: options.log })
}

async function attachOrLaunch(
  socketFolder: string,
  options: LaunchOptions,
): Promise<EmbeddedPostgres> {
  const giveUpAt = performance.now() + BUSY_PATIENCE_MS
  for (let pause = POLL_MS; ; pause = Math.min(pause * 2, WATCH_MS)) {
    const running = await attach(options.cluster)
    if (running !== undefined) return running
    const launched = await launchPostgres(options)
    if (launched !== undefined) return own(launched, socketFolder)
    if (performance.now() > giveUpAt) {
      throw new Error(
        `Another PostgreSQL holds ${options.cluster} and does not answer. If its process is ` +
          'listed as defunct, restart the container or the process that should have reaped it.',
      )
    }
    await sleep(pause)
  }
}

function own(launched: Launched, socketFolder: string): EmbeddedPostgres {
  const { pid } = launched
  return {
    socketFolder,
    port: PORT,
    user: 'postgres',
    pid,
    owned: true,
    stop: launched.stop,
    onExit: (callback) => void launched.ended.then(callback),
  }
}

/** Waits for a server that is starting or stopping; undefined when there is none in the end. */
async function attach(cluster: string): Promise<EmbeddedPostgres | undefined> {
  for (;;) {
    const file = await readPidFile(cluster)
    if (file === undefined || !(await servesCluster(file.pid, cluster))) return undefined
    if (file.ready && file.socketFolder !== undefined) {
      return (await answers(file.socketFolder))
        ? watch(file.pid, file.socketFolder, cluster)
        : undefined
    }
    await sleep(POLL_MS)
  }
}

function watch(pid: number, socketFolder: string, cluster: string): EmbeddedPostgres {
  const callbacks: (() => void)[] = []
  const timer = setInterval(() => {
    void servesCluster(pid, cluster).then((alive) => {
      if (alive) return
      clearInterval(timer)
      for (const callback of callbacks.splice(0)) callback()
    })
  }, WATCH_MS)
  timer.unref()
  return {
    socketFolder,
    port: PORT,
    user: 'postgres',
    pid,
    owned: false,
    async stop() {
      clearInterval(timer)
    },
    onExit: (callback) => void callbacks.push(callback),
  }
}

async function answers(socketFolder: string): Promise<boolean> {
  const socket = connect(socketPath(socketFolder))
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
