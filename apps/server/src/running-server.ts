import {
  type Core,
  createAuthenticator,
  createCore,
  createDispatcher,
  forgetOldAnswers,
  type Mode,
} from '@danbao/core'
import type { Database } from '@danbao/database'
import type { Clock } from '@danbao/kernel'
import {
  type CardProcessor,
  createPeople,
  ensureSandboxPeople,
  ensureSandboxProvider,
  ensureSandboxStaff,
  type FundingWays,
  type PeopleDeps,
} from '@danbao/people'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { type Loop, startLoop } from './background.ts'
import { listen } from './cli/listening.ts'
import type { Config } from './config.ts'
import { createServer } from './create-server.ts'
import { engineMetrics } from './engine-metrics.ts'
import type { MarketAddresses } from './world.ts'
import { openPeopleDeps, type PostOffices, startPeopleLoops } from './people/index.ts'

const TIMER_PAUSE_MS = 250
const CLEANING_PAUSE_MS = 60 * 60 * 1000

export interface ServerParts {
  readonly config: Config
  readonly database: Database
  readonly mode: Mode
  readonly clock: Clock
  readonly logger: Logger
}

/** What a sandbox brings along has its addresses only once it was started. */
export interface Surroundings {
  readonly offices: PostOffices
  readonly cards: CardProcessor | undefined
  readonly ways: FundingWays
  readonly ratesUrl: string | undefined
  readonly market: MarketAddresses | undefined
}

/** A server that can do all its work, and does not listen yet. */
export interface OpenedServer {
  readonly deps: PeopleDeps
  start(surroundings: Surroundings): Promise<RunningServer>
  close(): Promise<void>
}

export interface RunningServer {
  /** Answers what has arrived, commits it, and lets the background work end. */
  stop(): Promise<void>
}

/** Everything one process does: requests, timers, webhooks, messages. */
export async function openServer(parts: ServerParts): Promise<OpenedServer> {
  const { config, database, mode, clock, logger } = parts
  const registry = new Registry()
  const core = createCore({
    database,
    clock,
    onBatch: engineMetrics(registry),
    onTimerFailure: (subjectId, error) =>
      logger.error({ err: error, subjectId }, 'A timer failed.'),
  })
  const deps = await openPeopleDeps({ config, core, mode, clock })
  if (mode === 'sandbox') await Promise.all([ensureSandboxStaff(deps), ensureSandboxPeople(deps)])
  return {
    deps,
    start: (around) => startServer(parts, { core, deps, registry }, around),
    close: () => core.close(),
  }
}

interface Opened {
  readonly core: Core
  readonly deps: PeopleDeps
  readonly registry: Registry
}

async function startServer(
  { config, mode, clock, logger }: ServerParts,
  { core, deps: known, registry }: Opened,
  { offices, cards, ways, ratesUrl, market }: Surroundings,
): Promise<RunningServer> {
  const deps = { ...known, cards, ways, ratesUrl }
  const people = createPeople(deps)
  if (market !== undefined) await ensureSandboxProvider(deps, market)
  const app = await createServer({
    core,
    people,
    mode,
    clock,
    logger,
    registry,
    publicUrl: config.publicUrl,
    ...(market === undefined ? {} : { shopUrl: market.url }),
    proxies: config.proxies,
    authenticate: createAuthenticator(deps.pool),
    rateLimits: { perKey: config.requestsPerMinute, perAddress: 2 * config.requestsPerMinute },
  })
  await listen(app, config)
  const loops = [
    startBackground(core, { mode, clock, logger }),
    startPeopleLoops(people, deps, { offices, logger, filesFolder: config.filesFolder }),
  ]
  return {
    async stop() {
      await app.close()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

function startBackground(
  core: Core,
  { mode, clock, logger }: Pick<ServerParts, 'mode' | 'clock' | 'logger'>,
): Loop {
  const { pool } = core.database
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
