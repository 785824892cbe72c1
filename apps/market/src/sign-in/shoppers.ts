import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** Somebody with an account at the demo marketplace. Nobody of them is real. */
export interface Shopper {
  /** Never changes and is never given to another: the `sub` of OpenID Connect. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
}

const SHOPPERS: readonly Shopper[] = [
  shopper('1', 'Sample Shopper', 'sample.shopper', true),
  shopper('2', 'Sample Seller', 'sample.seller', true),
  shopper('3', 'Sample Newcomer', 'sample.newcomer', true),
  shopper('4', 'Sample Without Confirmation', 'not.confirmed', false),
  shopper('5', 'Sample Knitter', 'sample.knitter', true),
]

/** Of all of them: it is a demo, and the list beside the form lets everybody in anyway. */
export const DEMO_PASSWORD = 'sample-password'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const SALT = randomBytes(16)
const PASSWORD_HASH = await derive(DEMO_PASSWORD, SALT, 32)

function shopper(number: string, name: string, mailbox: string, emailVerified: boolean): Shopper {
  return { id: `shopper-${number}`, name, email: `${mailbox}@market.example`, emailVerified }
}

export function listShoppers(): readonly Shopper[] {
  return SHOPPERS
}

export function findShopper(id: string): Shopper | undefined {
  return SHOPPERS.find((shopper) => shopper.id === id)
}

/** Undefined when address and password do not belong together; it takes as long. */
export async function findByPassword(
  email: string,
  password: string,
  among: readonly Shopper[] = SHOPPERS,
): Promise<Shopper | undefined> {
  const given = await derive(password, SALT, 32)
  const found = among.find((shopper) => shopper.email.toLowerCase() === email.trim().toLowerCase())
  return timingSafeEqual(given, PASSWORD_HASH) ? found : undefined
}
