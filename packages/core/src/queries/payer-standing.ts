import {
  type Currency,
  currency as toCurrency,
  type Instant,
  instant,
  invariant,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { type Account, type Level, spendingBlock } from '../accounts/account.ts'
import { ACCOUNT_COLUMNS, readAccountRow } from '../accounts/store.ts'
import { loadSettings } from '../clock/database-clock.ts'
import { checkLimits, LIMIT_CURRENCY } from '../limits/limits.ts'
import { readUsage } from '../limits/person-limits.ts'
import { convert, priceExchange } from '../exchange/rates.ts'
import { readRates } from '../exchange/store.ts'
import type { Payment } from '../payments/payment.ts'
import { collectFacts } from '../risk/collect.ts'
import type { KnownOfPayer } from '../risk/facts.ts'
import { readRiskRows, RISK_SQL, riskParameters } from '../risk/load.ts'
import { assess } from '../risk/rules.ts'
import { addressesOf } from '../wallets/address.ts'

/** What would happen if somebody paid now: told before they try. The command decides anew. */
export interface PayerStanding {
  readonly level: Level
  /** In the wallet of that currency, in minor units. */
  readonly available: bigint
  /** In the wallets of other currencies; empty ones are left out. */
  readonly others: readonly OtherWallet[]
  readonly spending: 'open' | 'frozen' | 'resting'
  /** Null: no limit is in the way. Else what is left of it, in the currency of the limits. */
  readonly exceeded: { readonly value: string; readonly currency: string } | null
  readonly willBeChecked: boolean
}

export interface OtherWallet {
  readonly currency: Currency
  readonly available: bigint
  /** What the total costs out of it, in its minor units; undefined: there is no rate. */
  readonly pays: bigint | undefined
}

export interface Payer {
  readonly id: Uuid
  readonly currency: Currency
  /** What they would pay of their own, in minor units of `currency`. */
  readonly total: bigint
  readonly now: Instant
  /** What they would pay, by the id that they would authorise. */
  readonly subject: Subject
}

interface Subject {
  readonly id: Uuid
  readonly payments: readonly Pick<Payment, 'sellerId' | 'metadata'>[]
  readonly known?: KnownOfPayer
}

/** For the person themselves: whoever calls has made sure that it is them. */
export async function readPayerStanding(
  pool: Pool,
  { id, currency, total, now, subject }: Payer,
): Promise<PayerStanding> {
  const settings = await loadSettings(pool)
  const account = await readAccount(pool, id)
  const { level } = account
  const wallets = await readWallets(pool, id)
  const rates = await readRates(pool, now)
  const base = convert(rates, total, currency, LIMIT_CURRENCY) ?? 0n
  const { spreadBps } = settings
  const price = (from: Currency) =>
    priceExchange(rates, { from, to: currency, buys: total, spreadBps })?.pays
  const refused = settings.limits
    ? checkLimits(level, await readUsage(pool, id, now), base)
    : undefined
  const left = refused?.members?.['left']
  return {
    level,
    available: wallets.find((wallet) => wallet.currency === currency)?.available ?? 0n,
    others: wallets
      .filter((one) => one.currency !== currency && one.available > 0n)
      .map((one) => ({ ...one, pays: price(one.currency) })),
    spending: SPENDING[spendingBlock(account, now) ?? 'none'],
    exceeded: typeof left === 'string' ? { value: left, currency: LIMIT_CURRENCY } : null,
    willBeChecked:
      settings.paymentCheck === 'manual' &&
      level === 0 &&
      (await wouldWait(pool, account, { base, now, subject, offsetMs: settings.clockOffsetMs })),
  }
}

interface ToPay {
  readonly base: bigint
  readonly now: Instant
  readonly offsetMs: number
  readonly subject: Subject
}

/** By the rules that the command goes by. */
async function wouldWait(
  pool: Pool,
  buyer: Account,
  { base, now, offsetMs, subject }: ToPay,
): Promise<boolean> {
  // The statement adds the offset to the real time, as in a batch.
  const values = riskParameters([[buyer.id, subject.id]], instant(now - offsetMs))
  const { pasts, sales } = readRiskRows(await queryText(pool, RISK_SQL, values))
  const { payments, known } = subject
  const past = pasts[0]?.sellers ?? []
  const facts = collectFacts({ payments, base, buyer, known, at: now, past, sales })
  return assess(facts).outcome === 'check'
}

const SPENDING = { account_frozen: 'frozen', account_resting: 'resting', none: 'open' } as const

async function readAccount(pool: Pool, id: Uuid): Promise<Account> {
  const sql = `SELECT ${ACCOUNT_COLUMNS} FROM app.account WHERE id = $1`
  const [row] = await queryText(pool, sql, [id])
  invariant(row !== undefined, 'Somebody who is signed in has an account.')
  return readAccountRow(row)
}

async function readWallets(pool: Pool, id: Uuid): Promise<readonly Omit<OtherWallet, 'pays'>[]> {
  const sql = `SELECT currency, balance FROM ledger.account
    WHERE id BETWEEN $1 AND $2 AND code = 'wallet' ORDER BY currency`
  const { first, last } = addressesOf(id)
  const rows = await queryText(pool, sql, [first, last])
  return rows.map((row) => {
    const r = readRow(row)
    return { currency: toCurrency(r.text()), available: r.bigint() }
  })
}
