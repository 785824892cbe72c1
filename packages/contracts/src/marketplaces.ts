import { z } from 'zod'
import { id } from './primitives.ts'

export const marketplaceView = z
  .object({
    id: id('mkt'),
    object: z.literal('marketplace'),
    name: z.string(),
    return_secret: z
      .string()
      .meta({ description: 'What the way back from a checkout is signed with. Keep it.' }),
  })
  .meta({ id: 'Marketplace' })
export type MarketplaceView = z.infer<typeof marketplaceView>
