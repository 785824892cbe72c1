import { describe, expect, it } from 'vitest'
import type { Component } from './components.ts'
import { findSkew, sharpness } from './find-skew.ts'

/** Two lines of 44 letters as a zone has them, on a page that leans by so many degrees. */
function zoneAt(degrees: number): readonly Component[] {
  const radians = (degrees * Math.PI) / 180
  const letters = [900, 1030].flatMap((y) =>
    Array.from({ length: 44 }, (_, index) => ({ x: 100 + index * 41, y })),
  )
  return letters.map(({ x, y }) => {
    const [left, top] = [
      Math.round(x * Math.cos(radians) - y * Math.sin(radians)),
      Math.round(x * Math.sin(radians) + y * Math.cos(radians)),
    ]
    return { left, top, right: left + 28, bottom: top + 42, rows: [] }
  })
}

/** Spots anywhere, the same ones each time. */
const DIRT: readonly Component[] = Array.from({ length: 60 }, (_, index) => {
  const [left, top] = [(index * 733) % 1900, (index * 457) % 1300]
  return { left, top, right: left + 20, bottom: top + 20, rows: [] }
})

describe('the lean of a page', () => {
  it.each([-8, -5.3, -2, -0.4, 0, 0.7, 1.5, 3, 6.2, 8])('of %d° is found among dirt', (degrees) => {
    expect(Math.abs(findSkew([...zoneAt(degrees), ...DIRT]) - degrees)).toBeLessThan(0.25)
  })

  it('is none where nothing is printed', () => expect(findSkew([])).toBe(0))

  it('shows in how sharp the lines stand out', () => {
    const page = zoneAt(4)
    expect(sharpness(page, 4)).toBeGreaterThan(3 * sharpness(page, 2))
    expect(sharpness(page, 4)).toBeGreaterThan(3 * sharpness(page, 6))
  })
})
