import { MAX_FILE_BYTES } from '@danbao/contracts'
import { MOST_EVIDENCE } from '@danbao/contracts/wallet'
import { decodeId, newUuid } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, codeOf } from '../staff/testing.ts'
import type { Registered } from '../testing.ts'
import { type DisputeStage, keyed, openDisputeStage, type TestDispute } from './testing.ts'

let stage: DisputeStage
let one: TestDispute
let photo: Buffer
beforeAll(async () => {
  stage = await openDisputeStage()
  one = await stage.dispute()
  // Small and grey: what no document could be is evidence all the same. With a place in its EXIF.
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#777' } })
    .withExif({ IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => stage.test.close())

const PDF = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]>>endobj
trailer<</Root 1 0 R>>`)
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'), Buffer.alloc(500)])
const WEBM = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
  Buffer.alloc(500),
])

function add(who: Registered, bytes: Uint8Array, note?: string, dispute = one) {
  return stage.people.wallet.addEvidence(who.visitor, {
    params: { id: dispute.id },
    query: note === undefined ? {} : { note },
    body: { mediaType: 'text/html', bytes },
  })
}

const look = (who: Registered, id: string, size: 'whole' | 'preview' = 'whole') => {
  const decoded = decodeId('evd', id)
  const params = { id: decoded.ok ? decoded.value : newUuid() }
  return stage.people.wallet.getEvidence(who.visitor, { params, query: { size }, body: undefined })
}
const list = (who: Registered, dispute = one) => {
  const input = { params: { id: dispute.id }, query: undefined, body: undefined }
  return stage.people.wallet.listEvidence(who.visitor, input)
}

describe('evidence', () => {
  it('of both sides is seen by both, with its notes', async () => {
    bodyOf(await add(one.buyer, photo, 'The broken edge'))
    const shown = bodyOf(await add(one.seller, PDF))
    expect(shown.data).toMatchObject([
      { side: 'buyer', kind: 'picture', note: 'The broken edge', media_type: 'image/jpeg' },
      { side: 'seller', kind: 'document', note: null, media_type: 'application/pdf' },
    ])
    expect(shown.left).toBe(MOST_EVIDENCE - 1)
    expect(bodyOf(await list(one.buyer)).data).toEqual(shown.data)
    for (const { id } of shown.data) {
      for (const who of [one.buyer, one.seller]) {
        expect(codeOf(await look(who, id))).toBeUndefined()
        expect(bodyOf(await look(who, id, 'preview')).mediaType).toBe('image/jpeg')
      }
    }
  })

  it('of others is not there: neither the list, nor a file, nor a place for one', async () => {
    const stranger = await stage.test.registered()
    const [first] = bodyOf(await list(one.buyer)).data
    expect(codeOf(await list(stranger))).toBe('not_found')
    expect(codeOf(await look(stranger, first?.id ?? ''))).toBe('not_found')
    expect(codeOf(await add(stranger, photo))).toBe('not_found')
    expect(codeOf(await look(one.buyer, newUuid()))).toBe('not_found')
  })

  it('is a picture made anew, and nothing of where it was taken', async () => {
    const { data } = bodyOf(await list(one.buyer))
    const picture = bodyOf(await look(one.buyer, data[0]?.id ?? ''))
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    expect((await sharp(picture.bytes).metadata()).exif).toBeUndefined()
  })

  it.each([
    ['mp4', MP4, 'video/mp4'],
    ['webm', WEBM, 'video/webm'],
    ['mov', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'video/quicktime'],
  ])('is a video in %s by its first bytes, given out as it came', async (_, bytes, type) => {
    const { data } = bodyOf(await add(one.buyer, bytes))
    const added = data.at(-1)
    expect(added).toMatchObject({ kind: 'video', media_type: type, has_preview: false })
    const file = bodyOf(await look(one.seller, added?.id ?? ''))
    expect(file.mediaType).toBe(type)
    expect(Buffer.from(file.bytes).equals(bytes)).toBe(true)
    expect(codeOf(await look(one.seller, added?.id ?? '', 'preview'))).toBe('not_found')
  })

  it('is not readable in a copy of the database', async () => {
    const rows = await queryText(stage.test.deps.pool, 'SELECT content FROM people.evidence')
    const stored = rows.map(([hex]) => Buffer.from((hex ?? '').slice(2), 'hex'))
    expect(stored.length).toBeGreaterThan(2)
    for (const bytes of stored) {
      for (const plain of ['%PDF', 'ftyp', 'webm', '\xff\xd8\xff']) {
        expect(bytes.includes(Buffer.from(plain, 'latin1'))).toBe(false)
      }
    }
  })

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_type'],
    [
      'a drawing with script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file_type',
    ],
    [
      'other Matroska',
      Buffer.from(WEBM.toString('latin1').replace('webm', 'mkv!'), 'latin1'),
      'file_type',
    ],
    ['a broken picture', Buffer.from('\xff\xd8\xff\xe0 and no more', 'latin1'), 'file_unreadable'],
    ['a broken PDF', Buffer.from('%PDF-1.4 and no more'), 'file_unreadable'],
    [
      'a byte more than 15 MB',
      Buffer.concat([MP4, Buffer.alloc(MAX_FILE_BYTES)]),
      'file_too_large',
    ],
  ])('is not %s', async (_, bytes, refused) => {
    const before = bodyOf(await list(one.buyer)).data.length
    expect(codeOf(await add(one.buyer, bytes))).toBe(refused)
    expect(bodyOf(await list(one.buyer)).data).toHaveLength(before)
  })

  it('is twenty files of a side at most, also of many that are sent at once', async () => {
    const many = await stage.dispute()
    const sent = Array.from({ length: MOST_EVIDENCE + 3 }, () =>
      add(many.buyer, MP4, undefined, many),
    )
    const codes = (await Promise.all(sent)).map(codeOf)
    expect(codes.filter((code) => code === undefined)).toHaveLength(MOST_EVIDENCE)
    expect(codes.filter((code) => code === 'evidence_full')).toHaveLength(3)
    expect(bodyOf(await list(many.buyer, many)).left).toBe(0)
    expect(codeOf(await add(many.seller, MP4, undefined, many))).toBeUndefined()
  })

  it('is taken until the dispute is closed, and stays to be seen', async () => {
    const ended = await stage.dispute()
    bodyOf(await add(ended.buyer, MP4, undefined, ended))
    bodyOf(await stage.people.wallet.withdrawDispute(ended.buyer.visitor, keyed(ended.id)))
    expect(codeOf(await add(ended.buyer, MP4, undefined, ended))).toBe('wrong_state')
    const shown = bodyOf(await list(ended.seller, ended))
    expect(shown).toMatchObject({ left: 0, data: [{ kind: 'video' }] })
  })
})

describe('the consequence of an amount', () => {
  const preview = (who: Registered, back: string) =>
    stage.people.wallet.previewSettlement(who.visitor, {
      params: { id: one.paymentId },
      query: { back },
      body: undefined,
    })

  it('says what each side would have, and the commission, to the two sides only', async () => {
    const usd = (value: string) => ({ value, currency: 'USD' })
    expect(bodyOf(await preview(one.seller, '4000'))).toEqual({
      left: usd('10000'),
      to_buyer: usd('4000'),
      to_promotions: usd('0'),
      to_seller: usd('5700'),
      commission: usd('300'),
    })
    expect(codeOf(await preview(one.buyer, '10001'))).toBe('amount_too_large')
    expect(codeOf(await preview(await stage.test.registered(), '1'))).toBe('not_found')
  })
})
