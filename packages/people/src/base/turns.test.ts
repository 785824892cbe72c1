import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

it('lets so much run at once, in the order it came, whatever fails', async () => {
  const inTurn = createTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = [0, 1, 2, 3].map((name) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(name)
          ends.push(() => (name === 0 ? reject(new Error('failed')) : resolve(name)))
        }),
    ),
  )
  const outcomes = Promise.allSettled(work)
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  await settle()
  expect(begun).toEqual([0, 1])
  ends.shift()?.()
  await settle()
  expect(begun).toEqual([0, 1, 2])
  ends.splice(0).forEach((end) => end())
  await settle()
  expect(begun).toEqual([0, 1, 2, 3])
  ends.forEach((end) => end())
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
})
