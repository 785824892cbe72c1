import { BASE32_LENGTH, decodeBase32, encodeBase32 } from './base32.ts'
import { invariant } from './invariant.ts'
import { accept, refuse, type Result } from './result.ts'
import type { Uuid } from './uuid.ts'

/** The prefixes of ids at the API's edge, so that a person sees what an id is of. */
export const ID_PREFIXES = {
  account: 'acc',
  marketplace: 'mkt',
  payment: 'pay',
  checkout: 'chk',
  dispute: 'dsp',
  event: 'evt',
  transfer: 'trf',
  ledgerAccount: 'lac',
  topUp: 'top',
  deposit: 'dep',
  payout: 'pot',
  payoutBatch: 'pob',
  bankAccount: 'bac',
  webhookEndpoint: 'whe',
  apiKey: 'key',
  quote: 'quo',
  request: 'req',
  session: 'ses',
  passkey: 'psk',
  card: 'crd',
  cardSetup: 'cst',
  identityCheck: 'idc',
  document: 'doc',
  evidence: 'evd',
  recovery: 'rec',
  closure: 'clo',
  staffMember: 'stf',
  staffCase: 'cas',
  approval: 'apr',
  typedRate: 'rat',
  auditEntry: 'aud',
  historyEntry: 'his',
  notification: 'ntf',
} as const

/** One of the prefixes, without the underscore. */
export type IdPrefix = (typeof ID_PREFIXES)[keyof typeof ID_PREFIXES]

declare const idBrand: unique symbol

/**
 * The form of an id outside the product, as in TypeID: prefix, underscore, and the 128 bits of its
 * UUID as 26 lowercase Crockford base32 characters. Ids of one prefix sort as their UUIDs do.
 */
export type Id<P extends IdPrefix> = string & { readonly [idBrand]: P }

/** The outside form of a UUID. Throws InvariantError unless it is in canonical lowercase. */
export function encodeId<P extends IdPrefix>(prefix: P, uuid: Uuid): Id<P> {
  const encoded = encodeBase32(uuid)
  invariant(encoded !== undefined, `${uuid} is not a UUID`)
  const text = `${prefix}_${encoded}`
  invariant(isFramed(prefix, text), `${text} is not an id`)
  return text
}

/** The UUID of an id from outside. Refuses other prefixes, capitals and the letters i, l, o, u. */
export function decodeId(prefix: IdPrefix, text: string): Result<Uuid, 'malformed_id'> {
  if (!isFramed(prefix, text)) return refuse('malformed_id')
  const uuid = decodeBase32(text, prefix.length + 1)
  return uuid === undefined ? refuse('malformed_id') : accept(uuid)
}

function isFramed<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return (
    text.length === prefix.length + 1 + BASE32_LENGTH &&
    text.charAt(prefix.length) === '_' &&
    text.startsWith(prefix)
  )
}
