import { afterAll, describe, expect, it } from 'vitest'
import { runDueIdentity } from './index.ts'
import {
  NONE,
  advanceTo,
  body,
  decide,
  level,
  mails,
  people,
  submitted,
  wallet,
  withCard,
} from './test-desk.ts'

afterAll(() => people.close())

describe('the expiry of a document', () => {
  it('is spoken of 60, 30 and 7 days before, and takes level 2 back', async () => {
    const anna = await people.registered()
    await withCard(anna.id)
    const id = await submitted(anna.visitor, { expires_on: '2027-03-01' })
    body(await decide(id, { decision: 'approve' }))
    const before = await mails(anna)
    for (const [day, count] of [
      ['2026-12-31T08:59:00Z', 0],
      ['2026-12-31T09:00:00Z', 1],
      ['2027-01-30T09:00:00Z', 2],
      ['2027-02-22T08:00:00Z', 2],
      ['2027-02-22T09:00:00Z', 3],
      ['2027-03-01T23:59:59Z', 3],
    ] as const) {
      await advanceTo(day)
      await runDueIdentity(people.deps)
      expect([day, (await mails(anna)) - before]).toEqual([day, count])
    }
    expect(await level(anna.id)).toBe(2)
    expect(body(await wallet.getIdentity(anna.visitor, NONE)).proof?.renewal).toBe('soon')
    await advanceTo('2027-03-02T00:00:00Z')
    await runDueIdentity(people.deps)
    await runDueIdentity(people.deps)
    expect(await level(anna.id)).toBe(1)
    expect((await mails(anna)) - before).toBe(4)
    expect(body(await wallet.getIdentity(anna.visitor, NONE)).proof?.renewal).toBe('expired')
  })

  it('does nothing after a renewal, which began while the old document was good', async () => {
    const anna = await people.registered()
    const first = await submitted(anna.visitor, { expires_on: '2027-06-01' })
    body(await decide(first, { decision: 'approve' }))
    const second = await submitted(anna.visitor, { expires_on: '2037-06-01' })
    expect(await level(anna.id)).toBe(2)
    body(await decide(second, { decision: 'approve' }))
    const before = await mails(anna)
    await advanceTo('2027-06-02T00:00:00Z')
    await runDueIdentity(people.deps)
    expect(await level(anna.id)).toBe(2)
    expect(await mails(anna)).toBe(before)
    expect(body(await wallet.getIdentity(anna.visitor, NONE)).proof?.expires_on).toBe('2037-06-01')
  })

  it('that passed while the server stood still is told once', async () => {
    const anna = await people.registered()
    const id = await submitted(anna.visitor, { expires_on: '2027-12-01' })
    body(await decide(id, { decision: 'approve' }))
    const before = await mails(anna)
    await advanceTo('2027-12-24T00:00:00Z')
    await runDueIdentity(people.deps)
    expect([await level(anna.id), (await mails(anna)) - before]).toEqual([0, 1])
  })

  it('leaves alone what staff have decided about the level meanwhile', async () => {
    const anna = await people.registered()
    const id = await submitted(anna.visitor, { expires_on: '2028-06-01' })
    body(await decide(id, { decision: 'approve' }))
    await people.deps.pool.query('UPDATE app.account SET level = 1 WHERE id = $1', [anna.id])
    const before = await mails(anna)
    await advanceTo('2028-06-02T00:00:00Z')
    await runDueIdentity(people.deps)
    expect([await level(anna.id), (await mails(anna)) - before]).toEqual([1, 0])
  })
})
