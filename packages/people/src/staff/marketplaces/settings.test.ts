import { marketplaceView, paymentView } from '@danbao/contracts'
import { commands, queries } from '@danbao/core'
import { invariant, type Uuid } from '@danbao/kernel'
import { amountOf, type Parties } from '@danbao/core/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createLogoHandlers } from '../../checkout/index.ts'
import { TEST_VISITOR } from '../../testing.ts'
import { bodyOf, codeOf, type TestStaff } from '../testing.ts'
import { openDesk, type TestDesk } from './test-desk.ts'

let test: TestDesk
let desk: TestDesk['desk']
let people: TestDesk['people']
let merchant: TestStaff
let parties: Parties
beforeAll(async () => {
  test = await openDesk()
  ;({ desk, people, merchant, parties } = test)
})
afterAll(() => people.close())

const withBody = <B>(body: B) => ({ ...test.on({}), body })

const NO_TERMS = {
  pay_within: null,
  ship_within: null,
  confirm_within: null,
  inspect_within: null,
  commission_basis_points: null,
}

describe('terms', () => {
  const policyOf = async (id: Uuid) => {
    const found = await queries.getPayment(people.deps.pool, people.marketplace, { id })
    invariant(found.ok, 'it is there')
    const { policy, commission } = paymentView.parse(JSON.parse(found.value))
    return { ...policy, basis_points: commission.basis_points }
  }

  it('hold for payments that are made afterwards and say nothing themselves', async () => {
    const before = await people.payment(parties)
    const terms = {
      ...NO_TERMS,
      pay_within: 'P1D',
      confirm_within: 'P20D',
      commission_basis_points: 250,
    }
    const changed = bodyOf(await desk.changeMarketplaceTerms(merchant.visitor, withBody(terms)))
    expect(changed.terms).toEqual(terms)
    const product = {
      pay_within: 'P5D',
      ship_within: 'P7D',
      confirm_within: 'P15D',
      inspect_within: 'P3D',
      basis_points: 0,
    }
    expect(await policyOf(before)).toEqual(product)
    const settled = { ...product, pay_within: 'P1D', confirm_within: 'P20D', basis_points: 250 }
    expect(await policyOf(await people.payment(parties))).toEqual(settled)
    const said = await people.payment(parties, {
      policy: { pay_within: 'P2D' },
      commission: { basis_points: 10 },
    })
    expect(await policyOf(said)).toEqual({ ...settled, pay_within: 'P2D', basis_points: 10 })
    // Digital goods are confirmed in the time of their kind.
    const virtual = await people.payment(parties, { kind: 'virtual' })
    expect(await policyOf(virtual)).toEqual({ ...settled, confirm_within: 'P3D' })
    await desk.changeMarketplaceTerms(merchant.visitor, withBody(NO_TERMS))
    expect(await policyOf(await people.payment(parties))).toEqual(product)
    expect(await test.audited(merchant)).toContain('marketplace.terms_changed')
  })

  it('hold for the payments of a checkout too, and are told to the marketplace', async () => {
    const terms = { ...NO_TERMS, ship_within: 'PT36H', commission_basis_points: 500 }
    await desk.changeMarketplaceTerms(merchant.visitor, withBody(terms))
    const seller = parties.seller.text
    const made = await people.run(
      commands.createCheckout(people.marketplace, {
        payments: [{ seller, amount: amountOf(5_00n) }],
      }),
    )
    const { payments } = z.object({ payments: z.array(paymentView) }).parse(made.json)
    expect(payments[0]?.policy.ship_within).toBe('P1DT12H')
    expect(payments[0]?.commission.basis_points).toBe(500)
    const told = await queries.getMarketplace(people.deps.pool, people.marketplace)
    invariant(told.ok, 'it may ask')
    expect(marketplaceView.parse(JSON.parse(told.value)).terms).toEqual({
      ...terms,
      ship_within: 'P1DT12H',
    })
    await desk.changeMarketplaceTerms(merchant.visitor, withBody(NO_TERMS))
  })

  it.each([
    ['pay_within_ms = 0'],
    ['confirm_within_ms = 315360000001'],
    ['commission_basis_points = 10001'],
    [`color = 'red'`],
    [`display_name = ''`],
    [`logo = '\\x00'`],
  ])('the database refuses %s by itself', async (wrong) => {
    const changed = people.deps.pool.query(`UPDATE app.marketplace SET ${wrong}`)
    await expect(changed).rejects.toThrow('check constraint')
  })
})

describe('the brand', () => {
  const colour = { width: 600, height: 300, channels: 3, background: '#0b6a4f' } as const
  const picture = () => sharp({ create: colour })
  const put = (bytes: Uint8Array) =>
    desk.putMarketplaceLogo(merchant.visitor, withBody({ mediaType: 'image/png', bytes }))

  it.each(['png', 'jpeg', 'webp'] as const)(
    'has a logo made anew of a %s: small, and without what the file said of itself',
    async (format) => {
      const exif = { IFD0: { Copyright: 'secret place' } }
      const sent = await picture().withExif(exif).toFormat(format).toBuffer()
      const { brand } = bodyOf(await put(sent))
      const address = new URL(brand.logo_url ?? '', 'http://danbao.test')
      const version = address.searchParams.get('version') ?? ''
      const logo = bodyOf(
        await createLogoHandlers(people.deps).getMarketplaceLogo(TEST_VISITOR, {
          ...test.on({}),
          query: { version },
        }),
      )
      expect(logo.mediaType).toBe('image/png')
      const metadata = await sharp(logo.bytes).metadata()
      expect(metadata).toMatchObject({ format: 'png', width: 256, height: 128 })
      expect(metadata.exif).toBeUndefined()
      const stale = { ...test.on({}), query: { version: '0'.repeat(16) } }
      const gone = await createLogoHandlers(people.deps).getMarketplaceLogo(TEST_VISITOR, stale)
      expect(codeOf(gone)).toBe('not_found')
    },
  )

  it('takes nothing else for a logo', async () => {
    expect(codeOf(await put(Buffer.from('<svg onload="alert(1)"/>')))).toBe('file_type')
    expect(codeOf(await put(Buffer.from('%PDF-1.7')))).toBe('file_type')
    const png = await picture().png().toBuffer()
    expect(codeOf(await put(png.subarray(0, 60)))).toBe('file_unreadable')
    expect(codeOf(await put(new Uint8Array(1024 * 1024 + 1)))).toBe('file_too_large')
    const bomb = await sharp({ create: { ...colour, width: 5000, height: 5000 } })
      .png()
      .toBuffer()
    expect(codeOf(await put(bomb))).toBe('file_unreadable')
  })

  it('has a name and a colour, is told to the marketplace, and can be taken back', async () => {
    const asked = withBody({ display_name: 'Tea House', color: '#102030' })
    const { brand } = bodyOf(await desk.changeMarketplaceBrand(merchant.visitor, asked))
    expect(brand).toMatchObject({ name: 'Tea House', color: '#102030' })
    const told = await queries.getMarketplace(people.deps.pool, people.marketplace)
    invariant(told.ok, 'it may ask')
    expect(marketplaceView.parse(JSON.parse(told.value)).brand.logo_url).toMatch(
      /^http:\/\/localhost:8080\/wallet\/api\/marketplaces\/mkt_/,
    )
    await desk.changeMarketplaceBrand(
      merchant.visitor,
      withBody({ display_name: null, color: null }),
    )
    const none = bodyOf(await desk.removeMarketplaceLogo(merchant.visitor, test.on({})))
    expect(none.brand).toEqual({ name: 'First', color: null, logo_url: null })
  })
})
