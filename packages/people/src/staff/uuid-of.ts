import { decodeId, type IdPrefix, type Uuid } from '@danbao/kernel'

/** Of an id as the API writes it; undefined for none, and for what is no such id. */
export function uuidOf(prefix: IdPrefix, text: string | undefined): Uuid | undefined {
  if (text === undefined) return undefined
  const decoded = decodeId(prefix, text)
  return decoded.ok ? decoded.value : undefined
}
