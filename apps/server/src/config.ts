import { join } from 'node:path'
import type { StripeOptions } from '@danbao/people'
import { z } from 'zod'

/** What the environment says. Everything has a default that works. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** Given to a database that is made; where one is there already it must have this mode. */
  readonly mode: 'sandbox' | 'live' | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** Requests a minute with one key. */
  readonly requestsPerMinute: number
  /** Where browsers reach the server, without a slash at the end; empty: by `atPort`. */
  readonly publicUrl: string
  /** How many proxies stand in front; their word on where a request comes from is believed. */
  readonly proxies: number
  /** Of the vault; absent: a file in the data folder. */
  readonly secret: string | undefined
  /** Where mail leaves; absent in a sandbox: into its own mailbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where people write who can not help themselves. */
  readonly supportEmail: string
  readonly smsGateway: SmsGatewayConfig | undefined
  /** Who keeps and verifies cards; absent: nobody, or what a sandbox brings along. */
  readonly stripe: StripeOptions | undefined
  /** JSON: the operator's purses and bank accounts; absent: none, or what a sandbox brings along. */
  readonly railsFile: string | undefined
  /** Where files of banks are laid down, in `incoming`; absent: in the data folder. */
  readonly filesFolder: string
  /** Where the day's rates are asked for. Absent: the European Central Bank, or a sandbox's own. */
  readonly ratesUrl: string | undefined
  /** What WebMoney signs notifications with, and forms are signed with. */
  readonly webMoney: WebMoneySecrets | undefined
  /** Whether a sandbox brings the outside world along: a mailbox, a demo marketplace. */
  readonly world: boolean
  /** Their ports: the mailbox page, its SMTP, and the demo marketplace. */
  readonly sandboxPort: number
  readonly smtpPort: number
  readonly marketPort: number
}

export interface WebMoneySecrets {
  readonly secretKey: string
  readonly x20?: string
}

export interface SmsGatewayConfig {
  readonly url: string
  /** Sent as a bearer token; absent: none. */
  readonly token?: string
}

/** Something the operator has to mend; its message is all they need to see. */
export class OperatorError extends Error {}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be postgresql://…')
    .optional(),
  DANBAO_MODE: z.enum(['sandbox', 'live']).optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('warn'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DANBAO_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be smtp://… or smtps://…')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Danbao <no-reply@danbao.localhost>'),
  SUPPORT_EMAIL: z.email().default('support@danbao.localhost'),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/, 'must be sk_test_…, sk_live_…, rk_test_… or rk_live_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, 'must be whsec_…')
    .optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  RAILS_FILE: z.string().min(1).optional(),
  FILES_DIR: z.string().min(1).optional(),
  RATES_URL: z.union([z.literal('off'), z.url({ protocol: /^https?$/ })]).optional(),
  WEBMONEY_SECRET_KEY: z.string().min(1).max(50).optional(),
  WEBMONEY_X20: z.string().length(50).optional(),
  OUTSIDE_WORLD: z.enum(['on', 'off']).default('on'),
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(8025),
  MARKET_PORT: z.coerce.number().int().min(0).max(65_535).default(8070),
})

function smsGateway(url: string, token: string | undefined): SmsGatewayConfig {
  return token === undefined ? { url } : { url, token }
}

type Environment = z.output<typeof schema>

/** Cards are taken by both or not at all: without the events nobody would hear of a chargeback. */
function stripeOptions(
  environment: Pick<Environment, 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'STRIPE_API_URL'>,
): StripeOptions | undefined {
  const {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: apiUrl,
  } = environment
  if (secretKey === undefined && webhookSecret === undefined) return undefined
  if (secretKey === undefined || webhookSecret === undefined) {
    throw new OperatorError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are set together.')
  }
  return { secretKey, webhookSecret, ...(apiUrl === undefined ? {} : { apiUrl }) }
}

function webMoneySecrets({
  WEBMONEY_SECRET_KEY: secretKey,
  WEBMONEY_X20: x20,
}: Pick<Environment, 'WEBMONEY_SECRET_KEY' | 'WEBMONEY_X20'>): WebMoneySecrets | undefined {
  if (secretKey === undefined) return undefined
  return x20 === undefined ? { secretKey } : { secretKey, x20 }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * The same, at the port that was found. Where nobody said how browsers reach it, it is this machine:
 * by name, since passkeys belong to a name and never to a bare address.
 */
export function atPort(config: Config, port: number): Config {
  const host = LOOPBACK.has(config.host) ? 'localhost' : config.host
  const publicUrl = config.publicUrl === '' ? `http://${host}:${port}` : config.publicUrl
  return { ...config, port, publicUrl }
}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new OperatorError(problems.join('\n'))
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DANBAO_MODE, ...rest } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataFolder: DATA_DIR,
    databaseUrl: DATABASE_URL,
    mode: DANBAO_MODE,
    logLevel: rest.LOG_LEVEL,
    requestsPerMinute: rest.REQUESTS_PER_MINUTE,
    publicUrl: rest.PUBLIC_URL ?? '',
    proxies: rest.TRUSTED_PROXIES,
    secret: rest.DANBAO_SECRET,
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    supportEmail: rest.SUPPORT_EMAIL,
    smsGateway:
      rest.SMS_GATEWAY_URL === undefined
        ? undefined
        : smsGateway(rest.SMS_GATEWAY_URL, rest.SMS_GATEWAY_TOKEN),
    stripe: stripeOptions(rest),
    railsFile: rest.RAILS_FILE,
    filesFolder: rest.FILES_DIR ?? join(DATA_DIR, 'files'),
    ratesUrl: rest.RATES_URL,
    webMoney: webMoneySecrets(rest),
    world: rest.OUTSIDE_WORLD === 'on',
    sandboxPort: rest.SANDBOX_PORT,
    smtpPort: rest.SMTP_PORT,
    marketPort: rest.MARKET_PORT,
  }
}
