import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './open.ts'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

/** An embedded server that is opened again whenever it has gone, until it is closed. */
export interface SupervisedPostgres {
  /** The present server, or the last one while none runs. */
  current(): EmbeddedPostgres
  /** Resolves when a server runs; rejects once closed. */
  running(): Promise<void>
  close(): Promise<void>
}

/** Throws when the first opening fails; later failures are logged and tried again. */
export async function supervisePostgres(options: EmbeddedOptions): Promise<SupervisedPostgres> {
  let current = await openEmbeddedPostgres(options)
  let reopening: Promise<void> | undefined
  let closed = false

  const watch = (server: EmbeddedPostgres): void => {
    server.onExit(() => {
      if (closed) return
      options.log.warn(`PostgreSQL (process ${server.pid}) has ended; opening it again.`)
      reopening = reopen().finally(() => (reopening = undefined))
    })
  }

  const reopen = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; !closed; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        current = await openEmbeddedPostgres(options)
        options.log.info(`PostgreSQL runs again (process ${current.pid}).`)
        return watch(current)
      } catch (error) {
        options.log.warn(`PostgreSQL could not be opened: ${String(error)}`)
        await sleep(pause)
      }
    }
  }

  watch(current)
  return {
    current: () => current,
    async running() {
      await reopening
      if (closed) throw new Error('The database is closed.')
    },
    async close() {
      closed = true
      await reopening
      await current.stop()
    },
  }
}
