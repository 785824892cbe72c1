import type { AppRefusalCode } from '@danbao/contracts'

/** The same for the codes that only the wallet and the console get. Plain text, safe in HTML. */
export const APP_EXPLANATIONS: Readonly<Record<AppRefusalCode, string>> = {
  origin_not_allowed:
    'A change needs the header Danbao-App, and an Origin that is the host. Behind a proxy, let Host through.',
  session_required: 'There is no cookie of a session, or the session has ended. Sign in.',
  second_factor_required: 'The password was right. A code or a passkey has to follow.',
  captcha_failed:
    'The solution is wrong, too old, used, or for something else. Ask for a new task.',
  try_later: 'The member locked_until says when it goes on. Tries before that count for nothing.',
  link_invalid: 'A link is good once, for a while, and for one purpose. Ask for a new one.',
  code_wrong: 'The member tries_left says how many tries are left.',
  code_gone: 'A code is good once, for a few minutes and a few tries. Ask for a new one.',
  credentials_wrong: 'Which of the two is wrong is told to nobody.',
  password_wrong: 'The member tries_left says how many tries are left.',
  password_weak: 'The member warning says what makes it easy to guess. Choose another one.',
  password_used: 'A password that was replaced never works again. Choose one that is new.',
  profile_locked: 'What documents have proved is not changed by its owner. Prove it anew.',
  payment_password_weak:
    'No rows, repeats, dates, or the end of the phone number. Choose other digits.',
  answers_wrong: 'At least one answer is wrong; which one is told to nobody.',
  phone_invalid: 'A number in the international form is needed, and one that gets SMS.',
  phone_in_use: 'A number belongs to one account. Use another, or close the other account.',
  email_in_use: 'An address belongs to one account. Use another, or sign in with this one.',
  document_in_use: 'A document proves one account. Use that account, or ask support.',
  step_missing: 'Steps have an order. Fetch how far things are, and do what comes first.',
  file_too_large: 'A file may have 15 MB, and a picture 60 million pixels. Send a smaller one.',
  file_unreadable: 'It is empty or damaged. Send another one.',
  file_refused:
    'Nothing of the file was taken in. `problem` and `place` say what is wrong with it and where.',
  file_type:
    'JPEG, PNG, HEIC and PDF are taken, and MP4, MOV and WebM in a dispute, by what the file is and not by its name.',
  evidence_full: 'Each side of a dispute may add 20 files. Say more in an offer or a message.',
  picture_unfit: 'The member why says what is wrong with it. Take another one.',
  permission_missing: 'No role of this member of staff has the permission that is needed.',
  second_person_needed: 'Who asked for something can not approve it. Somebody else has to.',
  case_taken: 'The case is assigned to somebody else. Take it over, or leave it to them.',
  closure_blocked:
    'The member obstacles says what has to come to its end first: money, payments, disputes.',
  password_needed: 'A session is not enough for this. Send the password too, or sign in again.',
  ceremony_gone: 'What a passkey signs is good once and for minutes. Begin again.',
  passkey_refused: 'The signature is not good, or the passkey belongs to nobody here.',
  marketplace_unavailable: 'Its OpenID Connect provider could not be reached. Try again later.',
  marketplace_refused: 'Its answer was not good, or the person stopped there. Begin again.',
  marketplace_address_unconfirmed: 'Confirm the address with the marketplace, then begin again.',
  checkout_changed: 'Sum or payees have changed since they were shown. Show them again, then pay.',
  marketplace_in_use: 'A sign-in of a marketplace belongs to one account. Remove it there first.',
  processor_missing: 'The operator has set no STRIPE_SECRET_KEY, so cards can not be added.',
  processor_unavailable: 'Nothing was changed. Send the request again in a minute.',
  card_in_use: 'A payment with it is under way. It ends within half an hour; then unlink the card.',
  tax_id_invalid: 'A boleto names its payer by CPF or CNPJ. The check digits do not agree.',
  bank_account_known: 'Each bank account of a person is kept once.',
  bank_accounts_full: 'A person has five bank accounts at most. Remove one that is not used.',
  card_declined: 'The member reason says why, as far as its holder may know. Nothing was charged.',
  card_expired: 'A card is good through the last day of its month. Send a month that is not over.',
}
