import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownSecret } from './secret.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danbao-secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('is the same for all that ask at once, and for who asks later', async () => {
  const asked = await Promise.all(Array.from({ length: 50 }, () => ownSecret(folder)))
  asked.push(await ownSecret(folder))
  expect(new Set(asked.map(String)).size).toBe(1)
  expect(asked[0]?.length).toBe(43)
})

it('leaves one file that only its owner may read', async () => {
  await Promise.all([ownSecret(folder), ownSecret(folder)])
  expect(await readdir(folder)).toEqual(['secret.key'])
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600)
})
