import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSigningKeys } from './signing-keys.ts'

const DAY = 24 * 60 * 60 * 1000
const START = Date.UTC(2026, 5, 1)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'market-keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

const kids = async (now: number) => (await openSigningKeys({ folder, now })).map(({ kid }) => kid)

it('keys are kept for a month, then a new one signs and the one before is still known', async () => {
  const [first, ...none] = await kids(START)
  expect(none).toEqual([])
  expect(await kids(START + 29 * DAY)).toEqual([first])
  const [second, ...older] = await kids(START + 30 * DAY)
  expect(second).not.toBe(first)
  expect(older).toEqual([first])
  const third = await kids(START + 60 * DAY)
  expect(third.slice(1)).toEqual([second])
})

it('the file is for its owner alone, and no half-written one is left', async () => {
  const [file = '', ...others] = await readdir(folder)
  expect(others).toEqual([])
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
})

it('without a folder every start has a key of its own', async () => {
  const [one] = await openSigningKeys({ now: START })
  const [other] = await openSigningKeys({ now: START })
  expect(one?.kid).not.toBe(other?.kid)
})
