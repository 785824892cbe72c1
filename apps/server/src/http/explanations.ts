import type { RefusalCode } from '@danbao/contracts'

/** What each code means for whoever gets it, and what to do. Plain text that is safe in HTML. */
export const EXPLANATIONS: Readonly<Record<RefusalCode, string>> = {
  invalid_request: 'The member errors names every field that is wrong, and why. Nothing was done.',
  invalid_json: 'The body is not JSON in UTF-8. Nothing was done.',
  invalid_cursor: 'Cursors are good for the list and the filters they came from. Start anew.',
  idempotency_key_missing:
    'Commands on money need a key, so that a repetition is never done twice.',
  idempotency_key_invalid:
    'A key is 1 to 255 printable ASCII characters, bare or in double quotes.',
  unauthenticated: 'The key is missing, wrong or revoked. Sandbox keys work in sandboxes only.',
  not_allowed: 'The key is good, but this is for another side of the payment, or for staff.',
  account_frozen:
    'Staff have frozen the account. It can not spend; refunds still come in. Its owner reads the reason in the wallet.',
  account_closed: 'Its owner has left. Nobody can pay with this account or be paid by it any more.',
  account_resting:
    'The account was recovered, and for 24 hours its money does not move, so that nobody who took it over gets away with anything.',
  not_found: 'It does not exist, or it is not yours.',
  method_not_allowed: 'The header Allow lists the methods of this path.',
  wrong_state: 'The member state says how things are. Fetch the object and decide again.',
  reference_in_use: 'Another object has this reference. It was probably made by an earlier try.',
  dispute_open: 'A payment has one open dispute at a time.',
  body_too_large:
    'The member max_bytes says how large a body may be: 64 KiB, and 15 MiB where a file is sent.',
  unsupported_media_type: 'Send JSON with Content-Type: application/json.',
  idempotency_key_reused: 'The key belongs to a request with another path or body. Use a new one.',
  currency_not_enabled: 'The operator has not switched this currency on.',
  currency_mismatch: 'All amounts of one payment have one currency.',
  amount_too_large: 'There is less than that to give.',
  amount_mismatch: 'The parts come to another sum than the whole that was named.',
  out_of_bounds:
    'Each way for money to come in has a least and a most, and boletos have a bound for the month. The answer names the bound.',
  insufficient_funds: 'The wallet holds less than the payment needs. Top it up and pay again.',
  limit_exceeded: 'The level of the buyer allows less. A higher level has higher limits.',
  file_refused:
    'Nothing of the file was taken in. `problem` and `place` say what is wrong with it and where.',
  rate_unavailable: 'Without an exchange rate for the day the limits can not be checked.',
  quote_expired: 'Prices hold for a short time. Ask for a new quote.',
  not_withdrawable: 'What is in a wallet buys things. Only proceeds of sales are paid out.',
  bank_account_invalid: 'The digits of the IBAN or the BIC do not agree. `field` says which.',
  same_account: 'Nobody can pay themselves.',
  pay_by_checkout: 'The payment belongs to a checkout and is paid with it.',
  not_extendable: 'Once, in the last five days, and only for payments with more than five days.',
  claim_window_closed: 'Claims are possible for 15 days after the money was released.',
  nothing_to_accept: 'Only an offer that the other side made last can be accepted.',
  url_not_allowed: 'Webhooks go to public addresses, by https.',
  rate_limited: 'Wait for the seconds in Retry-After, then repeat with the same key.',
  internal_error: 'It is our fault, and logged. A repetition with the same key is safe.',
  database_unavailable: 'Wait for the seconds in Retry-After, then repeat with the same key.',
}
