import { createServer as createTcpServer } from 'node:net'
import {
  type Core,
  createAuthenticator,
  createCore,
  createDispatcher,
  createKey,
  forgetOldAnswers,
  listKeys,
  loadSettings,
  type Mode,
  setUpDatabase,
} from '@danbao/core'
import type { Database } from '@danbao/database'
import { type Clock, systemClock } from '@danbao/kernel'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { Registry } from 'prom-client'
import { type Loop, startLoop } from '../background.ts'
import { type Config, OperatorError } from '../config.ts'
import { createServer } from '../create-server.ts'
import { engineMetrics } from '../engine-metrics.ts'
import { loggerOptions } from '../http/index.ts'
import { openConfiguredDatabase } from '../open-database.ts'

const TIMER_PAUSE_MS = 250
const CLEANING_PAUSE_MS = 60 * 60 * 1000
/** The default marketplace of a new installation. */
const FIRST_MARKETPLACE = 'default'

/** Runs until it is told to stop. Resolves to the exit code. */
export async function startCommand(config: Config): Promise<number> {
  await refuseTakenPort(config)
  const logger = pino(loggerOptions(config.logLevel))
  const clock = systemClock()
  const database = await openConfiguredDatabase(config, {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
  })
  try {
    await serve({ config, database, clock, logger })
  } finally {
    await database.close()
  }
  return 0
}

/** Ends when the process is told to stop. */
async function serve(parts: Omit<Parts, 'mode'>): Promise<void> {
  const { config, database, clock } = parts
  await setUpDatabase(database.pool, { mode: config.mode ?? 'sandbox', clock })
  const { mode } = await loadSettings(database.pool)
  if (config.mode !== undefined && config.mode !== mode) {
    throw new OperatorError(
      `This database is ${mode} and stays so; DANBAO_MODE says ${config.mode}. ` +
        'Use another DATA_DIR or DATABASE_URL, or leave DANBAO_MODE out.',
    )
  }
  const server = await startServer({ ...parts, mode })
  await greet(server.url, database, mode, clock)
  const signal = await stopSignal()
  console.log(`\n${signal}: finishing what is under way …`)
  await server.stop()
}

/** Looked at before anything is started, so that nothing has to be taken down again. */
async function refuseTakenPort({ port, host }: Config): Promise<void> {
  const probe = createTcpServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, port, host)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portError(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new OperatorError(`Port ${port} is in use. Set PORT to another one.`)
  }
  if (code === 'EACCES') return new OperatorError(`Port ${port} may not be used by this user.`)
  return new OperatorError(`Can not listen on ${host}:${port}: ${error.message}`)
}

interface Parts {
  readonly config: Config
  readonly database: Database
  readonly mode: Mode
  readonly clock: Clock
  readonly logger: Logger
}

interface RunningServer {
  readonly url: string
  /** Answers what has arrived, commits it, and lets the background work end. */
  stop(): Promise<void>
}

async function startServer({
  config,
  database,
  mode,
  clock,
  logger,
}: Parts): Promise<RunningServer> {
  const registry = new Registry()
  const core = createCore({
    database,
    clock,
    onBatch: engineMetrics(registry),
    onTimerFailure: (subjectId, error) =>
      logger.error({ err: error, subjectId }, 'A timer failed.'),
  })
  const app = await createServer({
    core,
    mode,
    clock,
    logger,
    registry,
    publicUrl: `http://${config.host}:${config.port}`,
    authenticate: createAuthenticator(database.pool),
    rateLimits: { perKey: config.requestsPerMinute, perAddress: 2 * config.requestsPerMinute },
  })
  const url = await listen(app, config)
  const background = startBackground(core, { mode, clock, logger })
  return {
    url,
    async stop() {
      await app.close()
      await background.stop()
      await core.close()
    },
  }
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<string> {
  try {
    return await app.listen({ port, host })
  } catch (error) {
    throw error instanceof Error ? portError(error, port, host) : error
  }
}

function startBackground(core: Core, parts: Pick<Parts, 'mode' | 'clock' | 'logger'>): Loop {
  const { pool } = core.database
  const { mode, clock, logger } = parts
  const dispatcher = createDispatcher({
    pool,
    mode,
    clock,
    now: () => core.now(),
    onError: (error) => logger.warn({ err: error }, 'A webhook could not be handled.'),
  })
  dispatcher.start()
  const loops = [
    startLoop('timers', TIMER_PAUSE_MS, () => core.runTimers(), logger),
    startLoop(
      'cleaning',
      CLEANING_PAUSE_MS,
      async () => forgetOldAnswers(pool, await core.now()),
      logger,
    ),
  ]
  return {
    async stop() {
      await Promise.all([dispatcher.stop(), ...loops.map((loop) => loop.stop())])
    },
  }
}

/** What somebody who has just started it wants to know. */
async function greet(url: string, database: Database, mode: Mode, clock: Clock): Promise<void> {
  console.log(`Danbao (${mode}) is ready.\n`)
  console.log(`  API        ${url}/v1`)
  console.log(`  Reference  ${url}/docs`)
  console.log(`  OpenAPI    ${url}/v1/openapi.json`)
  console.log(`  Health     ${url}/readyz   Metrics ${url}/metrics\n`)
  const first = mode === 'sandbox' && (await listKeys(database.pool)).length === 0
  if (first) {
    const { key } = await createKey(database.pool, { marketplaceName: FIRST_MARKETPLACE, clock })
    console.log(`  Sandbox key (shown this once): ${key}\n`)
  } else {
    console.log('  Keys: npx danbao keys create [--operator]\n')
  }
  console.log('Ctrl-C stops it.')
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let stopping = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // Somebody who asks a second time does not want to wait.
        if (stopping) process.exit(130)
        stopping = true
        resolve(signal)
      })
    }
  })
}
