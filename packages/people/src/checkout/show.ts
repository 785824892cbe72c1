import type { WalletCheckout } from '@danbao/contracts/wallet'
import { type CheckoutPage, type PayerStanding, queries, readPayerStanding } from '@danbao/core'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { readPasskeys } from '../passkeys/index.ts'
import { readKnown } from '../payment-checks/index.ts'
import { backUrl } from './back-url.ts'

const DAY_MS = 86_400_000

/** Who is signed in. */
export interface Viewer {
  readonly personId: Uuid
  readonly sessionId: Uuid
}

/** The page of a checkout. Undefined: there is none, or somebody else has taken it on. */
export async function showCheckout(
  deps: PeopleDeps,
  id: Uuid,
  viewer: Viewer | undefined,
): Promise<WalletCheckout | undefined> {
  const page = await queries.findCheckoutPage(deps.pool, id)
  const owner = page?.payments.find(({ payment }) => payment.buyerId !== null)?.payment.buyerId
  const others = owner !== undefined && viewer !== undefined && owner !== viewer.personId
  if (page === undefined || others) return undefined
  const now = await deps.now()
  return {
    object: 'wallet_checkout',
    id: encodeId('chk', id),
    state: page.state,
    marketplace: { name: page.marketplace.name },
    payments: page.payments.map(viewPayment),
    total: amountOf(page, page.total),
    pay_until: page.payUntil === null ? null : formatInstant(page.payUntil),
    protection: { confirm_days: longestProtection(page) },
    viewer: viewer === undefined ? null : await viewViewer(deps, page, { ...viewer, now }),
    back_url: viewBackUrl(page, now),
  }
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
  const { available } = standing
  return {
    available: amountOf(page, available),
    missing: amountOf(page, available < page.total ? page.total - available : 0n),
    spending: standing.spending,
    limit: viewLimit(standing),
    own_goods: page.payments.some(({ payment }) => payment.sellerId === personId),
    will_be_checked: standing.willBeChecked,
    passkey: (await readPasskeys(deps.pool, personId)).length > 0,
    can_top_up_at_once: deps.mode === 'sandbox',
  }
}

function viewLimit({ level, exceeded }: PayerStanding): ViewerView['limit'] {
  return exceeded === null ? null : { level, left: exceeded }
}
