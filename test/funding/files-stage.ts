import { rm } from 'node:fs/promises'
import { audit, railFiles } from '@danbao/core'
import { createTestFolder } from '@danbao/database/testing'
import { createPeople, type FundingWays, type People } from '@danbao/people'
import { openTestPeople, type TestPeople } from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { expect, vi } from 'vitest'

/** People, and a sandbox's outside world, that hand files to each other through one folder. */
export interface FilesStage {
  readonly folder: string
  readonly sandbox: Sandbox
  readonly test: TestPeople
  readonly people: People
  /** By JSON to the sandbox, below `/api`. */
  post(path: string, body?: object): Promise<Response>
  /** The folder is looked at until so many files were laid down or taken in. */
  takeIn(files?: number): Promise<void>
  /** How many entries of the newest file became what. */
  newestCounts(): Promise<unknown>
  /** The books prove themselves. */
  expectExplained(): Promise<void>
  close(): Promise<void>
}

export async function openFilesStage(ways: Partial<FundingWays>): Promise<FilesStage> {
  const folder = await createTestFolder()
  const sandbox = await createSandbox({ smtpPort: 0, webPort: 0, filesFolder: folder })
  const test = await openTestPeople({ paymentCheck: 'approve' })
  const people = createPeople({ ...test.deps, ways: { ...test.deps.ways, ...ways } })
  const { pool } = test.deps
  return {
    folder,
    sandbox,
    test,
    people,
    post: (path, body = {}) =>
      fetch(`${sandbox.url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async takeIn(files = 1) {
      let taken = 0
      await vi.waitFor(
        async () => {
          taken += await people.tradeFiles(folder)
          expect(taken).toBe(files)
        },
        { timeout: 10_000, interval: 300 },
      )
    },
    async newestCounts() {
      const [newest] = await railFiles.listFiles(pool, 1)
      const counts: unknown = JSON.parse(newest?.summary ?? '{}')
      return counts
    },
    async expectExplained() {
      expect((await audit(pool)).checks.filter(({ ok }) => !ok)).toEqual([])
    },
    async close() {
      await sandbox.close()
      await test.close()
      await rm(folder, { recursive: true })
    },
  }
}
