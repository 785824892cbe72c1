import { type AmountView, typeAmount } from '@danbao/ui'

/** To the form, filled in as far as it is known. `next`: a path of the server to come back to. */
export function topUpLink({
  amount,
  rail,
  next,
}: {
  readonly amount?: AmountView
  readonly rail?: string
  readonly next?: string
} = {}): string {
  const search = new URLSearchParams()
  if (amount !== undefined) {
    search.set('amount', typeAmount(amount))
    search.set('currency', amount.currency)
  }
  if (rail !== undefined) search.set('rail', rail)
  if (next !== undefined) search.set('next', next)
  const text = search.toString()
  return text === '' ? '/top-up' : `/top-up?${text}`
}
