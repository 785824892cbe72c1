/** Where the database layer tells the operator what it does; a pino logger fits. */
export interface Log {
  info(message: string): void
  warn(message: string): void
}

/** For tests and tools that have nobody to tell. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined }
