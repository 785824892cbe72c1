import type { DeskFilter } from '@danbao/contracts/console'
import { stringifySearch } from '@danbao/ui'

/** Which payments are listed, as the address writes it; empty: all. */
export type PaymentFilter = Readonly<Partial<Record<keyof DeskFilter, string | undefined>>>

export function paymentsAddress(filter: PaymentFilter): string {
  return `/payments${stringifySearch(filter)}`
}
