import { days, decodeId, hours, newUuid, type Uuid } from '@danbao/kernel'
import { amountOf } from '@danbao/core/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { auditOf, bodyOf, codeOf, column, makeStaff, type TestStaff } from '../staff/testing.ts'
import { runDueDisputes } from './run-due.ts'
import { type DisputeStage, keyed, openDisputeStage, type TestDispute } from './testing.ts'

let stage: DisputeStage
let [first, second, treasurer]: TestStaff[] = []
beforeAll(async () => {
  stage = await openDisputeStage()
  first = await makeStaff(stage.test, 'arbiter')
  second = await makeStaff(stage.test, 'arbiter')
  treasurer = await makeStaff(stage.test, 'treasurer')
})
afterEach(async () => {
  expect(await stage.test.problems()).toEqual([])
})
afterAll(() => stage.test.close())

function expectStaff(member: TestStaff | undefined): TestStaff {
  if (member === undefined) throw new Error('nobody was hired')
  return member
}

const run = () => runDueDisputes(stage.test.deps)
const on = (id: Uuid) => ({ params: { id }, query: undefined, body: undefined })
const open = async (who: TestStaff | undefined, { id }: TestDispute) =>
  bodyOf(await stage.people.console.getDisputeCase(expectStaff(who).visitor, on(id)))

interface Given {
  readonly minor?: bigint
  readonly round?: 1 | 2
  readonly key?: string
}

function decide(who: TestStaff | undefined, { id }: TestDispute, given: Given = {}) {
  const { minor = 40_00n, round = 1, key = newUuid() } = given
  return stage.people.console.decideDispute(expectStaff(who).visitor, {
    params: { id },
    query: undefined,
    body: { key, round, amount: amountOf(minor), reason: 'Both have a part in it.' },
  })
}

/** The open cases of disputes, most urgent first. */
async function queued(who = first): Promise<readonly string[]> {
  const listed = await stage.people.console.listQueue(expectStaff(who).visitor, {
    params: undefined,
    query: { kind: 'dispute' },
    body: undefined,
  })
  return bodyOf(listed).data.map(({ subject }) => subject)
}

const has = async (one: TestDispute, who = first): Promise<boolean> => {
  const ids = (await queued(who)).map((text) => decodeId('dsp', text))
  return ids.some((id) => id.ok && id.value === one.id)
}

describe('the queue of disputes', () => {
  it('gets a case when a dispute is escalated, once, due five days after that', async () => {
    const one = await stage.dispute()
    await run()
    expect(await has(one)).toBe(false)
    await stage.offer(one, 10_00n)
    await stage.escalate(one)
    const escalated = await stage.test.deps.now()
    // The process was away for a day.
    await stage.test.advance(days(1))
    expect(await run()).toBe(1)
    expect(await run()).toBe(0)
    const { case: found } = await open(first, one)
    expect(Date.parse(found?.opened_at ?? '')).toBe(escalated)
    expect(Date.parse(found?.due_at ?? '')).toBe(escalated + days(5))
    expect(found).toMatchObject({ kind: 'dispute', stakes: [amountOf(100_00n)] })
    expect(await has(one, treasurer)).toBe(true)
  })

  it('gets it once, also when several processes look at the same time', async () => {
    const one = await stage.escalated()
    await Promise.all(Array.from({ length: 5 }, run))
    const sql = 'SELECT count(*) FROM people.staff_case WHERE subject_id = $1'
    expect(await column(stage.test, sql, [one.id])).toEqual(['1'])
  })

  it('loses it when the two sides agree, or the buyer withdraws', async () => {
    const [agreed, withdrawn] = [await stage.escalated(), await stage.escalated()]
    await run()
    bodyOf(await stage.people.wallet.acceptOffer(agreed.buyer.visitor, keyed(agreed.id)))
    bodyOf(await stage.people.wallet.withdrawDispute(withdrawn.buyer.visitor, keyed(withdrawn.id)))
    expect(await run()).toBe(2)
    expect([await has(agreed), await has(withdrawn)]).toEqual([false, false])
    expect((await open(first, agreed)).case).toBeNull()
  })

  it('is found by the timer too: nobody answered in the negotiation', async () => {
    const one = await stage.dispute()
    await stage.offer(one, 10_00n)
    await stage.test.advance(days(8))
    await stage.test.core.runTimers()
    await run()
    const { case: found } = await open(first, one)
    const sevenDays = Date.parse(found?.opened_at ?? '') + days(5)
    expect(Date.parse(found?.due_at ?? '')).toBe(sevenDays)
    expect(found?.overdue).toBe(false)
  })
})

