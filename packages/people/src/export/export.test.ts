import { inTransaction } from '@danbao/database'
import type { Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { changeCheck, insertCheck } from '../identity/check-store.ts'
import { keepDocument } from '../identity/index.ts'
import { insertRecovery, changeRecovery } from '../recovery/store.ts'
import { createSettingsHandlers } from '../settings/index.ts'
import {
  expectBody,
  expectRefusal,
  fill,
  giveQuestions,
  historyOf,
  lendToMarketplace,
  subjectsTo,
} from '../settings/testing.ts'
import { withMoney } from '../staff/testing.ts'
import { openTestPeople, type Registered, TEST_PASSWORD, type TestPeople } from '../testing.ts'
import { createExportHandlers } from './index.ts'

let people: TestPeople
let exporting: ReturnType<typeof createExportHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  exporting = createExportHandlers(people.deps)
})
afterAll(() => people.close())

const plain = { params: undefined, query: undefined } as const
const JPEG = Buffer.from('the picture of a passport')
const DATA = {
  family_name: 'Eriksson',
  given_name: 'Anna Maria',
  birth_date: '1974-08-12',
  nationality: 'UTO',
  issuing_country: 'UTO',
  document_number: 'L898902C3',
  expires_on: '2032-04-15',
}

async function exportOf(person: Registered) {
  const body = { password: TEST_PASSWORD }
  const file = expectBody(await exporting.exportData(person.visitor, { ...plain, body }))
  expect(file.mediaType).toBe('application/json')
  const text = Buffer.from(file.bytes).toString()
  return { text, parts: z.record(z.string(), z.unknown()).parse(JSON.parse(text)) }
}

/** A check that was read and confirmed, with the picture of its front. */
async function giveCheck(personId: Uuid): Promise<Uuid> {
  const { deps } = people
  const now = await deps.now()
  return inTransaction(deps.pool, async (client) => {
    const id = await insertCheck(client, { personId, documentType: 'passport', now })
    if (id === undefined) throw new Error('there is a check already')
    const mrz = ['P<UTOERIKSSON<<ANNA<MARIA', 'L898902C36UTO7408122F3204159']
    const data = { mrz, read: DATA, confirmed: { ...DATA, given_name: 'Anna' } }
    await changeCheck(client, deps.vault, id, {
      state: 'submitted',
      submittedAt: now,
      consentText: 'I agree.',
      reading: 'read',
      data,
    })
    const picture = { jpeg: JPEG, preview: JPEG, width: 30, height: 20 }
    await keepDocument(client, deps, { personId, subjectId: id, side: 'front', picture })
    return id
  })
}

describe('the export of data', () => {
  it('holds everything about the person, no secret, and nothing of others', async () => {
    const [anna, bob] = [await people.registered(), await people.registered()]
    await giveQuestions(people, anna.id)
    await giveCheck(bob.id)
    await fill(people, await lendToMarketplace(people, anna.id), 77_00n)
    const settings = createSettingsHandlers(people.deps)
    await settings.changeProfile(anna.visitor, { ...plain, body: { city: 'Potsdam' } })
    const { text, parts } = await exportOf(anna)
    expect(parts['person']).toMatchObject([{ email: anna.email, city: 'Potsdam' }])
    expect(parts['balances']).toMatchObject([{ code: 'wallet', balance: '7700' }])
    expect(parts['transfers']).toMatchObject([{ amount: '7700' }])
    expect(parts['sessions']).toHaveLength(1)
    expect(parts['history']).toMatchObject([{ kind: 'profile_changed' }])
    for (const secret of ['$argon2id$', 'token_hash', bob.id, bob.email, DATA.document_number]) {
      expect(text).not.toContain(secret)
    }
    expect(await subjectsTo(people, anna.email)).toEqual(['A copy of your data was downloaded'])
  })

  it('holds what was typed and read of the documents, and their pictures', async () => {
    const anna = await people.registered()
    const id = await giveCheck(anna.id)
    const { parts } = await exportOf(anna)
    const [zone] = ['P<UTOERIKSSON<<ANNA<MARIA']
    expect(parts['identity_checks']).toMatchObject([
      {
        id,
        state: 'submitted',
        read: DATA,
        typed: { ...DATA, given_name: 'Anna' },
        machine_readable_zone: [zone, 'L898902C36UTO7408122F3204159'],
      },
    ])
    const picture = `data:image/jpeg;base64,${JPEG.toString('base64')}`
    expect(parts['documents']).toMatchObject([{ sent_for: id, side: 'front', picture }])
  })

  it('holds the phone and the questions of before, without the answers', async () => {
    const anna = await people.registered()
    await giveQuestions(people, anna.id)
    await giveQuestions(people, anna.id)
    const { text, parts } = await exportOf(anna)
    expect(parts['former_details']).toMatchObject([
      { kind: 'questions', value: ['first_pet', 'first_school', 'first_teacher'] },
    ])
    expect(text).not.toContain('$argon2id$')
  })

  it('tells what was said in a recovery, and why it was refused, but no note of staff', async () => {
    const anna = await people.registered()
    const { deps } = people
    const now = await deps.now()
    const claims = { phone: '+491', cardLastFour: null, recentPayments: 'a lamp', turnover: null }
    const asked = { kind: 'email', personId: anna.id, language: 'en', claims, now } as const
    const ended = { state: 'refused', endedAt: now } as const
    const refused = await insertRecovery(deps.pool, deps, { ...asked, state: 'open' })
    await changeRecovery(deps.pool, refused, { ...ended, reason: 'The phone was not right.' })
    const stopped = await insertRecovery(deps.pool, deps, { ...asked, state: 'open' })
    await changeRecovery(deps.pool, stopped, { ...ended, state: 'stopped', reason: 'seems fine' })
    const { text, parts } = await exportOf(anna)
    expect(parts['recoveries']).toMatchObject([
      { said: { recentPayments: 'a lamp' }, reason: 'The phone was not right.' },
      { state: 'stopped', reason: null },
    ])
    expect(text).not.toContain('seems fine')
  })

  it('shows payments as the wallet does, with the name of the other side', async () => {
    const [buyer, seller] = [
      await people.registered(),
      await people.registered({ givenName: 'Boris', familyName: 'Orlov' }),
    ]
    const parties = {
      buyer: await withMoney(people, buyer, 200_00n),
      seller: await withMoney(people, seller, 1_00n),
    }
    const uuid = await people.paid(parties, {})
    const { text, parts } = await exportOf(buyer)
    expect(parts['payments']).toMatchObject([
      { uuid, role: 'buyer', counterpart: 'Boris Orlov', state: 'held' },
    ])
    expect(text).not.toContain(seller.email)
  })

  it('needs the password', async () => {
    const anna = await people.registered()
    const body = { password: 'wrong' }
    const refused = await exporting.exportData(anna.visitor, { ...plain, body })
    expect(expectRefusal(refused).code).toBe('password_wrong')
    expect(await historyOf(people, anna.id)).toEqual([])
  })
})
