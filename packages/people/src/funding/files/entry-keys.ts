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
 * By the bank's own reference with the day and the direction, for some banks count anew each day,
 * and a reversal may have the reference of what it takes back. Else by all that is said of the entry.
 * Of the same kind in one file the second is another: two people may send the same on one day.
 */
export function keyEntries({ account, entries }: Statement): readonly KeyedEntry[] {
  const seen = new Map<string, number>()
  const firsts = new Map<string, bigint>()
  return entries.map((entry) => {
    const { reference, part } = entry.booking
    const booking = `${account} ${reference === null ? fingerprint(entry) : nameOf(entry)}`
    const count = (seen.get(`${booking} ${part}`) ?? 0) + 1
    seen.set(`${booking} ${part}`, count)
    const name = count === 1 ? booking : `${booking} x${count}`
    if (part === 1) firsts.set(name, entry.amount)
    const amount = firsts.get(name) ?? entry.amount
    return { entry, key: `${name} ${part}`, first: { key: `${name} 1`, amount } }
  })
}

function nameOf({ booking, valueDate, direction }: StatementEntry): string {
  return `${booking.reference ?? ''} ${valueDate ?? ''} ${direction}`
}

function fingerprint(entry: StatementEntry): string {
  const { valueDate, direction, amount, text, reference, endToEndId, counterpartyAccount } = entry
  const said = [valueDate, direction, amount.toString(), text, reference, endToEndId]
  return createHash('sha256')
    .update(JSON.stringify([...said, counterpartyAccount]))
    .digest('hex')
    .slice(0, 32)
}
