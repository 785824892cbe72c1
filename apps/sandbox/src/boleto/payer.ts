import { z } from 'zod'
import type { LayFile } from '../files/courier.ts'
import { type PaidBoleto, writeReturnFile } from './return-file.ts'

/** What somebody pays at a counter or in an app. */
export const payment = z.strictObject({
  /** 47 digits, however they are grouped. */
  line: z
    .string()
    .transform((line) => line.replaceAll(/[\s.]/g, ''))
    .pipe(z.string().regex(/^\d{47}$/)),
  /** Another amount than the line says; empty: that of the line. */
  amount: z
    .string()
    .trim()
    .transform((amount) => amount.replace(',', '.'))
    .pipe(z.string().regex(/^(\d{1,8}(\.\d{1,2})?)?$/))
    .default(''),
  payer: z.string().trim().max(40).default(''),
  taxId: z
    .string()
    .transform((text) => text.replaceAll(/[\s./-]/g, ''))
    .pipe(z.string().regex(/^(\d{11}|[0-9A-Z]{12}\d\d)?$/))
    .default(''),
})
export type Payment = z.output<typeof payment>

export interface PayerOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Brings return files to the operator. */
  readonly lay: LayFile
}

/** The bank that collects: what is paid today stands in its return file at once. */
export interface Payer {
  /** Newest first. */
  paid(): readonly PaidBoleto[]
  pay(payment: Payment): Promise<PaidBoleto>
}

export function createPayer({ now, lay }: PayerOptions): Payer {
  const all: PaidBoleto[] = []
  let count = now()
  return {
    paid: () => all,
    async pay({ line, amount, payer, taxId }) {
      count += 1
      const one = { ...readLine(line), payer, taxId, at: now() }
      const paid = amount === '' ? one : { ...one, centavos: centavosOf(amount) }
      all.unshift(paid)
      const file = writeReturnFile(paid, count)
      await lay(`cobranca-${count}.ret`, file)
      return paid
    },
  }
}

/** Of a line of Banco do Brasil: the free field is zeros, 17 digits of ours, and two of the contract. */
function readLine(line: string): Pick<PaidBoleto, 'ourNumber' | 'centavos'> {
  const freeField = `${line.slice(4, 9)}${line.slice(10, 20)}${line.slice(21, 31)}`
  return { ourNumber: freeField.slice(6, 23), centavos: BigInt(line.slice(37)) }
}

function centavosOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(2, '0'))
}
