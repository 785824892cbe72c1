import { addDuration, formatInstant, minutes, type Uuid } from '@danbao/kernel'
import { inTransaction, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { IdentityCheck } from '../check.ts'
import { changeCheck, type CheckChange, findCheck } from '../check-store.ts'
import { listDocuments, readImage } from '../documents.ts'
import { dayOf } from '../expiry-days.ts'
import { dataOf, judgeZone } from '../mrz/verdicts.ts'
import { readZone } from '../mrz/zone.ts'
import { readInWorker } from './read-in-worker.ts'

type ReadingDeps = Pick<PeopleDeps, 'pool' | 'vault' | 'now'>

/** A process that died while it read has lost the check by then, and another one takes it. */
const LEASE = minutes(3)
const MOST_ATTEMPTS = 3

interface Claim {
  readonly id: Uuid
  readonly attempts: number
}

let busy = false

/** Reads what waits to be read, one after the other; returns how many. One at a time per process. */
export async function runReadings(deps: ReadingDeps): Promise<number> {
  if (busy) return 0
  busy = true
  try {
    let count = 0
    for (let next = await claim(deps); next !== undefined; next = await claim(deps)) {
      await readClaimed(deps, next)
      count += 1
    }
    return count
  } finally {
    busy = false
  }
}

async function claim({ pool, now }: ReadingDeps): Promise<Claim | undefined> {
  const at = await now()
  const rows = await queryText(
    pool,
    `UPDATE people.identity_check SET attempts = attempts + 1, due_at = $2
     WHERE id = (SELECT id FROM people.identity_check
       WHERE state = 'reading' AND due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, attempts`,
    [formatInstant(at), formatInstant(addDuration(at, LEASE))],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return { id: r.text(), attempts: r.integer() }
  })[0]
}

/** No lock is held while it takes its time; whoever withdrew meanwhile is not overruled. */
async function readClaimed(deps: ReadingDeps, { id, attempts }: Claim): Promise<void> {
  const lines = attempts > MOST_ATTEMPTS ? undefined : await readLines(deps, id)
  const today = dayOf(await deps.now())
  await inTransaction(deps.pool, async (client) => {
    const check = await findCheck(client, deps.vault, id, { lock: true })
    if (check?.state !== 'reading') return
    await changeCheck(client, deps.vault, id, whatWasRead(check, lines, today))
  })
}

function whatWasRead(
  check: IdentityCheck,
  lines: readonly string[] | undefined,
  today: string,
): CheckChange {
  const zone = lines === undefined ? undefined : readZone(lines)
  const done = { state: 'to_confirm', dueAt: null } as const
  if (zone?.ok !== true) {
    const data = { ...check.data, mrz: null, read: null }
    return { ...done, reading: 'unreadable', data, verdicts: [] }
  }
  const data = { ...check.data, mrz: [...zone.value.lines], read: dataOf(zone.value, today) }
  return { ...done, reading: 'read', data, verdicts: judgeZone(zone.value, check.documentType) }
}

async function readLines(deps: ReadingDeps, checkId: Uuid): Promise<readonly string[] | undefined> {
  const documents = await listDocuments(deps.pool, checkId)
  // Cards have their zone on the back; a picture without one takes longest.
  const sides = ['back', 'front'] as const
  const pictures: Buffer[] = []
  for (const side of sides) {
    const document = documents.find((one) => one.side === side)
    if (document === undefined) continue
    const picture = await readImage(deps.pool, deps, document.id, 'whole')
    if (picture !== undefined) pictures.push(picture)
  }
  return readInWorker(pictures)
}
