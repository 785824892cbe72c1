import { createHash } from 'node:crypto'
import { ApiError } from '../api-error.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

interface Kept extends Answer {
  readonly asked: string
  readonly at: number
}

export interface Asked {
  /** Of the header; undefined: every time is the first. */
  readonly key: string | undefined
  /** Method, path and parameters, as they came. */
  readonly request: string
}

/** `isReplayed`: the work was done before, and this is what was answered then. */
export interface Given extends Answer {
  readonly isReplayed: boolean
}

export interface AnswerBook {
  /** Throws ApiError when the key was used for something else. What `work` throws is not kept. */
  answerOnce(asked: Asked, work: () => Answer): Given
}

const KEPT_S = 24 * 60 * 60
const LONGEST_KEY = 255

/** `now` in seconds since 1970. */
export function createAnswerBook(now: () => number): AnswerBook {
  const book = new Map<string, Kept>()
  const forgetOld = (): void => {
    for (const [key, { at }] of book) {
      if (at + KEPT_S > now()) return
      book.delete(key)
    }
  }
  return {
    answerOnce({ key, request }, work) {
      if (key === undefined) return { ...work(), isReplayed: false }
      if (key.length > LONGEST_KEY) throw keyError('Idempotency keys are 255 characters or less.')
      forgetOld()
      const asked = createHash('sha256').update(request).digest('base64url')
      const kept = book.get(key)
      if (kept !== undefined) {
        if (kept.asked !== asked) throw keyError(reusedFor(key))
        return { status: kept.status, body: kept.body, isReplayed: true }
      }
      const answer = work()
      book.set(key, { ...answer, asked, at: now() })
      return { ...answer, isReplayed: false }
    },
  }
}

function keyError(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message })
}

function reusedFor(key: string): string {
  return (
    'Keys for idempotent requests can only be used with the same parameters they were first used ' +
    `with. Try using a key other than '${key}' if you meant to execute a different request.`
  )
}
