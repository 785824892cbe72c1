import type { Rail } from '@danbao/contracts'
import { commands, queries } from '@danbao/core'
import type { Currency, Uuid } from '@danbao/kernel'
import { findRf, namesAlike, normaliseRf, parseRf, type StatementEntry } from '@danbao/rails'
import { readAccountName } from '../../base/account-name.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import { takePayout } from '../../payouts/take-payout.ts'
import type { KeyedEntry } from './entry-keys.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

export interface TakenFrom {
  readonly fileId: Uuid
  readonly currency: Currency
}

const RAIL: Rail = 'bank_transfer'

/**
 * Credits it, has it wait for staff, or passes over what is no deposit: fees and payments of ours. What
 * became of our payouts comes first.
 */
export async function takeEntry(
  deps: PeopleDeps,
  keyed: KeyedEntry,
  from: TakenFrom,
): Promise<Outcome> {
  const { entry } = keyed
  const payout = await takePayout(deps, keyed, from)
  if (payout !== undefined && payout !== 'not_ours') return payout
  const isDebit = entry.direction === 'out'
  if (isDebit && !entry.isReversal && payout !== 'not_ours') return 'other'
  if (await isKnown(deps, keyed)) return 'known'
  if (!isDebit) return arrive(deps, keyed, from)
  // What names a payout takes back none of the arrivals, whoever is paid.
  const arrival = payout === 'not_ours' ? undefined : await findArrival(deps, keyed, from)
  return takeBack(deps, keyed, { ...from, arrival })
}

/** Also where the whole booking was told before as one movement, and now comes in parts. */
async function isKnown({ pool }: PeopleDeps, { key, first }: KeyedEntry): Promise<boolean> {
  if ((await queries.findDepositBy(pool, { rail: RAIL, key })) !== undefined) return true
  if (key === first.key) return false
  const told = await queries.findDepositBy(pool, { rail: RAIL, key: first.key })
  return told !== undefined && told.amount !== first.amount
}

async function arrive(
  deps: PeopleDeps,
  { entry, key }: KeyedEntry,
  { fileId, currency }: TakenFrom,
): Promise<Outcome> {
  const found = await announced(deps, entry)
  // Two would be a guess: then it names none.
  const known = found.length === 1 ? found[0] : undefined
  const unknown = found.length === 0 ? referencesIn(entry)[0] : undefined
  const answer = await deps.core.execute({
    command: commands.recordDeposit({
      ...told(entry, key, { fileId, currency }),
      fee: 0n,
      reference: known?.reference ?? unknown ?? null,
      // Who is not named is not known to be another.
      otherPayer:
        known !== undefined &&
        entry.counterparty !== null &&
        !namesAlike(entry.counterparty, await readAccountName(deps.pool, known.accountId)),
    }),
  })
  return outcomeOf(answer, 'credited')
}

/** The one that it takes back; undefined: it may be several, or none that is known. */
async function findArrival(
  { pool }: PeopleDeps,
  { entry }: KeyedEntry,
  { currency }: TakenFrom,
): Promise<Arrival | undefined> {
  const { amount, counterpartyAccount: payerAccount } = entry
  const trace = { rail: RAIL, currency, amount, references: referencesIn(entry), payerAccount }
  const found = await queries.findReversed(pool, trace)
  return found.length === 1 ? found[0] : undefined
}

type Arrival = Awaited<ReturnType<typeof queries.findReversed>>[number]

async function takeBack(
  deps: PeopleDeps,
  { entry, key }: KeyedEntry,
  { fileId, currency, arrival }: TakenFrom & { readonly arrival: Arrival | undefined },
): Promise<Outcome> {
  const answer = await deps.core.execute({
    command: commands.recordReversal({
      ...told(entry, key, { fileId, currency }),
      reference: referencesIn(entry)[0] ?? null,
      reversesId: arrival?.id ?? null,
    }),
  })
  return outcomeOf(answer, 'reversed')
}

function told(entry: StatementEntry, key: string, { fileId, currency }: TakenFrom) {
  const { amount, counterparty, counterpartyAccount, text, returnReason, place } = entry
  const note = [returnReason, text].filter((one) => one !== null && one !== '').join(' ')
  return {
    rail: RAIL,
    key,
    currency,
    amount,
    // The bank tells of what is on the account already.
    settled: true,
    payer: counterparty,
    payerAccount: counterpartyAccount,
    note: note === '' ? null : note,
    place,
    fileId,
  } as const
}

/** All that may be a creditor reference: in its own field, in what was written, end to end. */
function referencesIn({ reference, text, endToEndId }: StatementEntry): readonly string[] {
  const whole = [reference, endToEndId].flatMap((one) => {
    const parsed = one === null ? undefined : parseRf(one)
    return parsed?.ok === true ? [normaliseRf(parsed.value)] : []
  })
  return [...new Set([...whole, ...findRf(text)])]
}

/** The top-ups that its references are of. */
async function announced({ pool }: PeopleDeps, entry: StatementEntry) {
  const found = await Promise.all(
    referencesIn(entry).map((reference) => queries.findTopUpBy(pool, { rail: RAIL, reference })),
  )
  return found.filter((one) => one !== undefined)
}
