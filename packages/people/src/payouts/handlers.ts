import type { BankAccountInput, Refusal } from '@danbao/contracts'
import type { PayoutPage, payoutAppRoutes } from '@danbao/contracts/wallet'
import { commands, readBankAccount } from '@danbao/core'
import { accept, decodeId, encodeId, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { type Mail, notifyPerson } from '../messages/index.ts'
import { act, authorise, type Authorised, beginAuthorisation, callerOf } from '../payments/index.ts'
import { accountOf } from '../funding/ways.ts'
import {
  type BankAccount,
  findBankAccount,
  insertBankAccount,
  listBankAccounts,
  MOST_BANK_ACCOUNTS,
  removeBankAccount,
} from './bank-accounts.ts'
import { BANK_ACCOUNT_ADDED, BANK_ACCOUNT_REMOVED } from './mails.ts'
import { dropSchedule, nextPayout, saveSchedule } from './schedule.ts'
import { showPayouts } from './show.ts'

const NO_ACCOUNT: Refusal = { code: 'not_found', detail: 'There is no such bank account.' }
const KNOWN: Refusal = { code: 'bank_account_known', detail: 'This bank account is there already.' }
const FULL: Refusal = {
  code: 'bank_accounts_full',
  detail: `There can be ${MOST_BANK_ACCOUNTS} bank accounts. Remove one first.`,
}
const NOT_OFFERED: Refusal = {
  code: 'currency_not_enabled',
  detail: 'Money of this currency is not paid out here.',
}

type Page = Result<Reply<PayoutPage>, Refusal>

/** Sellers have their proceeds paid out, to bank accounts of theirs, by hand or by themselves. */
export function createPayoutHandlers(deps: PeopleDeps): WalletPart<keyof typeof payoutAppRoutes> {
  const { pool } = deps
  const show = async ({ personId }: PersonVisitor): Promise<Page> =>
    accept({ body: await showPayouts(deps, personId) })
  return {
    getPayouts: show,

    async beginPayoutPasskey(who, { body }) {
      const begun = await beginAuthorisation(deps, who, payoutOf(body))
      return begun.ok ? accept({ body: begun.value }) : begun
    },

    async requestOwnPayout(who, { body: { key, authorisation, ...asked } }) {
      const { amount } = asked
      const to = await ownBankAccount(pool, who, asked.bank_account)
      if (!to.ok) return to
      if (accountOf(deps.ways.bank, amount.currency) === undefined) return refuse(NOT_OFFERED)
      const agreed = await authorise(deps, who, { authorisation, authorised: payoutOf(asked) })
      if (!agreed.ok) return agreed
      const command = commands.requestPayout(
        callerOf(who),
        payoutTo(who.personId, to.value, amount),
      )
      const done = await act(deps, who, { command, key, what: ['payout', asked] })
      return done.ok ? show(who) : done
    },

    async cancelOwnPayout(who, { params: { id }, body: { key } }) {
      const command = commands.cancelPayout(callerOf(who), id)
      const done = await act(deps, who, { command, key, what: ['cancel_payout', id] })
      return done.ok ? show(who) : done
    },

    async beginBankAccountPasskey(who, { body }) {
      const begun = await beginAuthorisation(deps, who, bankAccountOf(body))
      return begun.ok ? accept({ body: begun.value }) : begun
    },

    async addBankAccount(who, { body: { authorisation, ...asked } }) {
      const account = readBankAccount(asked)
      if (!account.ok) return account
      const agreed = await authorise(deps, who, { authorisation, authorised: bankAccountOf(asked) })
      if (!agreed.ok) return agreed
      const added = await change(deps, who, (step) => add(step, account.value))
      return added.ok ? show(who) : added
    },

    async removeBankAccount(who, { params: { id } }) {
      const removed = await change(deps, who, (step) => remove(step, id))
      return removed.ok ? show(who) : removed
    },

    async changePayoutSchedule(who, { body: { schedule } }) {
      const { personId } = who
      if (schedule === null) {
        await dropSchedule(pool, personId)
        return show(who)
      }
      const to = await ownBankAccount(pool, who, schedule.bank_account)
      if (!to.ok) return to
      const { every } = schedule
      const dueAt = nextPayout(every, await deps.now())
      await saveSchedule(pool, { personId, every, bankAccountId: to.value.id, dueAt })
      return show(who)
    },
  }
}

interface AskedPayout {
  readonly amount: { readonly value: string; readonly currency: string }
  readonly bank_account: string
}

function payoutOf({ amount, bank_account: to }: AskedPayout): Authorised {
  return ['payout', amount, to]
}

function bankAccountOf({ holder, iban, bic }: BankAccountInput): Authorised {
  return ['bank_account', holder, iban, bic ?? null]
}

/** The request to the money core, whoever has it made. */
export function payoutTo(
  personId: Uuid,
  { holder, iban, bic }: BankAccount,
  amount: AskedPayout['amount'],
) {
  const account = encodeId('acc', personId)
  return { account, amount, bank_account: { holder, iban, ...(bic === null ? {} : { bic }) } }
}

async function ownBankAccount(
  pool: PeopleDeps['pool'],
  { personId }: PersonVisitor,
  text: string,
): Promise<Result<BankAccount, Refusal>> {
  const id = decodeId('bac', text)
  const found = id.ok ? await findBankAccount(pool, personId, id.value) : undefined
  return found === undefined ? refuse(NO_ACCOUNT) : accept(found)
}

interface Step {
  readonly client: PoolClient
  readonly deps: PeopleDeps
  readonly who: PersonVisitor
  readonly person: Person
}

/** Under the lock of the person. */
function change(
  deps: PeopleDeps,
  who: PersonVisitor,
  work: (step: Step) => Promise<Result<undefined, Refusal>>,
): Promise<Result<undefined, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, who.personId)
    return person === undefined ? refuse(NO_ACCOUNT) : work({ client, deps, who, person })
  })
}

async function add(
  step: Step,
  account: Omit<BankAccount, 'id' | 'addedAt'>,
): Promise<Result<undefined, Refusal>> {
  const { client, deps, person } = step
  const present = await listBankAccounts(client, person.id)
  if (present.some(({ iban }) => iban === account.iban)) return refuse(KNOWN)
  if (present.length >= MOST_BANK_ACCOUNTS) return refuse(FULL)
  await insertBankAccount(client, person.id, { ...account, addedAt: await deps.now() })
  await tell(step, account, { kind: 'bank_account_added', mail: BANK_ACCOUNT_ADDED })
  return accept(undefined)
}

async function remove(step: Step, id: Uuid): Promise<Result<undefined, Refusal>> {
  const { client, deps, person } = step
  const account = await findBankAccount(client, person.id, id)
  if (account === undefined) return refuse(NO_ACCOUNT)
  await removeBankAccount(client, id, await deps.now())
  await tell(step, account, { kind: 'bank_account_removed', mail: BANK_ACCOUNT_REMOVED })
  return accept(undefined)
}

/** Whoever could add an account could have the money sent there: its owner is told by mail. */
async function tell(
  { client, deps, who, person }: Step,
  { holder, iban }: Pick<BankAccount, 'holder' | 'iban'>,
  { kind, mail }: { readonly kind: string; readonly mail: Mail },
): Promise<void> {
  const now = await deps.now()
  const detail = { country: iban.slice(0, 2), last4: iban.slice(-4) }
  await recordHistory(client, { personId: person.id, kind, detail, visit: who, now })
  const values = { ...detail, holder, link: walletUrl(deps, 'payouts') }
  await notifyPerson(client, deps, person, { mail, values, now })
}
