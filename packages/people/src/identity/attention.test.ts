import { afterAll, describe, expect, it } from 'vitest'
import { identityAttention, runDueIdentity } from './index.ts'
import { advanceTo, body, decide, level, people, submitted } from './test-desk.ts'
import type { Registered } from '../testing.ts'

afterAll(() => people.close())

const notes = async ({ id: personId }: Registered) =>
  identityAttention(people.deps.pool, people.deps, { personId, now: await people.deps.now() })

const askAgain = async (id: string) =>
  body(await decide(id, { decision: 'ask_again', reason: 'unreadable', sides: ['front'] }))

describe('what a person is told about the proof of their identity', () => {
  it('is nothing while staff look at it', async () => {
    const anna = await people.registered()
    await submitted(anna.visitor)
    expect(await notes(anna)).toEqual([])
  })

  it('is that staff need more, at any time', async () => {
    const anna = await people.registered()
    await askAgain(await submitted(anna.visitor))
    expect(await notes(anna)).toEqual([{ kind: 'identity_asked', at: null }])
  })

  it('is that the document expires soon, then that it has, and nothing once there is another', async () => {
    const anna = await people.registered()
    const first = await submitted(anna.visitor, { expires_on: '2026-12-31' })
    body(await decide(first, { decision: 'approve' }))
    await advanceTo('2026-11-01T23:59:59Z')
    expect(await notes(anna)).toEqual([])
    await advanceTo('2026-11-02T00:00:00Z')
    const at = '2027-01-01T00:00:00.000Z'
    expect(await notes(anna)).toEqual([{ kind: 'document_expiring', at }])
    await advanceTo(at)
    await runDueIdentity(people.deps)
    expect(await notes(anna)).toEqual([{ kind: 'document_expired', at }])
    expect(await level(anna.id)).toBe(0)
    const second = await submitted(anna.visitor, { expires_on: '2037-01-01' })
    body(await decide(second, { decision: 'approve' }))
    expect(await notes(anna)).toEqual([])
    expect(await level(anna.id)).toBe(2)
  })

  it('is both when the document before expires meanwhile', async () => {
    const anna = await people.registered()
    const first = await submitted(anna.visitor, { expires_on: '2027-03-01' })
    body(await decide(first, { decision: 'approve' }))
    const second = await submitted(anna.visitor, { expires_on: '2037-03-01' })
    await askAgain(second)
    await advanceTo('2027-02-01T00:00:00Z')
    expect(await notes(anna)).toEqual([
      { kind: 'identity_asked', at: null },
      { kind: 'document_expiring', at: '2027-03-02T00:00:00.000Z' },
    ])
  })
})
