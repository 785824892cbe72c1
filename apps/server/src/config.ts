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
})

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new OperatorError(problems.join('\n'))
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DANBAO_MODE } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataFolder: DATA_DIR,
    databaseUrl: DATABASE_URL,
    mode: DANBAO_MODE,
    logLevel: parsed.data.LOG_LEVEL,
    requestsPerMinute: parsed.data.REQUESTS_PER_MINUTE,
  }
}
