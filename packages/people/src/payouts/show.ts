import type { PayoutPage, WalletBankAccount, WalletPayout } from '@danbao/contracts/wallet'
import { queries } from '@danbao/core'
import { encodeId, formatInstant, type Uuid } from '@danbao/kernel'
import { namesAlike } from '@danbao/rails'
import { readAccountName } from '../base/account-name.ts'
import type { PeopleDeps } from '../base/deps.ts'
import { accountOf } from '../funding/ways.ts'
import { type BankAccount, listBankAccounts } from './bank-accounts.ts'
import { readSchedule } from './schedule.ts'

/** All that a seller sees of the way of their proceeds to a bank. */
export async function showPayouts(deps: PeopleDeps, personId: Uuid): Promise<PayoutPage> {
  const { pool, ways } = deps
  const now = await deps.now()
  const [payable, accounts, schedule, payouts, name] = await Promise.all([
    queries.readPayable(pool, { accountId: personId, now }),
    listBankAccounts(pool, personId),
    readSchedule(pool, personId),
    queries.listOwnPayouts(pool, personId),
    readAccountName(pool, personId),
  ])
  return {
    object: 'payout_page',
    payable: payable.map(({ currency, balance, held, available, least }) => {
      const amount = (minor: bigint) => ({ value: minor.toString(), currency })
      // It leaves from an account of the operator's in the same currency.
      const isOffered = least !== null && accountOf(ways.bank, currency) !== undefined
      return {
        ...{ currency, balance: amount(balance), held: amount(held), available: amount(available) },
        least: isOffered ? amount(least) : null,
      }
    }),
    bank_accounts: accounts.map((account) => viewBankAccount(account, name)),
    schedule:
      schedule === undefined
        ? null
        : {
            every: schedule.every,
            bank_account: encodeId('bac', schedule.bankAccountId),
            next: formatInstant(schedule.dueAt),
          },
    payouts: payouts.map(viewOwnPayout),
  }
}

function viewBankAccount(
  { id, holder, iban, bic, addedAt }: BankAccount,
  name: string,
): WalletBankAccount {
  return {
    ...{ id: encodeId('bac', id), holder, bic, country: iban.slice(0, 2), last4: iban.slice(-4) },
    name_alike: namesAlike(holder, name),
    added_at: formatInstant(addedAt),
  }
}

type OwnPayout = Awaited<ReturnType<typeof queries.listOwnPayouts>>[number]

function viewOwnPayout(payout: OwnPayout): WalletPayout {
  const { object: _object, account: _account, ...view } = queries.viewPayout(payout)
  const { review, state } = payout
  return { ...view, review, may_cancel: state === 'review' || state === 'queued' }
}
