import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CHECK_FROM, RISK_RULES } from './rules.ts'

const DOCS = new URL('../../../../docs/payment-check.md', import.meta.url)

test('the documentation lists the rules as they are', async () => {
  const text = await readFile(DOCS, 'utf8')
  const rows = RISK_RULES.map(
    ({ code, points, clears, when }) =>
      `| \`${code}\` | ${clears === true ? 'clears' : points} | ${when} |`,
  )

  expect(readRows(text)).toEqual(rows)
  expect(text).toContain(`the score is below ${CHECK_FROM}.`)
})

/** However the columns are aligned. */
function readRows(text: string): readonly string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  return rows.map((row) => row.replaceAll(/ +/g, ' '))
}
