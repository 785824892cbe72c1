/**
 * Reasons that only the wallet and the console know, beside those of the API. The apps have words
 * for each code in every language; the titles here are for developers and logs.
 */
export const APP_REFUSALS = {
  origin_not_allowed: [403, 'The request came from another site'],
  session_required: [401, 'Nobody is signed in'],
  second_factor_required: [401, 'The second factor is missing'],
  captcha_failed: [422, 'The check against robots failed'],
  try_later: [429, 'Too many tries'],
  link_invalid: [410, 'The link was used or is too old'],
  code_wrong: [422, 'The code is wrong'],
  code_gone: [410, 'The code is too old or was used'],
  credentials_wrong: [422, 'Address or password are wrong'],
  password_wrong: [422, 'The password is wrong'],
  password_weak: [422, 'The password is easy to guess'],
  password_used: [422, 'The password was used before'],
  profile_locked: [409, 'Name and country were proved by documents'],
  payment_password_weak: [422, 'The payment password is easy to guess'],
  answers_wrong: [422, 'The answers are wrong'],
  phone_invalid: [422, 'This is no mobile number'],
  phone_in_use: [409, 'The number belongs to another account'],
  email_in_use: [409, 'The address belongs to another account'],
  document_in_use: [409, 'The document belongs to another account'],
  step_missing: [409, 'An earlier step is missing'],
  file_too_large: [413, 'The file is too large'],
  file_unreadable: [422, 'The file can not be read as a picture'],
  file_type: [415, 'The file is of another type'],
  picture_unfit: [422, 'The picture is not good enough'],
  permission_missing: [403, 'This role may not do this'],
  second_person_needed: [403, 'Somebody else has to approve this'],
  case_taken: [409, 'Somebody else works on this case'],
  closure_blocked: [409, 'Something stands in the way of closing the account'],
  password_needed: [403, 'The sign-in is too long ago: the password is needed'],
  ceremony_gone: [410, 'It took too long, or was done already'],
  passkey_refused: [422, 'The passkey was not accepted'],
  marketplace_unavailable: [503, 'The marketplace does not answer'],
  marketplace_refused: [422, 'The marketplace did not confirm who it is'],
  marketplace_address_unconfirmed: [422, 'The marketplace has not confirmed the address'],
  marketplace_in_use: [409, 'The sign-in belongs to another account'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type AppRefusalCode = keyof typeof APP_REFUSALS
