import { commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPeople, type Registered, type TestPeople } from '../../testing.ts'
import { createApprovalHandlers } from '../approvals/index.ts'
import {
  auditOf,
  bodyOf,
  codeOf,
  column,
  makeStaff,
  type TestStaff,
  withMoney,
} from '../testing.ts'
import { createFreezeHandlers } from './index.ts'

let people: TestPeople
let routes: ReturnType<typeof createFreezeHandlers>
let approvals: ReturnType<typeof createApprovalHandlers>
let support: TestStaff
let treasurer: TestStaff
let person: Registered
beforeAll(async () => {
  people = await openTestPeople()
  routes = createFreezeHandlers(people.deps)
  approvals = createApprovalHandlers(people.deps)
  support = await makeStaff(people, 'support')
  treasurer = await makeStaff(people, 'treasurer')
})
beforeEach(async () => {
  person = await people.registered()
})
afterAll(() => people.close())

const freeze = ({ visitor }: TestStaff, id = person.id) =>
  routes.freezeAccount(visitor, {
    params: { id },
    query: undefined,
    body: { cause: 'suspicious_activity', reason: 'Paid from two continents.' },
  })
const unfreeze = ({ visitor }: TestStaff) =>
  routes.unfreezeAccount(visitor, {
    params: { id: person.id },
    query: undefined,
    body: { reason: 'The owner called.' },
  })
const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })
const isFrozen = async () =>
  (
    await column(people, 'SELECT frozen_at IS NOT NULL FROM app.account WHERE id = $1', [person.id])
  )[0]
const openApproval = async () =>
  (
    await column(people, `SELECT id FROM people.approval WHERE person_id = $1 AND state = 'open'`, [
      person.id,
    ])
  )[0] ?? ''

describe('a frozen account', () => {
  it('spends nothing, and refunds come in all the same', async () => {
    const buyer = await withMoney(people, person, 300_00n)
    const seller = await people.person()
    const paid = await people.paid({ buyer, seller })
    const unpaid = await people.payment({ buyer, seller })
    expect((await freeze(support)).ok).toBe(true)
    expect(await people.run(commands.pay(buyer.caller, unpaid, {}))).toMatchObject({
      code: 'account_frozen',
    })
    const refund = commands.refund(seller.caller, paid, { amount: amountOf(100_00n) })
    expect((await people.run(refund)).code).toBeUndefined()
    const wallets = `SELECT balance FROM ledger.account WHERE code = 'wallet' AND balance > 0`
    expect(await column(people, wallets)).toEqual(['30000'])
    expect((await unfreeze(treasurer)).ok).toBe(true)
    expect((await people.run(commands.pay(buyer.caller, unpaid, {}))).code).toBeUndefined()
    expect(await people.problems()).toEqual([])
  })

  it('has a reason for staff, a cause for its owner, and a trace of both', async () => {
    const frozen = bodyOf(await freeze(support)).freeze
    expect(frozen).toMatchObject({
      cause: 'suspicious_activity',
      reason: 'Paid from two continents.',
      frozen_by: { id: support.text },
      approval: null,
    })
    const history = 'SELECT kind || detail::text FROM people.history WHERE person_id = $1'
    expect(await column(people, history, [person.id])).toEqual([
      'account_frozen{"cause": "suspicious_activity"}',
    ])
    const told = 'SELECT channel FROM people.message WHERE recipient IN ($1, $2) ORDER BY id'
    expect(await column(people, told, [person.email, person.phone])).toEqual(['mail', 'sms'])
    expect((await auditOf(people, support.id)).at(-1)).toBe('account.frozen')
  })

  it('is frozen once, also when two try at once', async () => {
    const both = await Promise.all([freeze(support), freeze(treasurer)])
    expect(both.map(codeOf).toSorted()).toEqual(['wrong_state', undefined])
  })

  it('is one that is open: neither half registered, closed, nor unknown', async () => {
    const { pool } = people.deps
    await pool.query('UPDATE people.person SET closed_at = now() WHERE id = $1', [person.id])
    expect(codeOf(await freeze(support))).toBe('wrong_state')
    expect(codeOf(await freeze(support, '0190b1b0-0000-7000-8000-000000000000'))).toBe('not_found')
  })
})

