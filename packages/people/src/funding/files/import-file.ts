import { createHash } from 'node:crypto'
import { railFiles } from '@danbao/core'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type FileProblem, isReferenceRates } from '@danbao/rails'
import { z } from 'zod'
import type { PeopleDeps } from '../../base/deps.ts'
import { importRates } from '../../exchange/index.ts'
import { type Outcome, OUTCOMES } from './outcome.ts'
import { readAny, type ReadableFile } from './read-any.ts'

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
 * Takes in a file of a rail, once. What is wrong with it is found before anything moves; what was
 * interrupted is gone on with, for no entry counts twice.
 */
export async function importFile(
  deps: PeopleDeps,
  { name, bytes, by }: GivenFile,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Result<Imported, FileProblem>> {
  if (isReferenceRates(bytes)) return importDay(deps, bytes)
  const read = readAny(deps, bytes)
  if (!read.ok) return read
  const { format, rail } = read.value
  const { pool } = deps
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = await railFiles.beginFile(pool, {
    ...{ hash, name: name.slice(0, 200), format, rail, importedBy: by },
    now: await deps.now(),
  })
  if (file.finishedAt !== null) {
    return accept({ isKnown: true, format, counts: readCounts(file.summary) })
  }
  const taken = await takeAll(read.value, { fileId: file.id, onProgress })
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

const NONE: Counts = {
  ...{ credited: 0, suspense: 0, reversed: 0, paid_out: 0, payout_returned: 0 },
  ...{ rate: 0, known: 0, other: 0 },
}

/** No money moves by it, and the same day is known again by its rates. */
async function importDay(
  deps: PeopleDeps,
  bytes: Uint8Array,
): Promise<Result<Imported, FileProblem>> {
  const imported = await importRates(deps, bytes)
  if (!imported.ok) return imported
  const { isKnown, count } = imported.value
  return accept({ isKnown, format: 'ECB', counts: { ...NONE, rate: count } })
}

interface Taking {
  readonly fileId: Uuid
  readonly onProgress: (done: number, of: number) => void
}

/** One after the other: what an entry means may depend on those before it. */
async function takeAll({ takes }: ReadableFile, { fileId, onProgress }: Taking): Promise<Counts> {
  const became = { ...NONE }
  for (const [index, take] of takes.entries()) {
    became[await take(fileId)] += 1
    onProgress(index + 1, takes.length)
  }
  return became
}
