import { callerScope, type Command, type Core, type Mode } from '@danbao/core'
import { isDatabaseAway } from '@danbao/database'
import type { Clock } from '@danbao/kernel'
import type { People } from '@danbao/people'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { createHandlers } from './handlers.ts'
import { type AppDeps, createApp, type Door } from './http/index.ts'
import {
  addCardEvents,
  addLiveRoutes,
  addWebMoneyEvents,
  registerAppRoutes,
  serveApps,
} from './people/index.ts'

export interface ServerOptions {
  readonly core: Core
  readonly mode: Mode
  readonly clock: Clock
  readonly logger: Logger
  readonly publicUrl: string
  /** Absent: the API alone, without the apps. */
  readonly people?: People
  /** Of a sandbox's demo shop. */
  readonly shopUrl?: string
  /** How many proxies stand in front; their word on where a request comes from is believed. */
  readonly proxies?: number
  readonly registry?: Registry
  readonly authenticate: AppDeps<Command>['authenticate']
  readonly rateLimits?: AppDeps<Command>['rateLimits']
}

const VERSION = '0.1.0'

const WALLET: Door = { href: '/wallet', names: { en: 'Wallet', ru: 'Кошелёк', 'zh-Hans': '钱包' } }
const CONSOLE: Door = {
  href: '/console',
  names: { en: 'Staff console', ru: 'Консоль сотрудников', 'zh-Hans': '员工后台' },
}
const SHOP_NAMES = { en: 'Demo shop', ru: 'Пробный магазин', 'zh-Hans': '演示商城' }

/** The HTTP side over a core; it does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { core, mode, clock, logger, publicUrl, rateLimits, people } = options
  const app = await createApp<Command>({
    mode,
    clock,
    logger,
    publicUrl,
    version: VERSION,
    registry: options.registry ?? new Registry(),
    authenticate: options.authenticate,
    idempotencyScope: callerScope,
    isUnavailable: isDatabaseAway,
    ready: async () => {
      await core.now()
      return true
    },
    handlers: createHandlers(core, people),
    execute: (request) => core.execute(request),
    proxies: options.proxies ?? 0,
    doors: doorsOf(options),
    ...(rateLimits === undefined ? {} : { rateLimits }),
  })
  if (people !== undefined) {
    const secure = publicUrl.startsWith('https:')
    await registerAppRoutes(app, { people, mode, clock, secure, now: () => core.now() })
    addLiveRoutes(app, {
      people,
      clock,
      logger,
      pool: core.database.pool,
      now: () => core.now(),
    })
    addCardEvents(app, { people, logger })
    await addWebMoneyEvents(app, { people, logger })
    await serveApps(app, people)
  }
  return app
}

function doorsOf({ people, shopUrl }: ServerOptions): readonly Door[] {
  const shop = shopUrl === undefined ? [] : [{ href: shopUrl, names: SHOP_NAMES }]
  return people === undefined ? [] : [...shop, WALLET, CONSOLE]
}
