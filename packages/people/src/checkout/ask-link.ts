import { timingSafeEqual } from 'node:crypto'
import { type AskedToPay, askedToPay } from '@danbao/contracts/wallet'
import type { Uuid } from '@danbao/kernel'
import type { Vault } from '../base/vault.ts'

const PURPOSE = 'checkout_ask'

/**
 * Who asks and what they say, and a keyed fingerprint of it: a page of ours never says in
 * somebody's name what they did not write, nor about another checkout.
 */
export function signAsk(vault: Vault, checkoutId: Uuid, asked: AskedToPay): string {
  const said = Buffer.from(JSON.stringify(asked)).toString('base64url')
  return `${said}.${fingerprint(vault, checkoutId, said).toString('base64url')}`
}

/** What was asked; undefined when any of it was changed or cut off on its way. */
export function readAsk(vault: Vault, checkoutId: Uuid, ask: string): AskedToPay | undefined {
  const [said = '', signature = ''] = ask.split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = fingerprint(vault, checkoutId, said)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return askedToPay.parse(JSON.parse(Buffer.from(said, 'base64url').toString()))
}

function fingerprint(vault: Vault, checkoutId: Uuid, said: string): Buffer {
  return vault.fingerprint(PURPOSE, `${checkoutId}.${said}`)
}
