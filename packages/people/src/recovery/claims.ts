import { z } from 'zod'
import type { Vault } from '../base/vault.ts'

/** What somebody without their mailbox says about the account; null: they do not know. */
const claims = z.strictObject({
  phone: z.string().nullable(),
  cardLastFour: z.string().nullable(),
  recentPayments: z.string().nullable(),
  turnover: z.string().nullable(),
})
export type Claims = z.infer<typeof claims>

const PURPOSE = 'recovery_claims'

export function sealClaims(vault: Vault, value: Claims): Buffer {
  return vault.seal(PURPOSE, JSON.stringify(value))
}

export function openClaims(vault: Vault, sealed: Uint8Array): Claims {
  return claims.parse(JSON.parse(vault.open(PURPOSE, sealed).toString()))
}
