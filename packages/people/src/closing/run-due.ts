import { formatInstant } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { lockPerson } from '../base/person.ts'
import { eraseTheRest } from './erase.ts'
import { listForgettable, readClosure } from './store.ts'

/** Erases what was kept of closed accounts once the law does not want it any more. */
export async function runDueClosures(deps: PeopleDeps): Promise<number> {
  const now = await deps.now()
  const due = await listForgettable(deps.pool, now)
  for (const id of due) {
    await inTransaction(deps.pool, async (client) => {
      const closure = await readClosure(client, id)
      const person = closure && (await lockPerson(client, closure.personId))
      if (person === undefined) return
      await eraseTheRest(client, person.id, now)
      await client.query('UPDATE people.closure SET erased_at = $2 WHERE id = $1', [
        id,
        formatInstant(now),
      ])
    })
  }
  return due.length
}
