import { hours, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '@danbao/database'
import { closureCase, recoveryCase } from '@danbao/contracts/console'
import { changePerson } from '../../base/person.ts'
import { sealDocument } from '../../base/document-number.ts'
import { openCase } from '../../base/staff-case.ts'
import { insertClosure } from '../../closing/store.ts'
import { keepDocument } from '../../identity/index.ts'
import type { Claims } from '../../recovery/index.ts'
import { insertRecovery } from '../../recovery/store.ts'
import { openTestPeople, type Registered, type TestPeople } from '../../testing.ts'
import { createApprovalHandlers } from '../approvals/index.ts'
import { createQueueHandlers } from '../queue/index.ts'
import {
  auditOf,
  bodyOf,
  codeOf,
  column,
  makeStaff,
  type TestStaff,
  withMoney,
} from '../testing.ts'
import { comparePayments, comparePhones, compareTurnover } from './claims.ts'
import { createDecisionHandlers } from './index.ts'

let people: TestPeople
let routes: ReturnType<typeof createDecisionHandlers>
let approvals: ReturnType<typeof createApprovalHandlers>
let queue: ReturnType<typeof createQueueHandlers>
let reviewer: TestStaff
let arbiter: TestStaff
let support: TestStaff
let treasurer: TestStaff
let person: Registered
beforeAll(async () => {
  people = await openTestPeople()
  routes = createDecisionHandlers(people.deps)
  approvals = createApprovalHandlers(people.deps)
  queue = createQueueHandlers(people.deps)
  reviewer = await makeStaff(people, 'reviewer')
  arbiter = await makeStaff(people, 'arbiter')
  support = await makeStaff(people, 'support')
  treasurer = await makeStaff(people, 'treasurer')
})
beforeEach(async () => {
  person = await people.registered()
})
afterAll(() => people.close())

const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })
const why = (id: string) => ({ ...on(id), body: { reason: 'Not convincing.' } })
const CLAIMS: Claims = { phone: null, cardLastFour: null, recentPayments: null, turnover: null }

async function ask(kind: 'answers' | 'email', claims: Claims = CLAIMS): Promise<Uuid> {
  const now = await people.deps.now()
  const personId = person.id
  return inTransaction(people.deps.pool, async (client) => {
    const emails =
      kind === 'email' ? { oldEmail: person.email, newEmail: `new-${person.email}` } : {}
    const recovery = { kind, state: 'open', personId, language: 'en', claims, now } as const
    const id = await insertRecovery(client, people.deps, { ...recovery, ...emails })
    await openCase(client, { kind: 'recovery', subjectId: id, personId, now, within: hours(48) })
    return id
  })
}

const decide = ({ visitor }: TestStaff, id: Uuid, decision: 'approve' | 'refuse' = 'approve') =>
  routes.decideRecovery(visitor, { ...on(id), body: { decision, reason: 'The numbers fit.' } })
const approvalOf = async (subjectId: Uuid) =>
  (
    await column(
      people,
      `SELECT id FROM people.approval WHERE subject_id = $1 AND state = 'open'`,
      [subjectId],
    )
  )[0] ?? ''
const caseOf = async (subjectId: Uuid) =>
  (
    await column(people, 'SELECT id FROM people.staff_case WHERE subject_id = $1', [subjectId])
  )[0] ?? ''
const stateOf = async (table: 'recovery' | 'closure', id: Uuid) =>
  (await column(people, `SELECT state FROM people.${table} WHERE id = $1`, [id]))[0]

