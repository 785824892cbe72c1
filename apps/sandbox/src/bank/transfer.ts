import { z } from 'zod'

const iban = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/))
const text = (max: number) => z.string().trim().max(max).default('')

/** What somebody tells their bank to do. */
export const order = z.strictObject({
  /** The account that gets it. */
  iban,
  currency: z.enum(['EUR', 'USD']),
  amount: z
    .string()
    .trim()
    .transform((amount) => amount.replace(',', '.'))
    .pipe(z.string().regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,2})?$/)),
  payer: text(70),
  text: text(140),
})
export type Order = z.output<typeof order>

/** A movement of an account that the bank keeps. */
export interface Transfer {
  readonly id: string
  /** Whose account moves. */
  readonly iban: string
  readonly currency: string
  /** The other side: who has paid, or is paid. */
  readonly payer: string
  readonly text: string
  /** Undefined: the payer has given none. */
  readonly endToEndId: string | undefined
  /** By which the bank knows the booking. */
  readonly booking: string
  readonly payerIban: string
  /** Below zero: it left the account. */
  readonly cents: bigint
  /** The one that this takes back. */
  readonly reverses: string | undefined
  /** `2026-11-22`. */
  readonly date: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export function centsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(2, '0'))
}

/** E.g. `12.30`. */
export function decimalOf(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
