import { formatInstant, newUuid } from '@danbao/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { sealDocument } from '../base/document-number.ts'
import { changePerson } from '../base/person.ts'
import { runDueIdentity } from './index.ts'
import { ANNA, drawSpecimen } from './specimen.ts'
import {
  DATA,
  NONE,
  advanceTo,
  audited,
  body,
  code,
  decide,
  level,
  mails,
  on,
  people,
  review,
  staff,
  start,
  submit,
  submitted,
  upload,
  uuidOf,
  wallet,
} from './test-desk.ts'

afterAll(() => people.close())

describe('a passport', () => {
  it('is read, confirmed, reviewed and approved: level 2, in one go', async () => {
    const anna = await people.registered()
    const id = await start(anna.visitor)
    const pictured = body(await upload(anna.visitor, id))
    expect(pictured).toMatchObject({ state: 'collecting', reading: 'not_yet' })
    expect(body(await wallet.readIdentityDocument(anna.visitor, on(id))).state).toBe('reading')
    expect(await runDueIdentity(people.deps)).toBe(1)
    const read = body(await wallet.getIdentity(anna.visitor, NONE)).current
    expect(read).toMatchObject({ state: 'to_confirm', reading: 'read', read: DATA })

    const sent = body(await submit(anna.visitor, id, DATA))
    const now = await people.deps.now()
    expect(sent).toMatchObject({
      state: 'submitted',
      submitted_at: formatInstant(now),
      answer_by: new Date(now + 24 * 3_600_000).toISOString(),
    })
    expect(sent.verdicts.filter(({ ok }) => ok === false)).toEqual([])
    expect(sent.verdicts.find(({ check }) => check === 'name')?.ok).toBe(true)

    const seen = body(await review.getIdentityCase(staff, on(id)))
    expect(seen.check.mrz?.[1]).toMatch(/^L898902C36UTO/)
    expect(seen.check.confirmed).toEqual(DATA)
    expect(seen.person.given_name).toBe('Anna')
    expect(body(await decide(id, { decision: 'approve' })).check.state).toBe('approved')
    expect(await level(anna.id)).toBe(2)
    expect(await mails(anna)).toBe(1)
    expect(await audited(id)).toContain('identity.approved')
    expect(body(await wallet.getIdentity(anna.visitor, NONE))).toMatchObject({
      may_start: true,
      profile_document: 'passport',
      proof: { document_type: 'passport', expires_on: '2034-04-15', renewal: 'not_yet' },
    })
  }, 30_000)

  it('that can not be read is typed by its holder', async () => {
    const { visitor } = await people.registered()
    const id = await start(visitor)
    body(await upload(visitor, id, 'front', await drawSpecimen(ANNA, 'card_front')))
    body(await wallet.readIdentityDocument(visitor, on(id)))
    await runDueIdentity(people.deps)
    const current = body(await wallet.getIdentity(visitor, NONE)).current
    expect(current).toMatchObject({ state: 'to_confirm', reading: 'unreadable', read: null })
    const sent = body(await submit(visitor, id, { ...DATA, document_number: 'X1' }))
    expect(sent.verdicts[0]).toEqual({ check: 'format', ok: null, detail: 'unreadable' })
  }, 30_000)

  it('whose reading died with the server is read by the next one', async () => {
    const { visitor } = await people.registered()
    const id = await start(visitor)
    body(await upload(visitor, id))
    body(await wallet.readIdentityDocument(visitor, on(id)))
    await people.deps.pool.query(
      `UPDATE people.identity_check SET attempts = 1, due_at = due_at + interval '3 minutes'
       WHERE id = $1`,
      [id],
    )
    expect(await runDueIdentity(people.deps)).toBe(0)
    await advanceTo(new Date((await people.deps.now()) + 180_000).toISOString())
    expect(await runDueIdentity(people.deps)).toBe(1)
    expect(body(await wallet.getIdentity(visitor, NONE)).current?.reading).toBe('read')
  }, 30_000)
})

