import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Refusal } from '@danbao/contracts'
import { accept, refuse, type Result } from '@danbao/kernel'

/** In North America a mobile number looks like any other. */
const ACCEPTED: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE'])

const INVALID: Refusal = {
  code: 'phone_invalid',
  detail: 'This is no mobile number. Type it with its country code, e.g. +49 151 12345678.',
}

/** E.164 of a number as it was typed; without + it is read as one of the country. */
export function readPhone(typed: string, country: string | null): Result<string, Refusal> {
  const home = country !== null && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(
    typed.normalize('NFKC'),
    home === undefined ? { extract: false } : { defaultCountry: home, extract: false },
  )
  const callable = parsed?.isValid() === true && parsed.ext === undefined
  if (!callable || !ACCEPTED.has(parsed.getType())) return refuse(INVALID)
  return accept(parsed.number)
}
