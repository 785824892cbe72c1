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
import { createPeople, ensureSandboxProvider, ensureSandboxStaff } from '@danbao/people'
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
  readonly offices: PostOffices
  readonly market: MarketAddresses | undefined
}

export interface RunningServer {
  /** Answers what has arrived, commits it, and lets the background work end. */
  stop(): Promise<void>
}

/** Everything one process does: requests, timers, webhooks, messages. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, database, mode, clock, logger, offices, market } = parts
  const registry = new Registry()
  const core = createCore({
    database,
    clock,
    onBatch: engineMetrics(registry),
    onTimerFailure: (subjectId, error) =>
      logger.error({ err: error, subjectId }, 'A timer failed.'),
  })
  const deps = await openPeopleDeps({ config, core, mode, clock })
  const people = createPeople(deps)
  if (mode === 'sandbox') await ensureSandboxStaff(deps)
  if (market !== undefined) await ensureSandboxProvider(deps, market)
  const app = await createServer({
    core,
    people,
    mode,
    clock,
    logger,
    registry,
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    authenticate: createAuthenticator(database.pool),
    rateLimits: { perKey: config.requestsPerMinute, perAddress: 2 * config.requestsPerMinute },
  })
  await listen(app, config)
  const loops = [
    startBackground(core, { mode, clock, logger }),
    startPeopleLoops(people, deps, { offices, logger }),
  ]
  return {
    async stop() {
      await app.close()
      await Promise.all(loops.map((loop) => loop.stop()))
      await core.close()
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
