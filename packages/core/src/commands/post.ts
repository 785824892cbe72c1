import { invariant, type Uuid } from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import type { Context } from '../engine/command.ts'

/** Moves money for what has this id. Whoever decides has looked at the balances. */
export function post({ ws, at }: Context, subjectId: Uuid, postings: readonly Posting[]): void {
  if (postings.length === 0) return
  const posted = ws.books.post(postings, {
    subjectId,
    occurredAt: at,
    recordedAt: ws.recordedAt,
  })
  invariant(posted.ok, 'Decisions look at balances before they move money.')
}
