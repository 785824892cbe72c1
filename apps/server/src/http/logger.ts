import type { LoggerOptions } from 'pino'

const SECRET_HEADERS = ['authorization', 'cookie', 'idempotency-key']

/** No secret reaches the log, also when somebody logs a whole request or its headers. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    serializers: { err: describeError },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: SECRET_HEADERS.flatMap((name) => [
      `headers["${name}"]`,
      `*.headers["${name}"]`,
      `["${name}"]`,
    ]),
  }
}

/** The database tells in further fields which row it refused: those belong to people. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? String(error.code) : undefined
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  return { type: error.name, code, message: error.message, stack: error.stack, cause }
}
