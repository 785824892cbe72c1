import {
  accept,
  type Instant,
  invariant,
  InvariantError,
  newUuid,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { Account, AccountRef } from './account.ts'
import { Journal } from './journal.ts'
import type { Occasion, Posting, Transfer } from './transfer.ts'

/** An account in the working set of one transaction. */
export interface Entry {
  readonly ref: AccountRef
  /** Its row is locked; otherwise it does not exist yet or is only credited. */
  readonly locked: boolean
  /** Its balance before the batch is known to be `before`; only credits need no knowledge. */
  readonly known: boolean
  readonly before: bigint
  delta: bigint
  floor: bigint | null
  openedAt: Instant
}

/**
 * The accounts and transfers of one transaction, in memory. Decisions post here; the transaction
 * writes the outcome. Whatever is debited and has a floor must have been locked and loaded.
 */
export class Books {
  readonly #entries = new Map<Uuid, Entry>()
  readonly #transfers: Transfer[] = []
  readonly #wanted = new Set<Uuid>()
  readonly #complete: boolean
  readonly journal: Journal

  /** `complete`: no account exists that is not in here, so every balance is known. */
  constructor(journal = new Journal(), { complete = false } = {}) {
    this.journal = journal
    this.#complete = complete
  }

  /** Asks for an account to be locked and loaded before the decisions. */
  want(id: Uuid): void {
    this.#wanted.add(id)
  }

  get wanted(): ReadonlySet<Uuid> {
    return this.#wanted
  }

  /** Takes in a locked row. */
  load(account: Account): void {
    this.#entries.set(account.id, {
      ref: account,
      locked: true,
      known: true,
      before: account.balance,
      delta: 0n,
      floor: account.floor,
      openedAt: account.openedAt,
    })
  }

  /** The balance with what this batch has posted, in minor units; the account must be wanted. */
  balance(ref: AccountRef): bigint {
    const entry = this.#entries.get(ref.id)
    if (entry === undefined) {
      invariant(this.#complete || this.#wanted.has(ref.id), `Account ${ref.id} was not loaded.`)
      return 0n
    }
    invariant(entry.known, `The balance of account ${ref.id} was not loaded.`)
    return entry.before + entry.delta
  }

  /** Makes all the transfers or none of them. */
  post(
    postings: readonly Posting[],
    occasion: Occasion,
  ): Result<readonly Transfer[], 'insufficient_funds'> {
    const mark = this.journal.mark()
    const setId = newUuid()
    const made: Transfer[] = []
    for (const posting of postings) {
      if (!this.#withdraw(posting, occasion.occurredAt)) {
        this.journal.rollback(mark)
        return refuse('insufficient_funds')
      }
      this.#change(posting.to, posting.amount, occasion.occurredAt)
      made.push(this.#write(posting, setId, occasion))
    }
    return accept(made)
  }

  /** The accounts that the transaction has to write. */
  touched(): readonly Entry[] {
    return [...this.#entries.values()].filter(
      (entry) => entry.delta !== 0n || !entry.locked || entry.floor !== entry.ref.floor,
    )
  }

  get transfers(): readonly Transfer[] {
    return this.#transfers
  }

  #withdraw(posting: Posting, at: Instant): boolean {
    const { from, amount } = posting
    if (from.floor === null) {
      this.#change(from, -amount, at)
      return true
    }
    const after = this.balance(from) - amount
    const entry = this.#entry(from, at)
    if (entry.floor !== null && after < entry.floor) {
      if (posting.mayOwe !== true) return false
      const floor = entry.floor
      this.journal.record(() => (entry.floor = floor))
      entry.floor = after
    }
    this.#change(from, -amount, at)
    return true
  }

  #change(ref: AccountRef, amount: bigint, at: Instant): void {
    const entry = this.#entry(ref, at)
    invariant(entry.ref.currency === ref.currency, `Account ${ref.id} has another currency.`)
    const floor = entry.floor
    entry.delta += amount
    if (amount > 0n && entry.known && floor !== null && floor < 0n) {
      entry.floor = raisedFloor(entry.before + entry.delta)
    }
    this.journal.record(() => {
      entry.delta -= amount
      entry.floor = floor
    })
  }

  #entry(ref: AccountRef, at: Instant): Entry {
    const present = this.#entries.get(ref.id)
    if (present !== undefined) return present
    const known = this.#complete || this.#wanted.has(ref.id)
    const entry: Entry = {
      ref,
      locked: false,
      known,
      before: 0n,
      delta: 0n,
      floor: ref.floor,
      openedAt: at,
    }
    this.#entries.set(ref.id, entry)
    this.journal.record(() => this.#entries.delete(ref.id))
    return entry
  }

  #write(posting: Posting, setId: Uuid, occasion: Occasion): Transfer {
    const { from, to, amount, code } = posting
    if (amount <= 0n) throw new InvariantError('A transfer moves more than zero.')
    invariant(from.currency === to.currency, 'A transfer has one currency.')
    invariant(from.id !== to.id, 'A transfer moves between two accounts.')
    const transfer: Transfer = {
      id: posting.id ?? newUuid(),
      setId,
      fromId: from.id,
      toId: to.id,
      amount,
      currency: from.currency,
      code,
      once: posting.once ?? null,
      ...occasion,
    }
    this.#transfers.push(transfer)
    this.journal.record(() => this.#transfers.pop())
    return transfer
  }
}

/** A debt shrinks with every credit and never comes back by itself: min(0, balance). */
function raisedFloor(balance: bigint): bigint {
  return balance < 0n ? balance : 0n
}