describe('pictures', () => {
  it('are kept sealed, and shown to their owner only', async () => {
    const [anna, other] = [await people.registered(), await people.registered()]
    const id = await start(anna.visitor)
    const check = body(await upload(anna.visitor, id))
    const document = uuidOf(check.pictures[0]?.document ?? '')
    const shown = body(await wallet.getIdentityPicture(anna.visitor, on(document)))
    expect(Buffer.from(shown.bytes.subarray(0, 3)).toString('hex')).toBe('ffd8ff')
    const { rows } = await people.deps.pool.query<{ content: Buffer }>(
      'SELECT content FROM people.document WHERE id = $1',
      [document],
    )
    expect(rows[0]?.content.subarray(0, 3).toString('hex')).not.toBe('ffd8ff')
    expect(code(await wallet.getIdentityPicture(other.visitor, on(document)))).toBe('not_found')
    expect(await audited(document)).toEqual([])
    body(await review.getDocumentImage(staff, { ...on(document), query: {} }))
    body(await review.getDocumentImage(staff, { ...on(document), query: { size: 'preview' } }))
    expect(await audited(document)).toEqual(['document.viewed', 'document.viewed'])
  })

  it('missing ones are named before anything is read', async () => {
    const { visitor } = await people.registered()
    const id = await start(visitor, 'driving_licence')
    body(await upload(visitor, id, 'front'))
    expect(await wallet.readIdentityDocument(visitor, on(id))).toMatchObject({
      ok: false,
      refusal: { code: 'step_missing', members: { sides: ['back'] } },
    })
    body(await upload(visitor, id, 'back'))
    body(await wallet.removeIdentityPicture(visitor, { ...on(id), query: { side: 'front' } }))
    expect(code(await wallet.readIdentityDocument(visitor, on(id)))).toBe('step_missing')
  })

  it('that are no pictures change nothing', async () => {
    const { visitor } = await people.registered()
    const id = await start(visitor)
    const answer = await upload(visitor, id, 'front', Buffer.from('<svg/>'))
    expect(code(answer)).toBe('file_type')
    const current = body(await wallet.getIdentity(visitor, NONE)).current
    expect(current?.pictures[0]?.document).toBeNull()
  })

  it('changed after the reading have to be read again', async () => {
    const { visitor } = await people.registered()
    const id = await start(visitor, 'driving_licence')
    for (const side of ['front', 'back'] as const) body(await upload(visitor, id, side))
    expect(body(await wallet.readIdentityDocument(visitor, on(id)))).toMatchObject({
      state: 'to_confirm',
      reading: 'nothing_to_read',
    })
    expect(body(await upload(visitor, id, 'front')).state).toBe('collecting')
    expect(code(await submit(visitor, id, DATA))).toBe('wrong_state')
  })
})

describe("somebody else's check", () => {
  it('does not exist, whatever is done with it', async () => {
    const [anna, other] = [await people.registered(), await people.registered()]
    const id = await start(anna.visitor)
    const who = other.visitor
    const answers = [
      await upload(who, id),
      await wallet.removeIdentityPicture(who, { ...on(id), query: { side: 'front' } }),
      await wallet.readIdentityDocument(who, on(id)),
      await submit(who, id, DATA),
      await wallet.withdrawIdentityCheck(who, on(id)),
      await wallet.withdrawIdentityCheck(who, on(newUuid())),
    ]
    expect(answers.map(code)).toEqual(answers.map(() => 'not_found'))
  })
})

describe('submitting', () => {
  it.each([
    [{ expires_on: '2026-05-31' }, '/data/expires_on', 'expired'],
    [{ birth_date: '2010-01-01' }, '/data/birth_date', 'under_age'],
    [{ issuing_country: 'ZZZ' }, '/data/issuing_country', 'unknown_country'],
  ])('says at once what nobody could approve: %j', async (wrong, pointer, why) => {
    const { visitor } = await people.registered()
    const id = await start(visitor, 'driving_licence')
    for (const side of ['front', 'back'] as const) body(await upload(visitor, id, side))
    body(await wallet.readIdentityDocument(visitor, on(id)))
    expect(await submit(visitor, id, { ...DATA, ...wrong })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_request', errors: [{ pointer, code: why }] },
    })
  })

  it('with a document of another account is refused, however it is typed', async () => {
    const [anna, thief] = [await people.registered(), await people.registered()]
    const { documentType, documentNumber, documentFingerprint } = sealDocument(people.deps.vault, {
      type: 'driving_licence',
      issuer: 'DE',
      number: 'B072-RRE2 I55',
    })
    await changePerson(people.deps.pool, anna.id, {
      documentType,
      documentNumber,
      documentFingerprint,
    })
    const id = await start(thief.visitor, 'driving_licence')
    for (const side of ['front', 'back'] as const) body(await upload(thief.visitor, id, side))
    body(await wallet.readIdentityDocument(thief.visitor, on(id)))
    const data = { ...DATA, issuing_country: 'D', document_number: 'b072rre2i55' }
    expect(code(await submit(thief.visitor, id, data))).toBe('document_in_use')
  })

  it('tells staff that the name is another one', async () => {
    const { visitor } = await people.registered({ givenName: 'Боб', familyName: 'Иванов' })
    const id = await submitted(visitor)
    const { check } = body(await review.getIdentityCase(staff, on(id)))
    expect(check.verdicts).toContainEqual({ check: 'name', ok: false, detail: 'another_name' })
  })

  it('happens once, and one check at a time', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    expect(code(await submit(visitor, id, DATA))).toBe('wrong_state')
    expect(code(await upload(visitor, id))).toBe('wrong_state')
    const input = { ...NONE, body: { document_type: 'passport' } } as const
    expect(code(await wallet.startIdentityCheck(visitor, input))).toBe('wrong_state')
  })
})
