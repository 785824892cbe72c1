import { expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { writeScript } from './script.ts'
import { simulate } from './simulate.ts'

const fresh = Math.floor(Math.random() * 2 ** 31)

it.each([
  [1, 1],
  [2, 2],
  [fresh, 2],
] as const)('agrees with the plain model for seed %i on %i engines', async (seed, engines) => {
  console.log(`simulation: seed ${seed}, ${engines} engines`)
  // Bounded by time too, so that a slow machine does less and not longer.
  const { outcomes } = await simulate({ seed, engines, steps: 700, minutes: 6.5 / 60 })
  expect(outcomes.get('pay ok')).toBeGreaterThan(0)
})

it('repeats a script from its seed', () => {
  const [one, again] = [writeScript(7), writeScript(7)]
  const other = writeScript(8)
  const first = (script: typeof one): string[] =>
    Array.from({ length: 300 }, () =>
      JSON.stringify(script.next().value, (_, part: unknown) =>
        typeof part === 'bigint' ? part.toString() : part,
      ),
    )
  const expected = first(one)
  expect(first(again)).toEqual(expected)
  expect(first(other)).not.toEqual(expected)
})

it('draws every number of its range', () => {
  const random = createRandom(3)
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(1, 6)))
  expect([...drawn].sort()).toEqual([1, 2, 3, 4, 5, 6])
})
