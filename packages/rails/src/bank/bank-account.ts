import { accept, refuse, type Result } from '@danbao/kernel'
import { parseBic, parseIban } from './iban.ts'

/** Territories whose banks have codes of their own and account numbers of the country. */
const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  FI: ['AX'],
  FR: ['BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'],
  GB: ['GG', 'IM', 'JE'],
  NO: ['SJ'],
}

export interface CheckedAccount {
  readonly iban: string
  readonly bic: string | null
}

/** Which of the two can not be right. */
export type AccountProblem = 'malformed_iban' | 'malformed_bic' | 'bic_of_another_country'

/** Where money can be sent: the digits hold, and the bank is in the country of the account. */
export function checkBankAccount(
  iban: string,
  bic: string | undefined,
): Result<CheckedAccount, AccountProblem> {
  const number = parseIban(iban)
  if (!number.ok) return number
  if (bic === undefined || bic.trim() === '') return accept({ iban: number.value, bic: null })
  const code = parseBic(bic)
  if (!code.ok) return code
  const [country, ofBank] = [number.value.slice(0, 2), code.value.slice(4, 6)]
  const fits = country === ofBank || TERRITORIES[country]?.includes(ofBank) === true
  return fits ? accept({ iban: number.value, bic: code.value }) : refuse('bic_of_another_country')
}
