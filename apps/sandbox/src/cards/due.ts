/** What happens by itself at its time: a page expires, a refund arrives. */
export interface DueList {
  /** One per key: a later call takes the place of an earlier one. `at` in seconds since 1970. */
  plan(key: string, at: number, run: () => void): void
  drop(key: string): void
  /** Does what is due by now. */
  run(): void
}

export function createDueList(now: () => number): DueList {
  const planned = new Map<string, { readonly at: number; readonly run: () => void }>()
  return {
    plan: (key, at, run) => void planned.set(key, { at, run }),
    drop: (key) => void planned.delete(key),
    run() {
      const time = now()
      const due = [...planned].filter(([, { at }]) => at <= time)
      for (const [key, { run }] of due.sort(([, a], [, b]) => a.at - b.at)) {
        planned.delete(key)
        run()
      }
    },
  }
}
