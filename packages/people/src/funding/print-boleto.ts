import { queries } from '@danbao/core'
import { formatInstant, type Uuid } from '@danbao/kernel'
import { formatTaxId, parseTaxId, toLatin } from '@danbao/rails'
import { readAccountName } from '../base/account-name.ts'
import type { PeopleDeps } from '../base/deps.ts'
import { boletoOf } from './boleto.ts'
import { drawBoleto } from './boleto-pdf.ts'
import { readDetails } from './details.ts'

/** The letters of the slip are those of Western Europe: others are written in them, or left out. */
function printable(name: string): string {
  const isLatin = /^[\x20-\xff]*$/.test(name)
  return (isLatin ? name : toLatin(name)).replaceAll(/[^\x20-\xff]/g, '').trim()
}

/** The slip of an awaited top-up; undefined: there is none, or it is not theirs. */
export async function printBoleto(
  { pool, ways: { boleto: way } }: PeopleDeps,
  personId: Uuid,
  id: Uuid,
): Promise<Uint8Array | undefined> {
  const topUp = await queries.findTopUp(pool, id)
  const isOwn = topUp?.accountId === personId && topUp.rail === 'boleto'
  if (way === undefined || !isOwn || topUp.state !== 'awaiting') return undefined
  const boleto = boletoOf(way, topUp)
  if (boleto === undefined) return undefined
  const taxId = parseTaxId(readDetails(topUp.details).taxId ?? '')
  return drawBoleto({
    ...{ way, boleto, amount: topUp.amount },
    issued: formatInstant(topUp.createdAt).slice(0, 10),
    payer: {
      name: printable(await readAccountName(pool, personId)),
      taxId: taxId.ok ? formatTaxId(taxId.value) : '',
    },
  })
}
