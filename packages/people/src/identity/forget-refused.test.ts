import { days, hours } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import { afterAll, expect, it } from 'vitest'
import { createPeople } from '../people.ts'
import { body, decide, NONE, on, people, review, staff, submitted, wallet } from './test-desk.ts'

afterAll(() => people.close())

const forget = () => createPeople(people.deps).forgetOld()

/** How many pictures still have their content, and whether what was read is kept. */
async function kept(id: string): Promise<[pictures: number, data: boolean]> {
  const [row] = await queryText(
    people.deps.pool,
    `SELECT (SELECT count(*) FROM people.document WHERE subject_id = $1 AND content IS NOT NULL
       AND preview IS NOT NULL), data IS NOT NULL FROM people.identity_check WHERE id = $1`,
    [id],
  )
  if (row === undefined) throw new Error(id)
  const r = readRow(row)
  return [r.integer(), r.boolean()]
}

it('pictures of a refused check are erased after 90 days, those of others stay', async () => {
  const [anna, boris, vera] = [
    await people.registered(),
    await people.registered(),
    await people.registered(),
  ]
  const refused = await submitted(anna.visitor)
  const approved = await submitted(boris.visitor)
  const open = await submitted(vera.visitor)
  body(await decide(approved, { decision: 'approve' }))
  await people.advance(days(30))
  body(await decide(refused, { decision: 'refuse', reason: 'not_genuine' }))
  await people.advance(days(89))
  await people.advance(hours(23))
  expect(await forget()).toBe(0)
  expect(await kept(refused)).toEqual([2, true])
  await people.advance(hours(1))
  expect(await forget()).toBe(2)
  expect(await kept(refused)).toEqual([0, false])
  expect(await kept(approved)).toEqual([2, true])
  expect(await kept(open)).toEqual([2, true])
  expect(await forget()).toBe(0)
  expect(body(await review.getIdentityCase(staff, on(refused))).check).toMatchObject({
    state: 'refused',
    reason: { code: 'not_genuine' },
  })
  expect(body(await wallet.getIdentity(anna.visitor, NONE)).may_start).toBe(true)
})
