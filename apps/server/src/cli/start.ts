import { loadSettings, type Mode } from '@danbao/core'
import type { Database } from '@danbao/database'
import { type Clock, systemClock } from '@danbao/kernel'
import { type Logger, pino } from 'pino'
import { atPort, type Config, OperatorError } from '../config.ts'
import { loggerOptions } from '../http/index.ts'
import { openConfiguredDatabase, setUpInstallation } from '../open-database.ts'
import { openCards, openWays, type PostOffices, postOffices, ratesUrlOf } from '../people/index.ts'
import { openDemoMarket } from '../demo-market.ts'
import { type OpenedServer, openServer } from '../running-server.ts'
import { startWorld, type World } from '../world.ts'
import { greet } from './greet.ts'
import { choosePort } from './listening.ts'

/** Runs until it is told to stop. Resolves to the exit code. */
export async function startCommand(asked: Config): Promise<number> {
  const config = atPort(asked, await choosePort(asked))
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

interface Parts {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

/** Ends when the process is told to stop. */
async function serve(parts: Parts): Promise<void> {
  const { config, database, clock } = parts
  const { pool } = database
  await setUpInstallation(pool, config, clock)
  const mode = await checkMode(parts)
  const opened = await openServer({ ...parts, mode })
  try {
    const world = mode === 'sandbox' && config.world ? await openWorld(parts, opened) : undefined
    try {
      const offices = postOffices(config, world?.sandbox)
      const cards = await openCards(config, { mode, sandbox: world?.sandbox })
      const ways = await openWays(config, { mode, webMoneyUrl: world?.sandbox.webMoneyUrl })
      const ratesUrl = ratesUrlOf(config, { mode, sandbox: world?.sandbox })
      const around = { offices, cards, ways, ratesUrl, market: world?.market }
      const server = await opened.start(around)
      await greet({ url: config.publicUrl, mode, pool, clock, world, unsent: unsent(offices) })
      const signal = await stopSignal()
      console.log(`\n${signal}: finishing what is under way …`)
      await server.stop()
    } finally {
      await world?.stop()
    }
  } finally {
    await opened.close()
  }
}

async function openWorld({ config, clock, logger }: Parts, { deps }: OpenedServer): Promise<World> {
  const { dataFolder } = config
  const demoMarket = await openDemoMarket(deps, { dataFolder, clock })
  return startWorld({ ...config, demoMarket }, logger)
}

async function checkMode({ config, database }: Parts): Promise<Mode> {
  const { mode } = await loadSettings(database.pool)
  if (config.mode !== undefined && config.mode !== mode) {
    throw new OperatorError(
      `This database is ${mode} and stays so; DANBAO_MODE says ${config.mode}. ` +
        'Use another DATA_DIR or DATABASE_URL, or leave DANBAO_MODE out.',
    )
  }
  return mode
}

function unsent({ mail, sms }: PostOffices): string[] {
  return [
    ...(mail === undefined ? ['No mail leaves: SMTP_URL is not set.'] : []),
    ...(sms === undefined ? ['No SMS leaves: SMS_GATEWAY_URL is not set.'] : []),
  ]
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
