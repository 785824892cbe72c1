import { type Instant, invariant } from '@danbao/kernel'
import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands; others ignore what they are told. */
const ALGORITHM = 'SHA1'
const DIGITS = 6
const PERIOD = 30
const SECRET_BYTES = 20
/** Steps that a phone's clock may be ahead or behind. */
const WINDOW = 1
const ISSUER = 'Danbao'

/** A new secret of 160 bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The content of the QR code that apps scan. `label`: whose account it is, e.g. the address. */
export function totpUri(secret: string, label: string): string {
  return generator(secret, label).toString()
}

/** The six digits that an app shows at this time. */
export function totpCodeAt(secret: string, at: Instant): string {
  return generator(secret).generate({ timestamp: at })
}

/**
 * The step of 30 seconds that the code belongs to; undefined when it is wrong or too old, or when
 * its step is not later than `lastStep`: a code that was seen on its way is of no use again.
 */
export function findTotpStep(
  secret: string,
  code: string,
  { now, lastStep }: { readonly now: Instant; readonly lastStep: number },
): number | undefined {
  const totp = generator(secret)
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW })
  if (delta === null) return undefined
  const step = totp.counter({ timestamp: now }) + delta
  invariant(Number.isSafeInteger(step), 'a step is a whole number')
  return step > lastStep ? step : undefined
}

function generator(secret: string, label = 'account'): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: ALGORITHM,
    digits: DIGITS,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })
}
