import { z } from 'zod'

// Everything arrives as text. An empty text clears what it names.

export const text = z.string().max(5000)
export const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/, 'must be a whole number')
  .transform(Number)
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
export const webAddress = z.url({ protocol: /^https?$/ }).max(5000)

/** Of a currency's minor unit; Stripe takes eight digits. */
export const amount = wholeNumber.pipe(z.number().min(1).max(99_999_999))
const known = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))
export const currency = z
  .string()
  .toLowerCase()
  .refine((code) => known.has(code), 'there is no such currency')

const metadataValue = z.record(z.string().max(40), z.string().max(500))
export const metadata = z.union([z.literal(''), metadataValue])
export type GivenMetadata = z.output<typeof metadata> | undefined

const bound = wholeNumber.optional()
const created = z.union([
  wholeNumber,
  z.strictObject({ gt: bound, gte: bound, lt: bound, lte: bound }),
])

/** Of every list. */
export const page = {
  limit: wholeNumber.pipe(z.number().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  created: created.optional(),
}
export type Page = z.output<z.ZodObject<typeof page>>

const threeDSecure = z.enum(['automatic', 'any', 'challenge'])
export const cardOptions = z
  .strictObject({
    card: z.strictObject({ request_three_d_secure: threeDSecure.default('automatic') }).optional(),
  })
  .transform(({ card }) => ({ card: card ?? { request_three_d_secure: 'automatic' as const } }))
export const methodTypes = z.array(z.string()).nonempty()

/** A request of which no parameter is known. */
export const nothing = z.strictObject({})

/** What is kept: an empty value takes a name away, an empty whole takes all. */
export function mergeMetadata(
  present: Readonly<Record<string, string>>,
  given: GivenMetadata,
): Record<string, string> {
  if (given === '') return {}
  return Object.fromEntries(
    Object.entries({ ...present, ...given }).filter(([, value]) => value !== ''),
  )
}