describe('to lift a freeze', () => {
  it('takes somebody else than who put it there', async () => {
    await freeze(support)
    expect(bodyOf(await unfreeze(treasurer)).freeze).toBeNull()
    expect(await isFrozen()).toBe('f')
    expect(codeOf(await unfreeze(treasurer))).toBe('wrong_state')
  })

  it('alone one can only ask for an approval, once', async () => {
    await freeze(support)
    const asked = bodyOf(await unfreeze(support)).freeze
    expect(asked?.approval).toMatch(/^apr_/)
    expect(await isFrozen()).toBe('t')
    expect(codeOf(await unfreeze(support))).toBe('wrong_state')
    const id = await openApproval()
    expect(codeOf(await approvals.giveApproval(support.visitor, on(id)))).toBe(
      'second_person_needed',
    )
    expect(await isFrozen()).toBe('t')
    expect((await approvals.giveApproval(treasurer.visitor, on(id))).ok).toBe(true)
    expect(await isFrozen()).toBe('f')
  })

  it('an approval does not reach a later freeze', async () => {
    await freeze(support)
    await unfreeze(support)
    const id = await openApproval()
    await unfreeze(treasurer)
    await freeze(treasurer)
    expect(codeOf(await approvals.giveApproval(treasurer.visitor, on(id)))).toBe('wrong_state')
    expect(await isFrozen()).toBe('t')
  })

  it('the database itself knows that one person is not enough', async () => {
    await freeze(support)
    const { pool } = people.deps
    const alone = pool.query(
      'UPDATE people.freeze SET lifted_at = now(), lifted_by = frozen_by WHERE person_id = $1',
      [person.id],
    )
    await expect(alone).rejects.toThrow('freeze_second_person')
  })
})

describe('an approval', () => {
  it('is carried out once, however many give it at the same moment', async () => {
    await freeze(support)
    await unfreeze(support)
    const id = await openApproval()
    const others = await Promise.all([1, 2, 3, 4].map(() => makeStaff(people, 'treasurer')))
    const given = await Promise.all(
      others.map(({ visitor }) => approvals.giveApproval(visitor, on(id))),
    )
    expect(given.filter(({ ok }) => ok)).toHaveLength(1)
    expect(given.map(codeOf).filter((code) => code === 'wrong_state')).toHaveLength(3)
    const lifted = 'SELECT kind FROM people.history WHERE person_id = $1 ORDER BY id'
    expect(await column(people, lifted, [person.id])).toEqual([
      'account_frozen',
      'account_unfrozen',
    ])
  })

  it('that can not be carried out stays as it was: nothing is half written', async () => {
    await freeze(support)
    await unfreeze(support)
    const id = await openApproval()
    // As if the freeze were another by now, without the approval being told.
    const { pool } = people.deps
    await pool.query(
      `UPDATE people.freeze SET lifted_at = now(), lifted_by = $2 WHERE person_id = $1`,
      [person.id, treasurer.id],
    )
    const before = await auditOf(people, treasurer.id)
    expect(codeOf(await approvals.giveApproval(treasurer.visitor, on(id)))).toBe('wrong_state')
    const state = 'SELECT state FROM people.approval WHERE id = $1 AND decided_by IS NULL'
    expect(await column(people, state, [id])).toEqual(['open'])
    expect(await auditOf(people, treasurer.id)).toEqual(before)
  })

  it('does not exist for those who may not give it', async () => {
    await freeze(support)
    await unfreeze(support)
    const id = await openApproval()
    const reviewer = await makeStaff(people, 'reviewer')
    expect(codeOf(await approvals.getApproval(reviewer.visitor, on(id)))).toBe('not_found')
    expect(codeOf(await approvals.giveApproval(reviewer.visitor, on(id)))).toBe('not_found')
    const all = { params: undefined, query: { state: 'open' } as const, body: undefined }
    const shown = async ({ visitor }: TestStaff) =>
      bodyOf(await approvals.listApprovals(visitor, all)).data.map(({ may_decide }) => may_decide)
    expect(await shown(reviewer)).toEqual([])
    expect(new Set(await shown(treasurer))).toEqual(new Set([true]))
    const own = bodyOf(await approvals.getApproval(support.visitor, on(id)))
    expect(own).toMatchObject({ kind: 'unfreeze', may_decide: false, subject: null })
  })

  it('has a reason when it is refused, and leaves everything as it was', async () => {
    await freeze(support)
    await unfreeze(support)
    const id = await openApproval()
    const why = { ...on(id), body: { reason: 'Not before the police answered.' } }
    const refused = bodyOf(await approvals.refuseApproval(treasurer.visitor, why))
    expect(refused).toMatchObject({ state: 'refused', refusal_reason: why.body.reason })
    expect(await isFrozen()).toBe('t')
    expect(codeOf(await approvals.giveApproval(treasurer.visitor, on(id)))).toBe('wrong_state')
  })
})
