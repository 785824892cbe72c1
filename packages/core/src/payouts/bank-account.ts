import type { BankAccountInput, Refusal } from '@danbao/contracts'
import { accept, type Result } from '@danbao/kernel'
import { type AccountProblem, checkBankAccount } from '@danbao/rails'
import { refuseWith } from '../engine/refusal.ts'
import type { Payout } from './payout.ts'

const PROBLEMS: Readonly<Record<AccountProblem, readonly [field: string, detail: string]>> = {
  malformed_iban: ['iban', 'This is no IBAN: its digits do not agree.'],
  malformed_bic: ['bic', 'This is no BIC.'],
  bic_of_another_country: ['bic', 'The BIC is of a bank in another country than the IBAN.'],
}

/** The account as it is kept and paid to. Refuses with `bank_account_invalid`, which names the field. */
export function readBankAccount({
  holder,
  iban,
  bic,
}: BankAccountInput): Result<Pick<Payout, 'holder' | 'iban' | 'bic'>, Refusal> {
  const checked = checkBankAccount(iban, bic)
  if (checked.ok) return accept({ holder, ...checked.value })
  const [field, detail] = PROBLEMS[checked.refusal]
  return refuseWith('bank_account_invalid', detail, { field })
}
