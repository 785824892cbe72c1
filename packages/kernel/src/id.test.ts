import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeId, encodeId, ID_PREFIXES } from './id.ts'
import { InvariantError } from './invariant.ts'
import { newUuid } from './uuid.ts'

const malformed = { ok: false, refusal: 'malformed_id' }

it.each([
  ['00000000-0000-0000-0000-000000000000', 'pay_00000000000000000000000000'],
  ['00000000-0000-0000-0000-000000000001', 'pay_00000000000000000000000001'],
  ['00000000-0000-0000-0000-000000000020', 'pay_00000000000000000000000010'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'pay_7zzzzzzzzzzzzzzzzzzzzzzzzz'],
  ['0110c853-1d09-52d8-d73e-1194e95b5f19', 'pay_0123456789abcdefghjkmnpqrs'],
  ['01890a5d-ac96-774b-bcce-b302099a8057', 'pay_01h455vb4pex5vsknk084sn02q'],
])('writes %s as %s and reads it back', (uuid, id) => {
  expect(encodeId('pay', uuid)).toBe(id)
  expect(decodeId('pay', id)).toEqual({ ok: true, value: uuid })
})

it('agrees with arithmetic on the 128 bits, under every prefix', () => {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  const spell = (bits: bigint) =>
    Array.from({ length: 26 }, (_, at) => alphabet[Number((bits >> BigInt(5 * (25 - at))) & 31n)])
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...Object.values(ID_PREFIXES)), (uuid, prefix) => {
      const id = encodeId(prefix, uuid)
      expect(id).toBe(`${prefix}_${spell(BigInt(`0x${uuid.replaceAll('-', '')}`)).join('')}`)
      expect(decodeId(prefix, id)).toEqual({ ok: true, value: uuid })
    }),
  )
})

it('sorts 10,000 ids as their UUIDs sort: in the order they were made', () => {
  const uuids = Array.from({ length: 10_000 }, newUuid)
  const ids = uuids.map((uuid) => encodeId('evt', uuid))
  expect(uuids.toSorted()).toEqual(uuids)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(10_000)
})

it.each([
  ['another prefix', 'chk_01h455vb4pex5vsknk084sn02q'],
  ['no prefix', '01h455vb4pex5vsknk084sn02q'],
  ['another separator', 'pay-01h455vb4pex5vsknk084sn02q'],
  ['a character too few', 'pay_01h455vb4pex5vsknk084sn02'],
  ['a character too many', 'pay_01h455vb4pex5vsknk084sn02qq'],
  ['more than 128 bits', 'pay_81h455vb4pex5vsknk084sn02q'],
  ['a capital prefix', 'PAY_01h455vb4pex5vsknk084sn02q'],
  ['nothing', ''],
])('refuses an id with %s', (_, text) => {
  expect(decodeId('pay', text)).toEqual(malformed)
})

it('refuses a character outside the alphabet in every place', () => {
  const id = 'pay_01h455vb4pex5vsknk084sn02q'
  for (let at = 4; at < id.length; at++) {
    for (const bad of ['i', 'l', 'o', 'u', 'A', '-', ' ', 'é', '\uff11']) {
      expect(decodeId('pay', id.slice(0, at) + bad + id.slice(at + 1))).toEqual(malformed)
    }
  }
})

it('stops at what is not a canonical UUID, in every place', () => {
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057'
  for (let at = 0; at < uuid.length; at++) {
    for (const bad of ['g', 'A', '/', ':', 'é']) {
      const broken = uuid.slice(0, at) + bad + uuid.slice(at + 1)
      expect(() => encodeId('pay', broken)).toThrow(InvariantError)
    }
  }
  expect(() => encodeId('pay', `${uuid}0`)).toThrow(InvariantError)
  expect(() => encodeId('pay', uuid.slice(1))).toThrow(InvariantError)
})
