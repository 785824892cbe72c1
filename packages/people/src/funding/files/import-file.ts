import { createHash } from 'node:crypto'
import { railFiles } from '@danbao/core'
import { accept, refuse, type Result } from '@danbao/kernel'
import { type FileProblem, readStatementFile, type StatementFile } from '@danbao/rails'
import { z } from 'zod'
import type { PeopleDeps } from '../../base/deps.ts'
import { keyEntries } from './entry-keys.ts'
import { type Outcome, OUTCOMES, takeEntry } from './take-entry.ts'

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Who gave it, for the record: a member of staff, `folder`, `command line`. */
  readonly by: string
}

/** How many entries became what. */
export type Counts = Readonly<Record<Outcome, number>>

export interface Imported {
  /** The same bytes were taken in before: nothing has changed. */
  readonly isKnown: boolean
  readonly format: string
  readonly counts: Counts
}

const counts = z.partialRecord(z.enum(OUTCOMES), z.int())

/**
 * Takes in a file of a bank, once. What is wrong with it is found before anything moves; what was
 * interrupted is gone on with, for no entry counts twice.
 */
export async function importFile(
  deps: PeopleDeps,
  { name, bytes, by }: GivenFile,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Result<Imported, FileProblem>> {
  const read = readStatementFile(bytes)
  if (!read.ok) return read
  const { format } = read.value
  const foreign = foreignAccount(deps, read.value)
  if (foreign !== undefined) return refuse(foreign)
  const { pool } = deps
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = await railFiles.beginFile(pool, {
    ...{ hash, name: name.slice(0, 200), format, rail: 'bank_transfer', importedBy: by },
    now: await deps.now(),
  })
  if (file.finishedAt !== null) {
    return accept({ isKnown: true, format, counts: readCounts(file.summary) })
  }
  const taken = await takeAll(deps, read.value, { fileId: file.id, onProgress })
  await railFiles.finishFile(pool, file.id, {
    summary: JSON.stringify(taken),
    now: await deps.now(),
  })
  return accept({ isKnown: false, format, counts: taken })
}

export function readCounts(summary: string): Counts {
  const read: unknown = JSON.parse(summary)
  return { ...NONE, ...counts.catch({}).parse(read) }
}

const NONE: Counts = { credited: 0, suspense: 0, reversed: 0, known: 0, other: 0 }

/** A statement of somebody else's account, or of ours in another currency, was given by mistake. */
function foreignAccount(
  { ways }: PeopleDeps,
  { statements }: StatementFile,
): FileProblem | undefined {
  const own = ways.bank?.accounts ?? []
  const foreign = statements.find(
    ({ account, currency }) =>
      !own.some((one) => one.iban === account && one.currency === currency),
  )
  if (foreign === undefined) return undefined
  const { account, currency, id } = foreign
  const message = `The account ${account} in ${currency} is none of this installation's.`
  return { code: 'foreign_account', place: id, message }
}

interface Taking {
  readonly fileId: string
  readonly onProgress: (done: number, of: number) => void
}

/** One after the other: what an entry means may depend on those before it. */
async function takeAll(
  deps: PeopleDeps,
  { statements }: StatementFile,
  { fileId, onProgress }: Taking,
): Promise<Counts> {
  const all = statements.flatMap((statement) =>
    keyEntries(statement).map((keyed) => ({ keyed, currency: statement.currency })),
  )
  const became = { ...NONE }
  for (const [index, { keyed, currency }] of all.entries()) {
    const outcome = await takeEntry(deps, keyed, { fileId, currency })
    became[outcome] += 1
    onProgress(index + 1, all.length)
  }
  return became
}
