import { queryText } from '@danbao/database'
import { afterAll, describe, expect, it } from 'vitest'
import type { PersonVisitor } from '../base/handling.ts'
import type { Uuid } from '@danbao/kernel'
import {
  DATA,
  NONE,
  audited,
  body,
  code,
  decide,
  on,
  people,
  review,
  staff,
  submit,
  submitted,
  upload,
  uuidOf,
  wallet,
} from './test-desk.ts'

afterAll(() => people.close())

const current = async (who: PersonVisitor) => body(await wallet.getIdentity(who, NONE)).current
const selfieOf = async (who: PersonVisitor) =>
  (await current(who))?.pictures.find(({ side }) => side === 'selfie')
const remove = (who: PersonVisitor, id: Uuid, side: 'back' | 'selfie') =>
  wallet.removeIdentityPicture(who, { ...on(id), query: { side } })
const askForSelfie = (id: Uuid) =>
  decide(id, { decision: 'ask_again', reason: 'selfie_mismatch', sides: ['selfie'] })

describe('a selfie', () => {
  it('is offered and not needed', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    expect(await selfieOf(visitor)).toMatchObject({ needed: false, document: null })
    expect(code(await decide(id, { decision: 'approve' }))).toBe('ok')
  })

  it('is kept with the document, shown to its owner and to staff, and each look is kept', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    body(await askForSelfie(id))
    body(await upload(visitor, id, 'selfie'))
    const document = uuidOf((await selfieOf(visitor))?.document ?? '')
    const own = body(await wallet.getIdentityPicture(visitor, on(document)))
    expect(own.mediaType).toBe('image/jpeg')
    const stranger = (await people.registered()).visitor
    expect(code(await wallet.getIdentityPicture(stranger, on(document)))).toBe('not_found')
    const look = { params: { id: document }, query: { size: 'whole' }, body: undefined } as const
    expect(code(await review.getDocumentImage(staff, look))).toBe('ok')
    expect(await audited(document)).toEqual(['document.viewed'])
  })

  it('that staff ask for is needed', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    body(await askForSelfie(id))
    expect(await current(visitor)).toMatchObject({
      state: 'more_needed',
      asked_sides: ['selfie'],
      reason: { code: 'selfie_mismatch' },
    })
    expect(code(await wallet.readIdentityDocument(visitor, on(id)))).toBe('step_missing')
    body(await upload(visitor, id, 'selfie'))
    body(await wallet.readIdentityDocument(visitor, on(id)))
    body(await submit(visitor, id, { ...DATA, document_number: 'SELFIE1' }))
    expect(code(await decide(id, { decision: 'approve' }))).toBe('ok')
  })

  it('that was asked for and taken back is asked for again', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    body(await askForSelfie(id))
    body(await upload(visitor, id, 'selfie'))
    expect(body(await remove(visitor, id, 'selfie')).asked_sides).toEqual(['selfie'])
    expect(code(await wallet.readIdentityDocument(visitor, on(id)))).toBe('step_missing')
  })
})

describe('a picture that is taken back', () => {
  const contents = (id: Uuid) =>
    queryText(
      people.deps.pool,
      `SELECT (content IS NOT NULL)::text FROM people.document
       WHERE subject_id = $1 AND side = 'back'`,
      [id],
    )

  it('is erased as long as nobody but its owner has seen it', async () => {
    const { visitor } = await people.registered()
    const started = { ...NONE, body: { document_type: 'driving_licence' } } as const
    const id = uuidOf(body(await wallet.startIdentityCheck(visitor, started)).id)
    body(await upload(visitor, id, 'back'))
    body(await remove(visitor, id, 'back'))
    expect(await contents(id)).toEqual([['false']])
  })

  it('stays for staff once they decided upon it', async () => {
    const { visitor } = await people.registered()
    const id = await submitted(visitor)
    body(await askForSelfie(id))
    const back = body(await remove(visitor, id, 'back')).pictures.find(
      ({ side }) => side === 'back',
    )
    expect(back?.document).toBeNull()
    expect(await contents(id)).toEqual([['true']])
  })
})
