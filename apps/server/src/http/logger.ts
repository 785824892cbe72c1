import type { LoggerOptions } from 'pino'

const SECRET_HEADERS = ['authorization', 'cookie', 'idempotency-key']

/** No secret reaches the log, also when somebody logs a whole request or its headers. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: SECRET_HEADERS.flatMap((name) => [
      `headers["${name}"]`,
      `*.headers["${name}"]`,
      `["${name}"]`,
    ]),
  }
}
