import type { FieldError, RefusalCode } from '@danbao/contracts'

/** Codes may be added to the API, so decide by those you know and have a way for the others. */
export type ErrorCode = RefusalCode | (string & {})

/** The API said no. Nothing was done, unless `status` is 500 or more. */
export class DanbaoError extends Error {
  override readonly name = 'DanbaoError'
  /** Of HTTP. */
  readonly status: number
  /** Stable; `unknown` when the answer came from something in between. */
  readonly code: ErrorCode
  readonly detail: string
  /** Each wrong field of an `invalid_request`, with a pointer to it. */
  readonly errors: readonly FieldError[]
  /** Tell it when you ask for help; undefined when the answer came from something in between. */
  readonly requestId: string | undefined

  constructor(status: number, problem: Problem, requestId: string | undefined) {
    super(`${problem.code}: ${problem.detail}`)
    this.status = status
    this.code = problem.code
    this.detail = problem.detail
    this.errors = problem.errors
    this.requestId = requestId
  }
}

/** No answer came, or none that could be read. Whether something was done is not known. */
export class DanbaoConnectionError extends Error {
  override readonly name = 'DanbaoConnectionError'
}

interface Problem {
  readonly code: ErrorCode
  readonly detail: string
  readonly errors: readonly FieldError[]
}

/** The error in an answer that is no success. */
export function errorOf(response: Response, text: string): DanbaoError {
  const requestId = response.headers.get('danbao-request-id') ?? undefined
  return new DanbaoError(response.status, problemIn(text, response), requestId)
}

function problemIn(text: string, response: Response): Problem {
  const fallback = `HTTP ${response.status} ${response.statusText}`.trim()
  const unknown = { code: 'unknown', detail: fallback, errors: [] }
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    return unknown
  }
  try {
    return { ...unknown, ...JSON.parse(text) }
  } catch {
    return unknown
  }
}
