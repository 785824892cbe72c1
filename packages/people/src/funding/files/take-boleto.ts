import type { Rail } from '@danbao/contracts'
import { commands, queries } from '@danbao/core'
import { currency, type Uuid } from '@danbao/kernel'
import type { ReturnEntry, ReturnFile } from '@danbao/rails'
import type { PeopleDeps } from '../../base/deps.ts'
import { numbersIn } from '../boleto.ts'
import { readDetails } from '../details.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

const RAIL: Rail = 'boleto'
const BRL = currency('BRL')

/** Credits what a bank says was paid; news without money are passed over. */
export async function takeBoleto(
  deps: PeopleDeps,
  entry: ReturnEntry,
  { bank, fileId }: Pick<ReturnFile, 'bank'> & { readonly fileId: Uuid },
): Promise<Outcome> {
  if (!entry.isPaid) return 'other'
  const { ourNumber, code, paid, paidOn } = entry
  const key = `${bank} ${ourNumber} ${code} ${paid} ${paidOn ?? ''}`
  if ((await queries.findDepositBy(deps.pool, { rail: RAIL, key })) !== undefined) return 'known'
  const found = await announced(deps, ourNumber)
  // Two would be a guess: then it names none.
  const known = found.length === 1 ? found[0] : undefined
  const told = known && readDetails(known.details).taxId
  const { payerTaxId, payerName, place, fee, creditedOn } = entry
  const answer = await deps.core.execute({
    command: commands.recordDeposit({
      ...{ rail: RAIL, key, currency: BRL, amount: paid, place, fileId },
      settled: creditedOn !== null,
      fee: creditedOn === null ? 0n : fee,
      reference: known?.reference ?? ourNumber,
      // Who is not named is not known to be another.
      otherPayer: told !== undefined && payerTaxId !== null && told !== payerTaxId,
      ...{ payer: payerName, payerAccount: null, note: payerTaxId },
    }),
  })
  return outcomeOf(answer, 'credited')
}

async function announced({ pool, ways }: PeopleDeps, ourNumber: string) {
  if (ways.boleto === undefined) return []
  const found = await Promise.all(
    numbersIn(ways.boleto, ourNumber).map((reference) =>
      queries.findTopUpBy(pool, { rail: RAIL, reference }),
    ),
  )
  return found.filter((one) => one !== undefined)
}
