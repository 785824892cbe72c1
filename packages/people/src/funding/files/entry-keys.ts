import { createHash } from 'node:crypto'
import type { Statement, StatementEntry } from '@danbao/rails'

/** An entry, and the key by which the same money is known again in another file. */
export interface KeyedEntry {
  readonly entry: StatementEntry
  readonly key: string
  /** The booking's first part: a notice tells in parts what a statement may tell in one. */
  readonly first: { readonly key: string; readonly amount: bigint }
}

/**
 * By the bank's own reference, where it has one. Else by all that is said of the entry, and which of
 * the same kind in the file it is: two people may send the same on one day.
 */
export function keyEntries({ account, entries }: Statement): readonly KeyedEntry[] {
  const seen = new Map<string, number>()
  const firsts = new Map(
    entries
      .filter(({ booking }) => booking.part === 1)
      .map(({ booking, amount }) => [booking.reference, amount]),
  )
  return entries.map((entry) => {
    const { reference, part } = entry.booking
    if (reference !== null) {
      const booking = `${account} ${reference}`
      const amount = firsts.get(reference) ?? entry.amount
      return { entry, key: `${booking} ${part}`, first: { key: `${booking} 1`, amount } }
    }
    const print = fingerprint(entry)
    const count = (seen.get(print) ?? 0) + 1
    seen.set(print, count)
    const key = `${account} ~${print} ${count}`
    return { entry, key, first: { key, amount: entry.amount } }
  })
}

function fingerprint(entry: StatementEntry): string {
  const { valueDate, direction, amount, text, reference, endToEndId, counterpartyAccount } = entry
  const said = [valueDate, direction, amount.toString(), text, reference, endToEndId]
  return createHash('sha256')
    .update(JSON.stringify([...said, counterpartyAccount]))
    .digest('hex')
    .slice(0, 32)
}
