import { formatInstant, type Instant } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import type { Command } from './command.ts'
import type { Engine } from './engine.ts'

interface Timers {
  readonly pool: Pool
  readonly engine: Engine
  readonly commandFor: (kind: string, subjectId: string) => Command
  /** Told of timers that failed; they are tried again by the next run. */
  readonly onFailure: (subjectId: string, error: unknown) => void
}

const CLAIM = 500

/**
 * Runs everything that is due at `now`, in the order in which it was due, until nothing is left.
 * Two processes that do so at once do no harm: the second finds nothing to do.
 * Returns how many went off.
 */
export async function runTimers(timers: Timers, now: Instant): Promise<number> {
  const failed = new Set<string>()
  const done = new Set<string>()
  let run = 0
  for (;;) {
    const due = (await findDue(timers.pool, now, failed.size)).filter(({ id }) => !failed.has(id))
    if (due.length === 0) return run
    const outcomes = await Promise.allSettled(
      due.map(({ id, kind }) =>
        timers.engine.execute({ command: timers.commandFor(kind, id), at: now }),
      ),
    )
    outcomes.forEach((outcome, index) => {
      const id = due[index]?.id ?? ''
      // Whatever is due is done at once: a timer that is still there would be run for ever.
      const stays = done.has(id)
        ? new Error('The timer is still due after it went off.')
        : undefined
      const error: unknown = outcome.status === 'fulfilled' ? stays : outcome.reason
      if (error === undefined) {
        done.add(id)
        run += 1
      } else {
        failed.add(id)
        timers.onFailure(id, error)
      }
    })
  }
}

async function findDue(
  pool: Pool,
  now: Instant,
  failed: number,
): Promise<{ readonly id: string; readonly kind: string }[]> {
  const rows = await queryText(
    pool,
    `SELECT subject_id, kind FROM app.timer WHERE due_at <= $1 ORDER BY due_at, subject_id LIMIT $2`,
    [formatInstant(now), CLAIM + failed],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return { id: r.text(), kind: r.text() }
  })
}
