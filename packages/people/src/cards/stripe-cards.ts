import type { Stripe } from 'stripe'
import type { CardProcessor, ProcessorCard } from './processor.ts'
import { callStripe, callUnlessMissing } from './stripe-calls.ts'

type Cards = Pick<
  CardProcessor,
  'addHolder' | 'removeHolder' | 'readCard' | 'changeExpiry' | 'removeCard'
>

/** Who has which cards. */
export function createStripeCards(stripe: Stripe): Cards {
  const read = async (ref: string): Promise<ProcessorCard | undefined> => {
    const found = await callUnlessMissing(() => stripe.paymentMethods.retrieve(ref))
    return found === undefined ? undefined : cardOf(found)
  }
  const isHeld = async (ref: string): Promise<boolean> => {
    const card = await read(ref)
    return card !== undefined && card.holder !== null
  }
  return {
    addHolder: (personId) =>
      callStripe(async () => {
        // No name and no address: the processor is told what it needs, and that is neither.
        const { id } = await stripe.customers.create(
          { metadata: { person: personId } },
          { idempotencyKey: `holder_${personId}` },
        )
        return id
      }),
    async removeHolder(ref) {
      await callUnlessMissing(() => stripe.customers.del(ref))
    },
    readCard: read,
    async changeExpiry(ref, { month, year }) {
      // What belongs to nobody any more can not be changed.
      if (!(await isHeld(ref))) return undefined
      const card = { exp_month: month, exp_year: year }
      const found = await callUnlessMissing(() => stripe.paymentMethods.update(ref, { card }))
      return found === undefined ? undefined : cardOf(found)
    },
    async removeCard(ref) {
      if (!(await isHeld(ref))) return
      await callUnlessMissing(() => stripe.paymentMethods.detach(ref))
    },
  }
}

/** Undefined: it is no card. */
export function cardOf({ id, customer, card }: Stripe.PaymentMethod): ProcessorCard | undefined {
  if (card === undefined || card === null) return undefined
  return {
    ref: id,
    holder: typeof customer === 'string' ? customer : (customer?.id ?? null),
    // Absent for a few kinds of wallets: then every card is a card of its own.
    fingerprint: card.fingerprint ?? id,
    brand: card.brand,
    last4: card.last4,
    expMonth: card.exp_month,
    expYear: card.exp_year,
    country: card.country,
  }
}
