import {
  decodeId,
  type IdPrefix,
  isCurrency,
  MAX_MINOR,
  parseDuration,
  parseInstant,
} from '@danbao/kernel'
import { z } from 'zod'

/** Digits of minor units; a JSON number is refused because it may have lost cents on its way. */
const digits = z
  .string({ error: 'must be a string of digits, in minor units' })
  .regex(/^(0|[1-9]\d*)$/, {
    error: 'must be digits only: minor units, no sign, no leading zero',
    // Or the next check would run too, on text that BigInt throws at.
    abort: true,
  })
  .refine((value) => value.length <= 15 && BigInt(value) <= MAX_MINOR, 'is too large')

/** Plain text in its type: a client writes 'USD', and reads codes that it does not know yet. */
export const currencyCode: z.ZodType<string, string> = z
  .string()
  .refine(isCurrency, 'must be an ISO 4217 currency code')
  .meta({ example: 'USD' })

/** An amount of zero or more. */
export const amount = z
  .strictObject({ value: digits.meta({ example: '1999' }), currency: currencyCode })
  .meta({ id: 'Amount', description: 'Minor units as a string of digits, and the currency.' })

/** An amount of more than zero. */
export const positiveAmount = z
  .strictObject({
    value: digits
      .refine((value) => value !== '0', 'must be more than zero')
      .meta({ example: '1999' }),
    currency: currencyCode,
  })
  .meta({ id: 'PositiveAmount', description: 'An amount of more than zero.' })

export type Amount = z.infer<typeof amount>

/** Minor units as digits, with a sign where it is less than nothing. */
export const signedAmount = z.object({
  value: z.string().regex(/^-?\d+$/),
  currency: z.string(),
})

export function id(prefix: IdPrefix): z.ZodType<string, string> {
  return z
    .string()
    .refine((text) => decodeId(prefix, text).ok, `must be an id that starts with ${prefix}_`)
    .meta({ example: `${prefix}_01kaqz4m8hfvatb5q7yj3d9c2n` })
}

export const timestamp = z
  .string()
  .refine((text) => parseInstant(text).ok, 'must be an RFC 3339 time with its zone')
  .meta({ format: 'date-time', description: 'RFC 3339, UTC', example: '2026-11-22T20:00:00.000Z' })

export const duration = z
  .string()
  .refine(
    (text) => parseDuration(text).ok,
    'must be an ISO 8601 duration of weeks, days, hours, minutes or seconds',
  )
  .meta({ example: 'P10D' })

const text = (max: number) => z.string().trim().min(1, 'must not be empty').max(max)

export const name = text(200)
export const reference = text(200).meta({ description: 'Your own id; unique among yours.' })
export const description = text(500)
export const reason = text(1000)

/** An address of a shop: no other scheme can be a place to go back to. */
export const returnUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(1000)
  .meta({ example: 'https://shop.example/orders/1043' })

const MAX_METADATA_CHARACTERS = 2_000

export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine(
    (value) => JSON.stringify(value).length <= MAX_METADATA_CHARACTERS,
    `must not be longer than ${MAX_METADATA_CHARACTERS} characters in all`,
  )
  .meta({ description: 'Your own keys and texts; returned as they are.' })

/** Pages: newest first; the cursor carries the filters it was made with. */
export const page = {
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(100).optional(),
}

/** Of a list without filters. */
export const pageQuery = z.strictObject(page)
export type PageQuery = z.infer<typeof pageQuery>

export function list<T extends z.ZodType>(item: T) {
  return z.object({
    object: z.literal('list'),
    data: z.array(item),
    next_cursor: z.string().nullable(),
  })
}
