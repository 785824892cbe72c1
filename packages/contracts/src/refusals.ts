import { APP_REFUSALS, type AppRefusalCode } from './app-refusals.ts'

/**
 * Every reason for which the API says no, with its HTTP status. The codes are stable: clients
 * decide by them.
 */
export const REFUSALS = {
  invalid_request: [400, 'The request is not valid'],
  invalid_json: [400, 'The body is not valid JSON'],
  invalid_cursor: [400, 'The cursor is not valid here'],
  idempotency_key_missing: [400, 'An Idempotency-Key header is required'],
  idempotency_key_invalid: [400, 'The Idempotency-Key header is not valid'],
  unauthenticated: [401, 'A valid API key is required'],
  not_allowed: [403, 'This caller may not do this'],
  account_frozen: [403, 'The account is frozen'],
  account_resting: [403, 'The account was recovered and its payments are paused'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'This path does not answer to this method'],
  wrong_state: [409, 'The present state does not allow this'],
  reference_in_use: [409, 'The reference is in use already'],
  account_closed: [409, 'The account is closed'],
  dispute_open: [409, 'A dispute is open already'],
  body_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The body must be JSON'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used with another request'],
  currency_not_enabled: [422, 'The currency is not enabled'],
  currency_mismatch: [422, 'The currencies differ'],
  amount_too_large: [422, 'The amount is too large'],
  amount_mismatch: [422, 'The amounts differ'],
  out_of_bounds: [422, 'The amount is out of the bounds of this way'],
  insufficient_funds: [422, 'The balance does not suffice'],
  limit_exceeded: [422, 'A limit of the account would be exceeded'],
  rate_unavailable: [422, 'There is no exchange rate for this currency'],
  file_refused: [422, 'The file can not be taken in'],
  quote_expired: [422, 'The quote has expired'],
  not_withdrawable: [422, 'Money in a wallet is never paid out'],
  bank_account_invalid: [422, 'The bank account is not valid'],
  same_account: [422, 'Buyer and seller are the same'],
  pay_by_checkout: [422, 'The payment is paid with its checkout'],
  not_extendable: [422, 'The deadline can not be extended now'],
  claim_window_closed: [422, 'The time for a claim is over'],
  nothing_to_accept: [422, 'There is no offer of the other side'],
  url_not_allowed: [422, 'Webhooks can not be sent to this address'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'Something went wrong on our side'],
  database_unavailable: [503, 'The service is not available for a moment'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type RefusalCode = keyof typeof REFUSALS

/** A field of the request and what is wrong with it; `pointer` is an RFC 6901 JSON pointer. */
export interface FieldError {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** Why something was refused: a stable code and a sentence that helps. */
export interface Refusal {
  readonly code: RefusalCode | AppRefusalCode
  readonly detail: string
  /** Further members of the problem details, e.g. the present `state`. */
  readonly members?: Readonly<Record<string, string | readonly string[] | null>>
  readonly errors?: readonly FieldError[]
}

/** Of the API, and of the two apps. */
export const ALL_REFUSALS = { ...REFUSALS, ...APP_REFUSALS } as const

/** The refusal as RFC 9457 problem details. */
export function problemOf(refusal: Refusal): { readonly status: number; readonly body: string } {
  const [status, title] = ALL_REFUSALS[refusal.code]
  const body = JSON.stringify({
    type: `/problems/${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    ...refusal.members,
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
  })
  return { status, body }
}
