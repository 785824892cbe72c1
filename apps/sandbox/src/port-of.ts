import type { AddressInfo } from 'node:net'

/** The port a server has got, where it was asked for any. */
export function portOf(address: AddressInfo | string | null, asked: number): number {
  return typeof address === 'object' && address !== null ? address.port : asked
}
