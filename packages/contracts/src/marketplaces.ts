import { parseDuration } from '@danbao/kernel'
import { z } from 'zod'
import { duration, id } from './primitives.ts'

const someTime = duration.refine((text) => {
  const parsed = parseDuration(text)
  return !parsed.ok || parsed.value > 0
}, 'must be more than nothing')

/** What holds for payments that say nothing themselves; null: as the product has it. */
export const marketplaceTerms = z.strictObject({
  pay_within: someTime.nullable(),
  ship_within: someTime.nullable(),
  confirm_within: someTime
    .nullable()
    .meta({ description: 'From shipping, for payments of the kind standard.' }),
  inspect_within: someTime.nullable().meta({ description: 'From delivery.' }),
  commission_basis_points: z
    .int()
    .min(0)
    .max(10_000)
    .nullable()
    .meta({ description: 'Where a payment names no commission.' }),
})
export type MarketplaceTerms = z.infer<typeof marketplaceTerms>

/** A colour as `#rrggbb`; whether black or white stands on it follows from it. */
export const brandColor = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b6a4f')
  .meta({ example: '#0b6a4f' })

/** How a marketplace shows itself to people, e.g. on the checkout. */
export const marketplaceBrand = z.object({
  name: z.string(),
  color: brandColor.nullable(),
  logo_url: z.string().nullable(),
})
export type MarketplaceBrand = z.infer<typeof marketplaceBrand>

export const marketplaceView = z
  .object({
    id: id('mkt'),
    object: z.literal('marketplace'),
    name: z.string(),
    return_secret: z
      .string()
      .meta({ description: 'What the way back from a checkout is signed with. Keep it.' }),
    terms: marketplaceTerms.meta({
      description: 'Your defaults for new payments; null: those of the product.',
    }),
    brand: marketplaceBrand.meta({ description: 'What people see of you on the checkout.' }),
  })
  .meta({ id: 'Marketplace' })
export type MarketplaceView = z.infer<typeof marketplaceView>