describe('a decision', () => {
  it('is carried out after three days, with its reason and an entry in the log', async () => {
    const one = await stage.escalated()
    await run()
    const decided = bodyOf(await decide(first, one))
    expect(decided).toMatchObject({
      case: null,
      dispute: { state: 'decided', decision: { amount: amountOf(40_00n), final: false } },
      first_by: { id: expectStaff(first).text },
    })
    expect(await has(one)).toBe(false)
    expect(await auditOf(stage.test, expectStaff(first).id)).toContain('dispute.decided')
    await stage.test.advance(days(3))
    await stage.test.core.runTimers()
    const { dispute, payment, transfers } = await open(first, one)
    expect(dispute).toMatchObject({ state: 'closed', outcome: 'split' })
    expect(payment).toMatchObject({ state: 'split', released: amountOf(57_00n) })
    expect(transfers.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['pay', 'refund', 'release', 'commission']),
    )
  })

  it('says before what it would do, and leaves the case alone when it can not be', async () => {
    const one = await stage.escalated()
    await run()
    const asked = { params: { id: one.id }, query: { back: '2500' }, body: undefined }
    const seen = await stage.people.console.previewDecision(expectStaff(first).visitor, asked)
    expect(bodyOf(seen)).toMatchObject({
      to_buyer: amountOf(25_00n),
      to_seller: amountOf(71_25n),
      commission: amountOf(3_75n),
    })
    expect(codeOf(await decide(first, one, { minor: 100_01n }))).toBe('amount_too_large')
    expect(await has(one)).toBe(true)
    expect((await open(first, one)).dispute.state).toBe('escalated')
  })

  it('is made once: for a key sent again, and of two that decide at once', async () => {
    const one = await stage.escalated()
    await run()
    const key = newUuid()
    const both = await Promise.all([decide(first, one, { key }), decide(second, one)])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    const sql = `SELECT count(*) FROM people.audit_entry
      WHERE subject_id = $1 AND action = 'dispute.decided'`
    expect(await column(stage.test, sql, [one.id])).toEqual(['1'])
    expect(['wrong_state', 'case_taken', undefined]).toContain(
      codeOf(await decide(first, one, { key })),
    )
    expect(await column(stage.test, sql, [one.id])).toEqual(['1'])
  })

  it('is gone on with after a stop between the money and the queue', async () => {
    const one = await stage.escalated()
    await run()
    const key = newUuid()
    const { pool } = stage.test.deps
    // Stands for a process that stops: the last of the three steps fails.
    await pool.query(`CREATE FUNCTION people.stop() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'stopped'; END $$`)
    await pool.query(`CREATE TRIGGER stop BEFORE UPDATE OF done_at ON people.dispute_ruling
      FOR EACH ROW EXECUTE FUNCTION people.stop()`)
    await expect(decide(first, one, { key })).rejects.toThrow('stopped')
    await pool.query('DROP TRIGGER stop ON people.dispute_ruling')
    expect(await has(one)).toBe(true)
    expect(bodyOf(await decide(first, one, { key })).dispute.state).toBe('decided')
    expect(await has(one)).toBe(false)
    await stage.appeal(one, one.seller)
    await run()
    expect(codeOf(await decide(first, one, { round: 2 }))).toBe('second_person_needed')
  })

  it('is not given on what a colleague works on', async () => {
    const one = await stage.escalated()
    await run()
    const { case: found } = await open(first, one)
    const id = decodeId('cas', found?.id ?? '')
    if (!id.ok) throw new Error('no case')
    bodyOf(await stage.people.console.takeCase(expectStaff(second).visitor, on(id.value)))
    expect(codeOf(await decide(first, one))).toBe('case_taken')
  })
})

describe('the decision upon an appeal', () => {
  it('is given by another than the first, and is carried out at once', async () => {
    const one = await stage.escalated()
    await run()
    bodyOf(await decide(first, one))
    await stage.test.advance(hours(1))
    await stage.appeal(one, one.buyer)
    expect(await run()).toBe(1)
    const again = await open(first, one)
    expect(again).toMatchObject({ round: 2, needs_another: true, case: { assigned_to: null } })
    expect(codeOf(await decide(first, one, { round: 2 }))).toBe('second_person_needed')
    expect(codeOf(await decide(second, one, { round: 1 }))).toBe('wrong_state')
    expect(await has(one)).toBe(true)
    // Whom it was refused has not kept the case from the others.
    expect((await open(second, one)).case?.assigned_to).toBeNull()
    const done = bodyOf(await decide(second, one, { round: 2, minor: 100_00n }))
    expect(done.dispute).toMatchObject({ state: 'closed', outcome: 'refunded' })
    expect(done.first_by?.id).toBe(expectStaff(first).text)
  })

  it('comes back as a case without an owner also when nobody closed the first', async () => {
    const one = await stage.escalated()
    await run()
    bodyOf(await decide(first, one))
    await stage.test.deps.pool.query(
      'UPDATE people.staff_case SET closed_at = NULL WHERE subject_id = $1',
      [one.id],
    )
    await stage.test.advance(hours(1))
    await stage.appeal(one, one.seller)
    await run()
    expect((await open(treasurer, one)).case).toMatchObject({ assigned_to: null, overdue: false })
    expect(bodyOf(await decide(treasurer, one, { round: 2 })).dispute.state).toBe('closed')
  })
})

describe('the page of a case', () => {
  it('tells who both are and how their disputes went, and every look is kept', async () => {
    const one = await stage.escalated()
    bodyOf(
      await stage.people.wallet.addEvidence(one.buyer.visitor, {
        params: { id: one.id },
        query: { note: 'See' },
        body: { mediaType: '', bytes: Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2') },
      }),
    )
    await run()
    const found = await open(second, one)
    expect(found.buyer).toMatchObject({ level: 1, as_buyer: { disputes: 1, payments: 1 } })
    expect(found.seller.as_seller).toMatchObject({ disputes: 1, to_buyer: 0 })
    expect(found.evidence).toMatchObject([{ side: 'buyer', note: 'See' }])
    const id = decodeId('evd', found.evidence[0]?.id ?? '')
    if (!id.ok) throw new Error('no evidence')
    const asked = { params: { id: id.value }, query: {}, body: undefined }
    const file = await stage.people.console.getCaseEvidence(expectStaff(second).visitor, asked)
    expect(bodyOf(file).mediaType).toBe('video/mp4')
    const log = await auditOf(stage.test, expectStaff(second).id)
    expect(log.slice(-2)).toEqual(['dispute.viewed', 'evidence.viewed'])
  })
})
