import type { Danbao } from '@danbao/sdk'
import type { Random } from '../simulation/random.ts'
import type { Order } from './arithmetic.ts'
import type { FateName } from './fates.ts'

/** A payment of a shopper's cart. */
export interface Parcel extends Order {
  readonly id: string
  readonly seller: string
  readonly fate: FateName
}

export interface Shopper {
  readonly account: string
  readonly currency: string
  /** In the wallet before anything is paid. */
  readonly funds: bigint
  readonly checkout: string
  readonly parcels: readonly Parcel[]
  /** The day on which the cart is paid. */
  readonly paysOn: number | 'never'
  /** What staff say if the cart is held for a check. */
  readonly verdict: 'approve' | 'refuse' | 'nothing'
}

/** Small enough that a new buyer may have three of them. */
const PRICES = {
  USD: [500, 4_500],
  EUR: [400, 3_800],
  JPY: [900, 6_000],
} as const
const CURRENCIES = ['USD', 'USD', 'EUR', 'JPY'] as const
/** New buyers most of all: staff check them. */
const LEVELS = [0, 0, 1, 2] as const
const PAY_DAYS = [0, 0, 0, 0, 0, 1, 2, 3, 'never'] as const
const VERDICTS = ['approve', 'approve', 'approve', 'refuse', 'nothing'] as const

export interface Mall {
  readonly random: Random
  readonly shop: Danbao
  readonly sellers: readonly [string, ...string[]]
  /** In turn, so that each is met. */
  nextFate(): FateName
}

/** Somebody comes in, has money, and fills a cart; nothing is paid yet. */
export async function welcome(mall: Mall, at: number): Promise<Shopper> {
  const { random, shop } = mall
  const currency = random.pick(CURRENCIES)
  const wishes = Array.from({ length: random.between(1, 3) }, () => drawParcel(mall, currency))
  const due = wishes.reduce((sum, { total, coupon }) => sum + total - coupon, 0n)
  const funds = due + BigInt(random.int(5_000))
  const level = random.pick(LEVELS)
  const plans = { paysOn: random.pick(PAY_DAYS), verdict: random.pick(VERDICTS) }
  const { id: account } = await shop.accounts.create({
    name: 'Shopper',
    reference: `shopper ${at}`,
  })
  await shop.accounts.update(account, { level })
  await shop.sandbox.topUp({ account, amount: { value: funds.toString(), currency } })
  const money = (value: bigint) => ({ value: value.toString(), currency })
  const { id: checkout, payments } = await shop.checkouts.create({
    buyer: account,
    payments: wishes.map(({ seller, total, coupon, basisPoints }) => ({
      seller,
      amount: money(total),
      coupon: money(coupon),
      commission: { basis_points: Number(basisPoints) },
    })),
  })
  const parcels = wishes.map((wish, index) => ({ ...wish, id: payments[index]?.id ?? '' }))
  return { account, currency, funds, checkout, parcels, ...plans }
}

function drawParcel(mall: Mall, currency: keyof typeof PRICES): Omit<Parcel, 'id'> {
  const { random, sellers } = mall
  const [least, most] = PRICES[currency]
  const total = BigInt(random.between(least, most))
  return {
    total,
    coupon: random.chance(0.3) ? total / BigInt(random.between(3, 9)) : 0n,
    basisPoints: BigInt(random.pick([0, 250, 333, 500, 1_200])),
    seller: random.pick(sellers),
    fate: mall.nextFate(),
  }
}
