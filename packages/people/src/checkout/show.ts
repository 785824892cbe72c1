import type { Amount } from '@danbao/contracts'
import type { CardView, PaymentSource, WalletCheckout } from '@danbao/contracts/wallet'
import {
  charges,
  type CheckoutPage,
  type PayerStanding,
  queries,
  readPayerStanding,
} from '@danbao/core'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { brandName, findCardBy, viewCards } from '../cards/index.ts'
import { readPasskeys } from '../passkeys/index.ts'
import { readKnown } from '../payment-checks/index.ts'
import { backUrl } from './back-url.ts'

const DAY_MS = 86_400_000

/** Who is signed in. */
export interface Viewer {
  readonly personId: Uuid
  readonly sessionId: Uuid
}

/**
 * The page of a checkout. Undefined: there is none, or somebody else is about to pay it. Who asked
 * a friend to pay sees that it is paid, and no more than anybody who has the address.
 */
export async function showCheckout(
  deps: PeopleDeps,
  id: Uuid,
  viewer: Viewer | undefined,
): Promise<WalletCheckout | undefined> {
  const page = await queries.findCheckoutPage(deps.pool, id)
  if (page === undefined) return undefined
  const buyer = buyerOf(page, viewer)
  const others = viewer !== undefined && buyer === 'somebody_else'
  if (others && page.state === 'open') return undefined
  const now = await deps.now()
  return {
    object: 'wallet_checkout',
    id: encodeId('chk', id),
    state: page.state,
    marketplace: page.marketplace.brand,
    payments: page.payments.map(viewPayment),
    total: amountOf(page, page.total),
    pay_until: page.payUntil === null ? null : formatInstant(page.payUntil),
    protection: { confirm_days: longestProtection(page) },
    buyer,
    viewer:
      viewer === undefined || others ? null : await viewViewer(deps, page, { ...viewer, now }),
    back_url: viewBackUrl(page, now),
  }
}

function buyerOf({ payments }: CheckoutPage, viewer: Viewer | undefined): WalletCheckout['buyer'] {
  const buyer = payments.find(({ payment }) => payment.buyerId !== null)?.payment.buyerId
  if (buyer === undefined) return null
  return buyer === viewer?.personId ? 'you' : 'somebody_else'
}

function amountOf({ checkout }: CheckoutPage, minor: bigint): WalletCheckout['total'] {
  return { value: minor.toString(), currency: checkout.currency }
}

function viewPayment({
  payment,
  seller,
}: CheckoutPage['payments'][number]): WalletCheckout['payments'][number] {
  const { id, state, description, currency, amount, coupon } = payment
  return {
    id: encodeId('pay', id),
    state,
    description,
    seller,
    amount: { value: amount.toString(), currency },
    coupon: { value: coupon.toString(), currency },
  }
}

function longestProtection({ payments }: CheckoutPage): number {
  const longest = Math.max(0, ...payments.map(({ payment }) => payment.terms.confirmWithin))
  return Math.ceil(longest / DAY_MS)
}

function viewBackUrl({ checkout, marketplace, state }: CheckoutPage, at: Instant): string | null {
  const { returnUrl } = checkout
  if (returnUrl === null) return null
  const outcome = { checkout: encodeId('chk', checkout.id), state, at }
  return backUrl(returnUrl, outcome, marketplace.returnSecret)
}

type ViewerView = NonNullable<WalletCheckout['viewer']>

async function viewViewer(
  deps: PeopleDeps,
  page: CheckoutPage,
  { personId, sessionId, now }: Viewer & { readonly now: Instant },
): Promise<ViewerView> {
  const { currency } = page.checkout
  const subject = {
    id: page.checkout.id,
    payments: page.payments.map(({ payment }) => payment),
    known: await readKnown(deps.pool, sessionId, now),
  }
  const asked = { id: personId, currency, total: page.total, now, subject }
  const standing = await readPayerStanding(deps.pool, asked)
  const { data: cards, available: takesCards } = await viewCards(deps, personId)
  return {
    sources: viewSources(page, standing, takesCards ? cards : []),
    ...(await viewCharge(deps, page, personId)),
    takes_cards: takesCards,
    spending: standing.spending,
    limit: viewLimit(standing),
    own_goods: page.payments.some(({ payment }) => payment.sellerId === personId),
    will_be_checked: standing.willBeChecked,
    passkey: (await readPasskeys(deps.pool, personId)).length > 0,
    can_top_up_at_once: deps.mode === 'sandbox',
  }
}

/** Another currency, and what it would cost there, where this one's wallet is too small. */
function viewSources(
  page: CheckoutPage,
  { available, others }: PayerStanding,
  cards: readonly CardView[],
): PaymentSource[] {
  const missing = available < page.total ? page.total - available : 0n
  const usable = missing === 0n
  const wallet: PaymentSource = {
    kind: 'wallet',
    available: amountOf(page, available),
    missing: amountOf(page, missing),
    usable,
    reason: usable ? null : 'too_little',
  }
  const byCard = cards.flatMap((card) => viewCardSources(page, card, available))
  if (usable) return [wallet, ...byCard]
  return [wallet, ...byCard, ...others.map(viewOtherWallet)]
}

function viewOtherWallet({
  currency,
  available,
  pays,
}: PayerStanding['others'][number]): PaymentSource {
  const amount = (minor: bigint): Amount => ({ value: minor.toString(), currency })
  const kind = 'other_currency'
  if (pays === undefined) {
    return { kind, available: amount(available), pays: null, usable: false, reason: 'no_rate' }
  }
  const usable = available >= pays
  const reason = usable ? null : 'too_little'
  return { kind, available: amount(available), pays: amount(pays), usable, reason }
}

/** All of it by card; by the default one also what the wallet leaves. */
function viewCardSources(page: CheckoutPage, card: CardView, available: bigint): PaymentSource[] {
  const usable = card.standing !== 'expired'
  const reason = usable ? null : 'expired'
  const pays = (byWallet: bigint): PaymentSource => ({
    kind: 'card',
    card,
    by_card: amountOf(page, page.total - byWallet),
    by_wallet: amountOf(page, byWallet),
    usable,
    reason,
  })
  const mixes = card.is_default && usable && available > 0n && available < page.total
  return [pays(0n), ...(mixes ? [pays(available)] : [])]
}

/** A card that is being asked, by the last press of the button, or why it did not pay. */
async function viewCharge(
  { pool }: PeopleDeps,
  { checkout, state }: CheckoutPage,
  personId: Uuid,
): Promise<Pick<ViewerView, 'charge' | 'declined'>> {
  if (state !== 'open') return { charge: null, declined: null }
  const charge = await charges.findLastCharge(pool, personId, checkout.id)
  if (charge?.state !== 'started' && charge?.state !== 'authorised') {
    return { charge: null, declined: whyDeclined(charge) }
  }
  const card = await findCardBy(pool, 'id', charge.cardId)
  const shown = { brand: brandName(card?.brand ?? ''), last4: card?.last4 ?? '' }
  return { charge: { card: shown, bank_url: charge.bankUrl }, declined: null }
}

/** Null: nothing was declined, or the person themselves chose another way. */
function whyDeclined(charge: charges.Charge | undefined): string | null {
  if (charge?.state === 'declined') return charge.reason
  const isLost = charge?.reason === 'card_gone' || charge?.reason === 'not_confirmed'
  return isLost ? charge.reason : null
}

function viewLimit({ level, exceeded }: PayerStanding): ViewerView['limit'] {
  return exceeded === null ? null : { level, left: exceeded }
}
