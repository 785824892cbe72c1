import type { FieldError } from '@danbao/contracts'
import type { ApiRefusalCode } from './refusal-words.ts'

export interface Problem {
  /** A code that this version does not know is `unknown`. */
  readonly code: ApiRefusalCode
  readonly status: number
  readonly detail: string
  readonly errors: readonly FieldError[]
  /** Further members, e.g. `tries_left`. */
  readonly members: Readonly<Record<string, unknown>>
}

/** The server said no, or did not answer. */
export class ApiRefusal extends Error implements Problem {
  override readonly name = 'ApiRefusal'
  readonly code: ApiRefusalCode
  readonly status: number
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly members: Readonly<Record<string, unknown>>

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.detail}`, options)
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail
    this.errors = problem.errors
    this.members = problem.members
  }

  /** A member that is a text or a number, as text. */
  member(name: string): string | undefined {
    const value = this.members[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
}

/** Whether this is the server's no with one of these codes. */
export function isRefusal(
  error: unknown,
  ...codes: readonly ApiRefusalCode[]
): error is ApiRefusal {
  return error instanceof ApiRefusal && (codes.length === 0 || codes.includes(error.code))
}

/** Any failure as a refusal: what is no refusal is `unknown`. */
export function refusalOf(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error
  const detail = error instanceof Error ? error.message : String(error)
  return refusalWithout('unknown', detail, error)
}

export function refusalWithout(
  code: 'offline' | 'unknown',
  detail: string,
  cause: unknown,
): ApiRefusal {
  return new ApiRefusal({ code, status: 0, detail, errors: [], members: {} }, { cause })
}
