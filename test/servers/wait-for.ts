import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 20_000
const PAUSE_MS = 25

/** Asks until there is an answer. Throws with the name of what was waited for. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > giveUpAt) throw new Error(`Waited ${patienceMs} ms in vain: ${what}.`)
    await sleep(PAUSE_MS)
  }
}
