import { commands, queries } from '@danbao/core'
import type { Currency } from '@danbao/kernel'
import type { StatementEntry } from '@danbao/rails'
import type { PeopleDeps } from '../base/deps.ts'

/** An entry of a statement, and the key by which it is known again in another file. */
export interface SeenEntry {
  readonly entry: StatementEntry
  readonly key: string
}

/** `not_ours`: it names a payout and is not what that payout can have become. */
export type PayoutOutcome = 'paid_out' | 'payout_returned' | 'known' | 'not_ours'

/** By its reason, as a correction, or under the name that only banks hand on. */
function isReturn(
  { returnReason, isReversal, endToEndId }: StatementEntry,
  reference: string,
): boolean {
  return returnReason !== null || isReversal || endToEndId === reference
}

const REFERENCE = /DBP\d{8}/

/**
 * What the bank says of a payout: that it has paid it, or that it came back. The same said again, in a
 * notice and in a statement, is `known`. Undefined: the entry names no payout.
 */
export async function takePayout(
  deps: PeopleDeps,
  { entry, key }: SeenEntry,
  { currency }: { readonly currency: Currency },
): Promise<PayoutOutcome | undefined> {
  const reference = REFERENCE.exec(`${entry.endToEndId ?? ''} ${entry.text}`)?.[0]
  const payout =
    reference === undefined ? undefined : await queries.findPayoutBy(deps.pool, reference)
  if (payout === undefined) return undefined
  const isBack = entry.direction === 'in'
  // Somebody who writes the number of a payout on a transfer has not sent it back.
  if (isBack && !isReturn(entry, payout.reference)) return undefined
  if (isBack ? payout.returnedKey === key : payout.paidKey === key) return 'known'
  // A correction of what the bank itself has said is for people to read.
  const isPlain = isBack || !entry.isReversal
  if (payout.currency !== currency || payout.amount !== entry.amount || !isPlain) return 'not_ours'
  const reason = entry.returnReason
  const command = isBack
    ? commands.recordReturnedPayout(payout.id, { key, reason })
    : commands.recordPaidPayout(payout.id, key)
  const { status } = await deps.core.execute({ command })
  if (status >= 400) return 'not_ours'
  return isBack ? 'payout_returned' : 'paid_out'
}
