import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  days,
  formatDuration,
  hours,
  milliseconds,
  minutes,
  parseDuration,
  seconds,
} from './duration.ts'
import { InvariantError } from './invariant.ts'

it('counts in milliseconds, back in time too', () => {
  expect([days(1), hours(1), minutes(1), seconds(1)]).toEqual([86_400_000, 3_600_000, 60_000, 1000])
  expect(days(-365)).toBe(-31_536_000_000)
  expect(() => seconds(0.0001)).toThrow(InvariantError)
  expect(() => days(Number.NaN)).toThrow(InvariantError)
})

it.each([
  ['P2W', days(14)],
  ['P7D', days(7)],
  ['PT36H', hours(36)],
  ['PT90M', minutes(90)],
  ['PT45S', seconds(45)],
  ['P1DT2H3M4S', milliseconds(93_784_000)],
  ['P1DT4S', milliseconds(86_404_000)],
  ['PT1.5S', milliseconds(1500)],
  ['PT0S', seconds(0)],
  ['P0D', seconds(0)],
  ['P3650D', days(3650)],
])('reads %s', (text, duration) => {
  expect(parseDuration(text)).toEqual({ ok: true, value: duration })
})

it.each([
  'P1Y',
  'P1M',
  'P1Y2D',
  '-P1D',
  'P-1D',
  'P',
  'PT',
  'P1DT',
  '1D',
  'P1',
  'p1d',
  'P1W1D',
  '',
  'PT1S1M',
  'P1.5D',
  'PT1,5S',
  ' P1D',
  'P1D\n',
  'P3651D',
  'PT315360001S',
  'P9999999999D',
])('refuses "%s"', (text) => {
  expect(parseDuration(text)).toEqual({ ok: false, refusal: 'malformed_duration' })
})

it.each([
  [days(14), 'P14D'],
  [minutes(90), 'PT1H30M'],
  [milliseconds(93_784_000), 'P1DT2H3M4S'],
  [milliseconds(1), 'PT0.001S'],
  [seconds(0), 'PT0S'],
])('writes %i ms as %s', (duration, text) => {
  expect(formatDuration(duration)).toBe(text)
})

it('has no text for a negative duration', () => {
  expect(() => formatDuration(days(-1))).toThrow(InvariantError)
})

it('reads back what it wrote', () => {
  const durations = fc.integer({ min: 0, max: days(3650) }).map(milliseconds)
  fc.assert(
    fc.property(durations, (value) => {
      expect(parseDuration(formatDuration(value))).toEqual({ ok: true, value })
    }),
  )
})
