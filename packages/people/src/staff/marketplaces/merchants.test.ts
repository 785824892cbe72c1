import { encodeId, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemberHandlers } from '../members/handlers.ts'
import { bodyOf, codeOf, type TestStaff } from '../testing.ts'
import { openDesk, type TestDesk } from './test-desk.ts'

let people: TestDesk['people']
let merchant: TestStaff
let other: TestStaff
let head: TestStaff
let support: TestStaff
let own: Uuid
beforeAll(async () => {
  ;({ people, merchant, other, head, support, own } = await openDesk())
})
afterAll(() => people.close())

describe('merchants', () => {
  const none = { params: undefined, query: undefined, body: undefined }
  const invite = (roles: readonly ('merchant' | 'support')[], marketplace?: string) =>
    createMemberHandlers(people.deps).createStaff(head.visitor, {
      ...none,
      body: {
        name: 'Mara',
        email: `${newUuid()}@shop.test`,
        roles: [...roles],
        marketplace,
        language: 'en',
      },
    })

  it('are invited to a marketplace that is there', async () => {
    const { member } = bodyOf(await invite(['merchant'], encodeId('mkt', own)))
    expect(member.marketplace).toEqual({ id: encodeId('mkt', own), name: 'First' })
    expect(codeOf(await invite(['merchant'], encodeId('mkt', newUuid())))).toBe('not_found')
  })

  it('never work for the operator, nor the other way round', async () => {
    const members = createMemberHandlers(people.deps)
    const change = (who: TestStaff, role: 'merchant' | 'administrator') =>
      members.changeStaffRoles(head.visitor, {
        ...none,
        params: { id: who.id },
        body: { roles: [role], reason: 'To see more.' },
      })
    expect(codeOf(await change(merchant, 'administrator'))).toBe('not_allowed')
    expect(codeOf(await change(support, 'merchant'))).toBe('not_allowed')
    for (const wrong of [
      `roles = '{merchant,support}'`,
      `roles = '{administrator}'`,
      'marketplace_id = NULL',
    ]) {
      const sql = `UPDATE people.staff SET ${wrong} WHERE id = $1`
      await expect(people.deps.pool.query(sql, [merchant.id])).rejects.toThrow('staff_merchant')
    }
    const sql = 'UPDATE people.staff SET marketplace_id = $2 WHERE id = $1'
    const moved = people.deps.pool.query(sql, [support.id, own])
    await expect(moved).rejects.toThrow('staff_merchant')
  })

  it('come back to their own marketplace after they were disabled', async () => {
    const members = createMemberHandlers(people.deps)
    const asked = { ...none, params: { id: other.id }, body: { reason: 'A pause.' } }
    bodyOf(await members.disableStaff(head.visitor, asked))
    const back = bodyOf(await members.enableStaff(head.visitor, asked))
    expect(back).toMatchObject({ roles: ['merchant'], marketplace: { name: 'Second' } })
  })
})
