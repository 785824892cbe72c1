import type { Call } from '../call.ts'
import type { Facts } from './facts.ts'
import type { Verdict } from './payments.ts'

/** Whoever is first becomes the buyer of all its payments; who sells one of them can not. */
export function judgeTake(facts: Facts, { by, target }: Call): Verdict {
  const payments = facts.checkouts.get(target)?.payments ?? []
  const person = by.as ?? ''
  const [first] = payments
  if (first === undefined || (first.buyer !== '' && first.buyer !== person)) return 'not_found'
  if (first.buyer === '' && payments.some(({ seller }) => seller === person)) return 'same_account'
  return () => payments.forEach((payment) => (payment.buyer = person))
}
