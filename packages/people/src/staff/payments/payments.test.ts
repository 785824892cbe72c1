import { consoleRoutes, deskPaymentPage, overviewView } from '@danbao/contracts/console'
import { encodeId, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DisputeStage, openDisputeStage, type TestDispute } from '../../disputes/testing.ts'
import { identify } from '../../identify.ts'
import { TEST_VISITOR } from '../../testing.ts'
import { auditOf, bodyOf, codeOf, column, makeStaff, type TestStaff } from '../testing.ts'
import { createPaymentDesk } from './handlers.ts'

let stage: DisputeStage
let routes: ReturnType<typeof createPaymentDesk>
let treasurer: TestStaff
let disputed: TestDispute
beforeAll(async () => {
  stage = await openDisputeStage()
  routes = createPaymentDesk(stage.test.deps)
  treasurer = await makeStaff(stage.test, 'treasurer')
  disputed = await stage.dispute()
})
afterAll(() => stage.test.close())

const none = { params: undefined, query: undefined, body: undefined }
const one = (id: Uuid) => ({ ...none, params: { id } })
const list = (query: Parameters<typeof routes.listPayments>[1]['query'], who = treasurer) =>
  routes.listPayments(who.visitor, { ...none, query })
const find = (query: string, who = treasurer) =>
  routes.findPayments(who.visitor, { ...none, body: { query } })

describe('payments at the desk', () => {
  it('are listed with the names of both sides, and the list is kept', async () => {
    const { data, next_cursor: next } = bodyOf(await list({ dispute: 'awaiting_seller' }))
    expect(next).toBeNull()
    expect(data).toMatchObject([
      {
        id: encodeId('pay', disputed.paymentId),
        state: 'disputed',
        marketplace: 'First',
        buyer: { id: encodeId('acc', disputed.buyer.id), name: 'Anna Eriksson' },
        seller: { id: encodeId('acc', disputed.seller.id), name: 'Anna Eriksson' },
        due: null,
        dispute: { id: encodeId('dsp', disputed.id), state: 'awaiting_seller' },
      },
    ])
    const kept = `SELECT detail->>'dispute' FROM people.audit_entry WHERE staff_id = $1
      AND action = 'payment.listed'`
    expect(await column(stage.test, kept, [treasurer.id])).toEqual(['awaiting_seller'])
  })

  it('go on page by page, and take no made-up cursor', async () => {
    await stage.dispute()
    const first = bodyOf(await list({ limit: 1 }))
    const { next_cursor: cursor } = first
    expect(cursor).not.toBeNull()
    const second = bodyOf(await list({ limit: 1, ...(cursor === null ? {} : { cursor }) }))
    expect([first, second].map(({ data }) => data.length)).toEqual([1, 1])
    expect(second.data[0]?.id).toBe(encodeId('pay', disputed.paymentId))
    expect(codeOf(await list({ cursor: 'made-up' }))).toBe('invalid_cursor')
  })

  it('tell everything that leads on from one, and who looked', async () => {
    const support = await makeStaff(stage.test, 'support')
    const page = bodyOf(await routes.getPayment(support.visitor, one(disputed.paymentId)))
    expect(deskPaymentPage.parse(page)).toMatchObject({
      payment: { state: 'disputed', amount: { value: '10000', currency: 'USD' } },
      dispute: { id: encodeId('dsp', disputed.id), reason: 'damaged' },
      check: null,
      transfers: [{ code: 'pay' }],
    })
    expect(await auditOf(stage.test, support.id)).toEqual(['payment.viewed'])
    const about = 'SELECT person_id FROM people.audit_entry WHERE staff_id = $1'
    expect(await column(stage.test, about, [support.id])).toEqual([disputed.buyer.id])
    expect(codeOf(await routes.getPayment(support.visitor, one(newUuid())))).toBe('not_found')
  })

  it('can be filtered by what there is', async () => {
    const { marketplaces, currencies } = bodyOf(
      await routes.getPaymentFilters(treasurer.visitor, none),
    )
    expect(marketplaces.map(({ name }) => name)).toEqual(['First'])
    expect(currencies).toContain('USD')
  })

  it('are found by what somebody has in their hand; that is kept, and has an end', async () => {
    const arbiter = await makeStaff(stage.test, 'arbiter')
    const { groups } = bodyOf(await find(encodeId('dsp', disputed.id), arbiter))
    expect(groups).toMatchObject([
      { by: 'dispute', payments: [{ id: encodeId('pay', disputed.paymentId) }], more: false },
    ])
    await find('JD0146000031234', arbiter)
    const kept = `SELECT detail::text || ' ' || coalesce(subject_id::text, 'none')
      || ' ' || coalesce(person_id::text, 'nobody') FROM people.audit_entry
      WHERE staff_id = $1 ORDER BY id`
    expect(await column(stage.test, kept, [arbiter.id])).toEqual([
      `{"by": "dispute", "found": 1} ${disputed.paymentId} ${disputed.buyer.id}`,
      '{"by": null, "found": 0} none nobody',
    ])
    for (let i = 0; i < 98; i += 1) await find('nothing', arbiter)
    expect(codeOf(await find('nothing', arbiter))).toBe('try_later')
    expect(codeOf(await find('nothing'))).toBeUndefined()
  })
})

describe('the overview', () => {
  it('counts what the list shows', async () => {
    const view = overviewView.parse(bodyOf(await routes.getOverview(treasurer.visitor, none)))
    const { data } = bodyOf(await list({ held: '0-2', currency: 'USD' }))
    const [dollars] = view.money
    expect(dollars?.currency).toBe('USD')
    expect(dollars?.held).toEqual({ payments: data.length, value: `${data.length}0000` })
    expect(view.disputes.states[0]).toEqual({ state: 'awaiting_seller', payments: data.length })
  })

  it.each([
    ['reviewer', 'getOverview'],
    ['administrator', 'listPayments'],
    ['administrator', 'getPayment'],
    ['administrator', 'findPayments'],
  ] as const)('as %s, %s is refused', async (role, route) => {
    const { visitor } = await makeStaff(stage.test, role)
    const asked = { ...TEST_VISITOR, sessionToken: visitor.sessionToken }
    const who = await identify(stage.test.deps, consoleRoutes[route].access, asked)
    expect(codeOf(who)).toBe('permission_missing')
  })
})
