import { encodeId } from '@danbao/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import {
  DATA,
  NONE,
  body,
  code,
  decide,
  hire,
  level,
  on,
  people,
  review,
  staff,
  submit,
  submitted,
  upload,
  version,
  wallet,
} from '../test-desk.ts'

afterAll(() => people.close())

describe('staff', () => {
  it('refuse with a reason, and a second try is open', async () => {
    const anna = await people.registered()
    const id = await submitted(anna.visitor)
    body(await decide(id, { decision: 'refuse', reason: 'unreadable', words: 'Too dark.' }))
    expect(body(await wallet.getIdentity(anna.visitor, NONE))).toMatchObject({
      may_start: true,
      current: { state: 'refused', reason: { code: 'unreadable', words: 'Too dark.' } },
    })
    expect(await level(anna.id)).toBe(0)
    const decided = body(await review.getIdentityCase(staff, on(id)))
    expect(decided.case?.closed_at).not.toBeNull()
    expect(decided.case?.assigned_to).toBe(encodeId('stf', staff.staffId))
    const second = await submitted(anna.visitor)
    const { earlier } = body(await review.getIdentityCase(staff, on(second)))
    expect(earlier).toMatchObject([{ state: 'refused', reason: { code: 'unreadable' } }])
  })

  it('ask for one side again, and get it into the same case', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    body(await decide(id, { decision: 'ask_again', reason: 'unreadable', sides: ['back'] }))
    expect(body(await wallet.getIdentity(visitor, NONE)).current).toMatchObject({
      state: 'more_needed',
      asked_sides: ['back'],
    })
    expect(code(await wallet.readIdentityDocument(visitor, on(id)))).toBe('step_missing')
    expect(body(await upload(visitor, id, 'back')).asked_sides).toEqual([])
    body(await wallet.readIdentityDocument(visitor, on(id)))
    body(await submit(visitor, id, { ...DATA, document_number: 'AGAIN1' }))
    expect(body(await review.getIdentityCase(staff, on(id))).case?.closed_at).toBeNull()
    expect(code(await decide(id, { decision: 'approve' }))).toBe('ok')
  })

  it('can not decide twice, on what changed, or on what a colleague works on', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    expect(code(await decide(id, { decision: 'approve', version: 1 }))).toBe('wrong_state')
    const { rowCount } = await people.deps.pool.query(
      'UPDATE people.staff_case SET assigned_to = $2 WHERE subject_id = $1',
      [id, (await hire('Otto Other')).staffId],
    )
    expect(rowCount).toBe(1)
    expect(code(await decide(id, { decision: 'approve' }))).toBe('case_taken')
    await people.deps.pool.query('UPDATE people.staff_case SET assigned_to = NULL')
    const now = await version(id)
    const both = await Promise.all(
      ['approve', 'approve'].map(() => decide(id, { decision: 'approve', version: now })),
    )
    expect(both.map(code).toSorted()).toEqual(['ok', 'wrong_state'])
    const refusal = { decision: 'refuse', reason: 'other' } as const
    expect(code(await decide(id, refusal))).toBe('wrong_state')
  })

  it('can not decide on what was withdrawn; its pictures and data are gone', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    const seen = await version(id)
    const withdrawn = body(await wallet.withdrawIdentityCheck(visitor, on(id)))
    expect(withdrawn).toMatchObject({ state: 'withdrawn', confirmed: null })
    expect(withdrawn.pictures.every(({ document }) => document === null)).toBe(true)
    expect(code(await decide(id, { decision: 'approve', version: seen }))).toBe('wrong_state')
    const { rows } = await people.deps.pool.query(
      'SELECT 1 FROM people.document WHERE subject_id = $1 AND content IS NOT NULL',
      [id],
    )
    expect(rows).toEqual([])
    expect(code(await wallet.withdrawIdentityCheck(visitor, on(id)))).toBe('wrong_state')
  })
})
