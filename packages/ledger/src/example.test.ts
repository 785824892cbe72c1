import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const file = (name: string) => fileURLToPath(new URL(`../example/${name}`, import.meta.url))

it('the example of the README prints what is committed beside it', async () => {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [file('ledger-example.ts')])
  expect(stdout).toBe(await readFile(file('ledger-example.txt'), 'utf8'))
})
