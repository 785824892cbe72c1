import { expect, it } from 'vitest'
import { InvariantError } from './invariant.ts'
import { isUuid, newUuid, uuidOfHash, uuidV7 } from './uuid.ts'

const FUTURE = Date.parse('2100-01-01T00:00:00Z')
const timeOf = (uuid: string) => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
const counterOf = (uuid: string) => Number.parseInt(uuid.slice(15, 18), 16)

// The generator is one per process, so the rules follow each other on one ever later time line.
it('carries the machine time, version 7 and the RFC variant', () => {
  const before = Date.now()
  const uuid = newUuid()
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(timeOf(uuid)).toBeGreaterThanOrEqual(before)
  expect(timeOf(uuid)).toBeLessThanOrEqual(Date.now())
})

it('counts within a millisecond, and goes on counting when time stands still or goes back', () => {
  const made = [uuidV7(FUTURE), uuidV7(FUTURE), uuidV7(FUTURE - 5000), uuidV7(FUTURE + 1.7)]
  expect(made.map(timeOf)).toEqual([FUTURE, FUTURE, FUTURE, FUTURE + 1])
  expect(made.map(counterOf)).toEqual([0, 1, 2, 0])
})

it('borrows the next millisecond after 4,096 ids in one', () => {
  const start = FUTURE + 1000
  const made = Array.from({ length: 4097 }, () => uuidV7(start))
  expect(timeOf(made[4095] ?? '')).toBe(start)
  expect(counterOf(made[4095] ?? '')).toBe(4095)
  expect(timeOf(made[4096] ?? '')).toBe(start + 1)
  expect(counterOf(made[4096] ?? '')).toBe(0)
})

it('sorts 10,000 ids in the order they were made, all different in their random part', () => {
  const made = Array.from({ length: 10_000 }, (_, index) => uuidV7(FUTURE + 2000 + (index % 3)))
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made.map((uuid) => uuid.slice(19))).size).toBe(10_000)
})

it('uses every one of the 62 random bits', () => {
  const ones = Array.from({ length: 64 }, () => 0)
  for (let index = 0; index < 2000; index++) {
    const bits = BigInt(
      `0x${uuidV7(FUTURE + 9000)
        .slice(19)
        .replace('-', '')}`,
    )
    ones.forEach((count, bit) => (ones[bit] = count + ((bits >> BigInt(bit)) & 1n ? 1 : 0)))
  }
  expect(ones.slice(62)).toEqual([0, 2000])
  for (const count of ones.slice(0, 62)) expect(Math.abs(count - 1000)).toBeLessThan(250)
})

it('stops at a time that 48 bits cannot hold', () => {
  expect(() => uuidV7(2 ** 48)).toThrow(InvariantError)
  expect(() => uuidV7(Infinity)).toThrow(InvariantError)
})

it('knows canonical lowercase text from anything else', () => {
  const uuid = newUuid()
  expect(isUuid(uuid)).toBe(true)
  for (const other of [
    uuid.toUpperCase(),
    `${uuid}\n`,
    uuid.replaceAll('-', ''),
    `{${uuid}}`,
    '',
  ]) {
    expect(isUuid(other)).toBe(false)
  }
})

it('writes the first half of a hash as an id', () => {
  const hex = '00112233445566778899aabbccddeeff'.padEnd(64, '7')
  expect(uuidOfHash(hex)).toBe('00112233-4455-6677-8899-aabbccddeeff')
  expect(isUuid(uuidOfHash(hex))).toBe(true)
})
