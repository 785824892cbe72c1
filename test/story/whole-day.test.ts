import { audit } from '@danbao/core'
import { createDanbao, type Danbao } from '@danbao/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../servers/open-stage.ts'
import { waitFor } from '../servers/wait-for.ts'
import { createRandom } from '../simulation/random.ts'
import { type Outcome, settle } from './arithmetic.ts'
import { type Acting, type Fate, FATES, type FateName } from './fates.ts'
import { ShopWindow } from './shop-window.ts'
import { type Parcel, type Shopper, welcome } from './shopper.ts'

const SHOPPERS = 100
const SELLERS = 8
/** After the last of them paid, the longest story has ended. */
const DAYS = 34
/** The day on which the shop's end of the webhooks is broken. */
const BROKEN_DAY = 2

const window = new ShopWindow()
const shoppers: Shopper[] = []
const sellers: string[] = []
let stage: Stage
let shop: Danbao
let staff: Danbao
let endpoint: string

beforeAll(async () => {
  stage = await openStage(1)
  const baseUrl = stage.servers[0].url
  shop = createDanbao({ apiKey: stage.key, baseUrl })
  staff = createDanbao({ apiKey: stage.operatorKey, baseUrl })
  const made = await shop.webhookEndpoints.create({ url: await window.open() })
  window.secret = made.secret ?? ''
  endpoint = made.id
  await openingDay()
  for (let day = 0; day < DAYS; day += 1) await live(day)
})
afterAll(async () => {
  await window.close()
  await stage?.close()
})

/** They come in hour by hour, from morning to midnight. */
async function openingDay(): Promise<void> {
  const names: readonly FateName[] = Object.keys(FATES).filter(isFate)
  let drawn = 0
  const nextFate = (): FateName => names[drawn++ % names.length] ?? 'confirmed'
  for (let at = 0; at < SELLERS; at += 1) {
    sellers.push((await shop.accounts.create({ name: 'Seller', reference: `seller ${at}` })).id)
  }
  const [first = '', ...rest] = sellers
  const mall = { random: createRandom(2026), shop, sellers: [first, ...rest], nextFate } as const
  const anHour = Math.ceil(SHOPPERS / 12)
  for (let at = 0; at < SHOPPERS; at += 1) {
    shoppers.push(await welcome(mall, at))
    if (at % anHour === anHour - 1) await shop.sandbox.advanceClock({ advance: 'PT1H' })
  }
}

const isFate = (name: string): name is FateName => name in FATES

/** What everybody does on that day, all at the same time; then a night passes. */
async function live(day: number): Promise<void> {
  window.broken = day === BROKEN_DAY
  await Promise.all(shoppers.map((shopper) => act(shopper, day)))
  if (window.broken) await waitFor('the shop fails', () => window.turnedAway > 0 || undefined)
  await shop.sandbox.advanceClock({ advance: 'P1D' })
}

/** How each cart fared at the till. */
const admitted = new Map<string, boolean>()

async function act(shopper: Shopper, day: number): Promise<void> {
  const { paysOn, checkout } = shopper
  if (paysOn === 'never' || day < paysOn) return
  if (day === paysOn) admitted.set(checkout, await pay(shopper))
  if (admitted.get(checkout) !== true) return
  for (const parcel of shopper.parcels) {
    const fate: Fate = FATES[parcel.fate]
    await fate.steps[day - paysOn]?.(acting(shopper, parcel))
  }
}

/** Whether the seller may send the goods. */
async function pay({ account, checkout, parcels, verdict }: Shopper): Promise<boolean> {
  const { payments } = await shop.checkouts.pay(checkout, {}, { actAs: account })
  if (payments.every(({ state }) => state === 'held')) return true
  expect(payments.map(({ state }) => state)).toEqual(parcels.map(() => 'verifying'))
  for (const { id } of parcels) {
    if (verdict !== 'nothing') await staff.payments[verdict](id, {})
  }
  return verdict === 'approve'
}

function acting({ account, currency }: Shopper, { id, total }: Parcel): Acting {
  return {
    id,
    shop,
    staff,
    asBuyer: { actAs: account },
    tenths: (count) => ({ value: ((total * count) / 10n).toString(), currency }),
  }
}

