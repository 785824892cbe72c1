import type { Refusal } from '@danbao/contracts'
import { accept, hours, refuse, type Result, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { matchesSecret } from '../base/secrets.ts'
import { forgiveTries, takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { normaliseAnswer } from '../registration/answers.ts'

/** Answers are guessed more easily than passwords: the lock is longer, and grows. */
const RULE: ThrottleRule = { tries: 5, within: hours(24), lock: hours(1) }

export interface GivenAnswer {
  readonly position: number
  readonly answer: string
}

/**
 * Whether all answers are right; which one was not is never said, and all are looked at whatever
 * the first one is. Guesses are counted per person, before they are looked at.
 */
export async function checkAnswers(
  deps: PeopleDeps,
  personId: Uuid,
  given: readonly GivenAnswer[],
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const key = `answers:${personId}`
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return refuse(tryLater(lockedUntil))
  const stored = await readHashes(deps, personId)
  const verdicts = await Promise.all(
    given.map(({ position, answer }) =>
      matchesSecret(stored.get(position) ?? null, normaliseAnswer(answer)),
    ),
  )
  if (verdicts.includes(false)) return refuse(answersWrong(triesLeft))
  await forgiveTries(deps.pool, key)
  return accept(undefined)
}

async function readHashes(
  { pool }: PeopleDeps,
  personId: Uuid,
): Promise<ReadonlyMap<number, string>> {
  const sql = 'SELECT position, answer_hash FROM people.security_answer WHERE person_id = $1'
  const rows = await queryText(pool, sql, [personId])
  return new Map(
    rows.map((row) => {
      const r = readRow(row)
      return [r.integer(), r.text()] as const
    }),
  )
}

function answersWrong(triesLeft: number): Refusal {
  return {
    code: 'answers_wrong',
    detail: 'These are not the answers.',
    members: { tries_left: String(triesLeft) },
  }
}
