/** What is to happen later, as long as nobody calls it off. */
export interface Timers {
  after(ms: number, run: () => void): void
  clear(): void
}

export function createTimers(): Timers {
  const waiting = new Set<NodeJS.Timeout>()
  return {
    after(ms, run) {
      const timer = setTimeout(() => {
        waiting.delete(timer)
        run()
      }, ms)
      waiting.add(timer)
    },
    clear() {
      for (const timer of waiting) clearTimeout(timer)
    },
  }
}
