export interface ErrorBody {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  readonly message: string
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
  readonly charge?: string
  readonly payment_intent?: object
  readonly payment_method?: object
  readonly setup_intent?: object
}

/** A refusal in the form of Stripe's API: `{ error: { type, code, message, … } }`. */
export class ApiError extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(body.message)
    this.status = status
    this.body = body
  }
}

/** What was asked for can not be done: HTTP 400. */
export function refusal(message: string, details: Partial<ErrorBody> = {}): ApiError {
  return new ApiError(400, { ...details, type: 'invalid_request_error', message })
}

/** `param` is where the id was given; without it the address itself leads nowhere. */
export function missing(noun: string, id: string, param?: string): ApiError {
  return new ApiError(param === undefined ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param: param ?? 'id',
  })
}