describe('a recovery in the console', () => {
  it('shows what is claimed beside what is known', async () => {
    const buyer = await withMoney(people, person, 500_00n)
    const seller = await people.person()
    await people.paid({ buyer, seller }, { amount: { value: '4990', currency: 'USD' } })
    const { pool, vault } = people.deps
    const passport = { type: 'passport', issuer: 'DE', number: 'C01X00T47' } as const
    await changePerson(pool, person.id, sealDocument(vault, passport))
    const id = await ask('email', {
      phone: person.phone.replace('+49', '0'),
      cardLastFour: '4242',
      recentPayments: 'a lamp for 49,90 last week',
      turnover: 'about 1 000 dollars',
    })
    const found = bodyOf(await routes.getRecoveryCase(reviewer.visitor, on(id)))
    expect(recoveryCase.parse(found)).toEqual(found)
    expect(found.claims.map(({ what, verdict }) => `${what} ${verdict}`)).toEqual([
      'phone match',
      'card unknown',
      'payments match',
      'turnover mismatch',
    ])
    expect(found).toMatchObject({
      kind: 'email',
      person: { email: person.email },
      known: { phone: person.phone, document_number: 'C01X00T47' },
      turnover: [{ value: '4990', currency: 'USD' }],
      has_document: false,
      approval: null,
    })
    expect((await auditOf(people, reviewer.id)).at(-1)).toBe('recovery.viewed')
  })

  it('of a lost mailbox waits for a second person, who is another one', async () => {
    const id = await ask('email')
    const first = bodyOf(await decide(reviewer, id))
    expect(first).toMatchObject({ state: 'checking', approval: { may_decide: false } })
    const approval = await approvalOf(id)
    const own = await approvals.giveApproval(reviewer.visitor, on(approval))
    expect(codeOf(own)).toBe('second_person_needed')
    expect(await stateOf('recovery', id)).toBe('checking')
    expect(codeOf(await decide(reviewer, id))).toBe('wrong_state')
    const given = bodyOf(await approvals.giveApproval(arbiter.visitor, on(approval)))
    expect(given.state).toBe('given')
    expect(given.subject).toMatch(/^rec_/)
    expect(await stateOf('recovery', id)).toBe('waiting')
    const after = bodyOf(await routes.getRecoveryCase(arbiter.visitor, on(id)))
    expect(after.case).toBeNull()
    expect(after.effective_at).not.toBeNull()
  })

  it('goes back to the first when the second does not agree, and can be asked for again', async () => {
    const id = await ask('email')
    await decide(reviewer, id)
    await approvals.refuseApproval(arbiter.visitor, why(await approvalOf(id)))
    expect(await stateOf('recovery', id)).toBe('open')
    expect((await decide(reviewer, id)).ok).toBe(true)
    expect(await approvalOf(id)).not.toBe('')
  })

  it('is carried out once by all who approve at the same moment', async () => {
    const id = await ask('email')
    await decide(reviewer, id)
    const approval = await approvalOf(id)
    const others = await Promise.all([1, 2, 3].map(() => makeStaff(people, 'arbiter')))
    const given = await Promise.all(
      others.map(({ visitor }) => approvals.giveApproval(visitor, on(approval))),
    )
    expect(given.filter(({ ok }) => ok)).toHaveLength(1)
    const kinds = `SELECT kind FROM people.history WHERE person_id = $1 AND kind = 'recovery_approved'`
    expect(await column(people, kinds, [person.id])).toHaveLength(1)
  })

  it('is decided by nobody while a colleague works on it', async () => {
    const id = await ask('answers')
    await queue.takeCase(reviewer.visitor, on(await caseOf(id)))
    const before = await auditOf(people, arbiter.id)
    expect(await decide(arbiter, id)).toMatchObject({
      refusal: { code: 'case_taken', members: { assigned_to: reviewer.name } },
    })
    expect(await stateOf('recovery', id)).toBe('open')
    expect(await auditOf(people, arbiter.id)).toEqual(before)
    expect((await decide(reviewer, id)).ok).toBe(true)
    expect(await stateOf('recovery', id)).toBe('approved')
    expect((await auditOf(people, reviewer.id)).at(-1)).toBe('recovery.approved')
  })

  it('is decided once by two who decide at the same moment', async () => {
    const id = await ask('answers')
    const both = await Promise.all([decide(reviewer, id), decide(arbiter, id, 'refuse')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(['approved', 'refused']).toContain(await stateOf('recovery', id))
  })

  it('is not there when nobody asked', async () => {
    const id = newUuid()
    expect(codeOf(await routes.getRecoveryCase(reviewer.visitor, on(id)))).toBe('not_found')
    expect(codeOf(await decide(reviewer, id))).toBe('not_found')
  })

  it('shows its own scan and never the documents of identity checks, and keeps each look', async () => {
    const id = await ask('answers')
    const { pool } = people.deps
    const picture = {
      jpeg: Buffer.from('scan'),
      preview: Buffer.from('small'),
      width: 10,
      height: 10,
    }
    const document = { personId: person.id, side: 'front', picture } as const
    await keepDocument(pool, people.deps, { ...document, subjectId: id })
    const check = newUuid()
    await keepDocument(pool, people.deps, { ...document, subjectId: check })
    const file = bodyOf(await routes.getRecoveryDocument(arbiter.visitor, on(id)))
    expect(Buffer.from(file.bytes).toString()).toBe('scan')
    expect((await auditOf(people, arbiter.id)).at(-1)).toBe('document.viewed')
    const other = await routes.getRecoveryDocument(arbiter.visitor, on(check))
    expect(codeOf(other)).toBe('not_found')
  })
})

describe('a closure in the console', () => {
  async function askToClose(): Promise<Uuid> {
    const now = await people.deps.now()
    const [id, personId] = [newUuid(), person.id]
    return inTransaction(people.deps.pool, async (client) => {
      const asked = { kind: 'closure', subjectId: id, personId, now, within: hours(168) } as const
      const decideBy = await openCase(client, asked)
      await insertClosure(client, { id, personId, wish: 'I move.', requestedAt: now, decideBy })
      return id
    })
  }
  const prepare = ({ visitor }: TestStaff, id: Uuid, decision: 'prepare' | 'refuse' = 'prepare') =>
    routes.prepareClosure(visitor, { ...on(id), body: { decision, reason: 'All is settled.' } })

  it('is prepared by one and confirmed by another', async () => {
    const id = await askToClose()
    const seen = bodyOf(await routes.getClosureCase(support.visitor, on(id)))
    expect(closureCase.parse(seen)).toEqual(seen)
    expect(seen).toMatchObject({ obstacles: [], message: 'I move.', open_payment_count: 0 })
    expect(bodyOf(await prepare(support, id)).state).toBe('prepared')
    const approval = await approvalOf(id)
    const own = await approvals.giveApproval(support.visitor, on(approval))
    expect(codeOf(own)).toBe('second_person_needed')
    expect((await approvals.giveApproval(treasurer.visitor, on(approval))).ok).toBe(true)
    expect(await stateOf('closure', id)).toBe('closed')
    const after = bodyOf(await routes.getClosureCase(treasurer.visitor, on(id)))
    expect(after).toMatchObject({ person: { state: 'closed' }, case: null, approval: null })
  })

  it('is not prepared while there is money, and says what is in the way', async () => {
    await withMoney(people, person, 1_00n)
    const id = await askToClose()
    expect(codeOf(await prepare(support, id))).toBe('closure_blocked')
    expect(await approvalOf(id)).toBe('')
    const seen = bodyOf(await routes.getClosureCase(support.visitor, on(id)))
    expect(seen).toMatchObject({ state: 'requested', obstacles: [{ kind: 'wallet' }] })
    expect(seen.case?.assigned_to).toBeNull()
  })

  it('is not confirmed when money came in meanwhile, and nothing of it is written', async () => {
    const id = await askToClose()
    await prepare(support, id)
    await withMoney(people, person, 1_00n)
    const approval = await approvalOf(id)
    const given = await approvals.giveApproval(treasurer.visitor, on(approval))
    expect(codeOf(given)).toBe('closure_blocked')
    expect(await stateOf('closure', id)).toBe('prepared')
    expect(await approvalOf(id)).toBe(approval)
    await approvals.refuseApproval(treasurer.visitor, why(approval))
    expect(await stateOf('closure', id)).toBe('requested')
  })

  it('is refused with a reason that the person is told', async () => {
    const id = await askToClose()
    expect(bodyOf(await prepare(support, id, 'refuse')).state).toBe('refused')
    const mails = 'SELECT channel FROM people.message WHERE recipient = $1'
    expect(await column(people, mails, [person.email])).toEqual(['mail'])
    expect((await auditOf(people, support.id)).at(-1)).toBe('closure.refused')
  })
})

describe('the hints', () => {
  it('compare numbers of phones by their last digits', () => {
    expect(comparePhones('0926 1234567', '+79261234567')).toBe('match')
    expect(comparePhones('0926 1234568', '+79261234567')).toBe('mismatch')
    expect(comparePhones('4567', '+79261234567')).toBe('unknown')
    expect(comparePhones('4242', '+79131234567')).toBe('mismatch')
    expect(comparePhones('I forgot', '+79131234567')).toBe('unknown')
    expect(comparePhones('0926 1234567', null)).toBe('unknown')
  })

  it('look for the amounts of payments in what was written', () => {
    const payments = [
      { value: '123456', currency: 'USD' },
      { value: '500', currency: 'JPY' },
    ]
    for (const text of ['1,234.56', '1.234,56 $', "1'234.56", '1 234,56', 'about 500 yen']) {
      expect(comparePayments(text, payments), text).toBe('match')
    }
    expect(comparePayments('5.00', payments)).toBe('unknown')
    expect(comparePayments('no idea', payments)).toBe('unknown')
  })

  it('let a turnover be a fifth off', () => {
    const turnover = [{ value: '100000', currency: 'EUR' }]
    expect(compareTurnover('1200', turnover)).toBe('match')
    expect(compareTurnover('800 or so', turnover)).toBe('match')
    expect(compareTurnover('1201', turnover)).toBe('mismatch')
    expect(compareTurnover('a lot', turnover)).toBe('unknown')
    expect(compareTurnover('1200', [])).toBe('unknown')
  })
})
