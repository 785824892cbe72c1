import type { CaptchaPurpose } from '@danbao/contracts/wallet'
import { solveChallenge } from 'altcha-lib/v1'
import { useEffect, useRef } from 'react'
import { api } from '../../api.ts'

/** A solution is good for ten minutes; one that was made much earlier is made anew. */
const FRESH_MS = 8 * 60_000

interface Solved {
  readonly solution: Promise<string>
  readonly at: number
}

/**
 * The check against robots. The browser begins its piece of work while the person types, so that
 * nobody waits for it. `take` gives the solution, which is good once.
 */
export function useCaptcha(purpose: CaptchaPurpose): { readonly take: () => Promise<string> } {
  const kept = useRef<Solved>(undefined)
  const begin = (): Solved => {
    const solved = { solution: solve(purpose), at: performance.now() }
    // Who takes it sees the failure; nobody may ever take this one.
    solved.solution.catch(() => undefined)
    kept.current = solved
    return solved
  }
  useEffect(() => {
    kept.current ??= begin()
  })
  return {
    async take() {
      const last = kept.current
      const old = last === undefined || performance.now() - last.at > FRESH_MS
      const { solution } = old ? begin() : last
      kept.current = undefined
      return solution
    },
  }
}

async function solve(purpose: CaptchaPurpose): Promise<string> {
  const made = await api.call('getCaptcha', { query: { purpose } })
  const { algorithm, challenge, salt, maxnumber, signature } = made
  const found = await solveChallenge(challenge, salt, algorithm, maxnumber).promise
  if (found === null) throw new Error('a captcha can be solved')
  return btoa(JSON.stringify({ algorithm, challenge, number: found.number, salt, signature }))
}
