import type { Logger } from 'pino'

/** Something that is done again and again until it is stopped. */
export interface Loop {
  /** Waits for the round under way. */
  stop(): Promise<void>
}

/**
 * Does `round` every `pauseMs`. A round that fails is logged and tried again: the database may be
 * away for a while.
 */
export function startLoop(
  name: string,
  pauseMs: number,
  round: () => Promise<unknown>,
  log: Logger,
): Loop {
  let wake: (() => void) | undefined
  let stopped = false
  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        await round()
      } catch (error) {
        log.warn({ err: error, loop: name }, 'A background round failed and will be repeated.')
      }
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return {
    async stop() {
      stopped = true
      wake?.()
      await running
    },
  }
}
