import { nextPath } from '@danbao/contracts/wallet'
import { z } from 'zod'

const details = z.object({
  /** Where the person was going: a path of the wallet. */
  next: nextPath.optional(),
  /** Of a money transfer, as its sender stands on their document. */
  sender: z.string().optional(),
  /** Of its number. */
  last4: z.string().optional(),
  /** Of who pays a boleto: CPF or CNPJ without its marks. */
  taxId: z.string().optional(),
})
/** What is kept with a top-up beside its amount. */
export type Details = z.output<typeof details>

export function readDetails(json: string): Details {
  const read: unknown = JSON.parse(json)
  return details.parse(read)
}