function outcomeOf({ checkout, paysOn }: Shopper, parcel: Parcel) {
  const { total, fate: name } = parcel
  const fate: Fate = FATES[name]
  if (paysOn === 'never')
    return { state: 'expired', paid: false, ...settle(parcel, 0n), released: 0n }
  if (admitted.get(checkout) === false) {
    return { state: 'cancelled', paid: true, ...settle(parcel, total) }
  }
  const tenths = (count = 0n): bigint => (total * count) / 10n
  return {
    state: fate.ends,
    paid: true,
    ...settle(parcel, tenths(fate.back), tenths(fate.claimed)),
  }
}

type Told = Outcome & { readonly state: string; readonly paid: boolean }
const everyParcel = (): readonly (readonly [Shopper, Parcel, Told])[] =>
  shoppers.flatMap((shopper) =>
    shopper.parcels.map((parcel) => [shopper, parcel, outcomeOf(shopper, parcel)] as const),
  )

describe('a hundred shoppers, a day and the weeks after it', () => {
  it('every way that a payment can go was gone', () => {
    const gone = everyParcel().filter(([{ checkout }]) => admitted.get(checkout) === true)
    expect(new Set(gone.map(([, { fate }]) => fate))).toEqual(new Set(Object.keys(FATES)))
    const stopped = shoppers.filter(({ checkout }) => admitted.get(checkout) === false)
    expect(new Set(stopped.map(({ verdict }) => verdict))).toEqual(new Set(['refuse', 'nothing']))
    expect(shoppers.some(({ paysOn }) => paysOn === 'never')).toBe(true)
  })

  it('every payment ends as told, to the last minor unit', async () => {
    for (const [, { id, fate }, told] of everyParcel()) {
      const payment = await shop.payments.get(id)
      const { state, in_escrow, refunded, released, claimed_back } = payment
      expect([
        fate,
        state,
        in_escrow.value,
        refunded.value,
        released.value,
        claimed_back.value,
      ]).toEqual([
        fate,
        told.state,
        '0',
        ...[told.refunded, told.released, told.claimed].map(String),
      ])
    }
  })

  it('every wallet holds what the plain arithmetic says', async () => {
    for (const { account, currency, funds, parcels, ...shopper } of shoppers) {
      const left = parcels.reduce((sum, parcel) => {
        const told = outcomeOf({ account, currency, funds, parcels, ...shopper }, parcel)
        return told.paid ? sum - (parcel.total - parcel.coupon) + told.toBuyer : sum
      }, funds)
      const { balances } = await shop.accounts.balances(account, {}, { actAs: account })
      const balance = balances.find((one) => one.currency === currency)
      expect([balance?.available.value, balance?.held.value]).toEqual([left.toString(), '0'])
    }
  })

  it('every seller has what was released to them', async () => {
    for (const seller of sellers) {
      const { balances } = await shop.accounts.balances(seller, {}, { actAs: seller })
      for (const { currency, proceeds, expected } of balances) {
        const earned = everyParcel()
          .filter(([shopper, parcel]) => parcel.seller === seller && shopper.currency === currency)
          .reduce((sum, [, , told]) => (told.paid ? sum + told.toSeller : sum), 0n)
        expect([proceeds.value, expected.value]).toEqual([earned.toString(), '0'])
      }
    }
  })

  it('a shop that was broken for a day has missed nothing, and done nothing twice', async () => {
    const events: string[] = []
    for await (const { id } of shop.events.list({ order: 'oldest', limit: 100 })) events.push(id)
    await waitFor('all events have arrived', () => window.seen.size >= events.length || undefined)
    expect(window.turnedAway).toBeGreaterThan(0)
    expect(window.seen).toEqual(new Set(events))
    const before = new Map(window.payments)
    for (const id of events.slice(100, 120)) await shop.webhookEndpoints.replay(endpoint, id)
    await waitFor('some come again', () => window.repeated >= 20 || undefined)
    expect(window.payments).toEqual(before)
    for (const [, { id }] of everyParcel()) {
      expect(window.payments.get(id)).toEqual(await shop.payments.get(id))
    }
  })

  it('the books prove themselves', async () => {
    expect(await audit(stage.database.pool)).toMatchObject({ ok: true })
  })
})
