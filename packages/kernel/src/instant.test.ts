import fc from 'fast-check'
import { expect, it } from 'vitest'
import { days } from './duration.ts'
import { addDuration, formatInstant, instant, isInstant, parseInstant } from './instant.ts'
import { InvariantError } from './invariant.ts'

const EARLIEST = -62_167_219_200_000
const LATEST = 253_402_300_799_999

it.each([EARLIEST, 0, LATEST])('takes %d for an instant', (ms) => {
  expect(isInstant(ms)).toBe(true)
  expect(instant(ms)).toBe(ms)
})

it.each([EARLIEST - 1, LATEST + 1, 0.5, Number.NaN, Infinity])('stops at %d', (ms) => {
  expect(isInstant(ms)).toBe(false)
  expect(() => instant(ms)).toThrow(InvariantError)
})

it.each([
  ['1970-01-01T00:00:00Z', 0],
  ['2026-11-22T14:01:14Z', Date.UTC(2026, 10, 22, 14, 1, 14)],
  ['2026-11-22T14:01:14.5Z', Date.UTC(2026, 10, 22, 14, 1, 14, 500)],
  ['2026-11-22T14:01:14.123999+08:00', Date.UTC(2026, 10, 22, 6, 1, 14, 123)],
  ['2026-11-22T14:01:14-03:30', Date.UTC(2026, 10, 22, 17, 31, 14)],
  ['2024-02-29T23:59:59.999-00:00', Date.UTC(2024, 1, 29, 23, 59, 59, 999)],
  ['0000-01-01T00:00:00Z', EARLIEST],
])('reads %s', (text, ms) => {
  expect(parseInstant(text)).toEqual({ ok: true, value: ms })
})

it.each([
  '2026-11-22',
  '2026-11-22T14:01:14',
  '2026-11-22 14:01:14Z',
  '2026-11-22T14:01Z',
  '',
  '2026-11-22t14:01:14z',
  '2026-11-22T14:01:14+0800',
  '2026-11-22T14:01:14+24:00',
  '2026-11-22T14:01:14+08:60',
  '2026-11-22T14:01:14.Z',
  '2026-11-22T14:01:14Z\n',
  '2026-02-30T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T14:60:00Z',
  '2016-12-31T23:59:60Z',
  '+002026-11-22T14:01:14Z',
  '0000-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
])('refuses "%s"', (text) => {
  expect(parseInstant(text)).toEqual({ ok: false, refusal: 'malformed_instant' })
})

it('writes UTC with milliseconds, and reads it back', () => {
  expect(formatInstant(instant(0))).toBe('1970-01-01T00:00:00.000Z')
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST }).map(instant), (value) => {
      expect(parseInstant(formatInstant(value))).toEqual({ ok: true, value })
    }),
  )
})

it('moves by durations, and stops at the end of writable time', () => {
  expect(addDuration(instant(0), days(1))).toBe(86_400_000)
  expect(addDuration(instant(0), days(-1))).toBe(-86_400_000)
  expect(() => addDuration(instant(LATEST), days(1))).toThrow(InvariantError)
})
