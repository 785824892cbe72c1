import type { MarketplaceBrand } from '@danbao/contracts'
import { inkOn } from './ink-on.ts'

export interface ShopBandProps {
  readonly brand: MarketplaceBrand
}

/** A shop as it shows itself, above what it asks for. Nothing for one that has no look of its own. */
export function ShopBand({ brand: { name, color, logo_url: logoUrl } }: ShopBandProps) {
  if (color === null && logoUrl === null) return null
  const look = color === null ? {} : { backgroundColor: color, color: inkOn(color) }
  return (
    <div
      data-shop-band
      style={look}
      className="flex min-h-16 items-center gap-3 rounded-card bg-card px-4 py-3 shadow-card"
    >
      {logoUrl !== null && (
        // The name stands beside it.
        <img src={logoUrl} alt="" className="h-10 max-w-32 rounded-small object-contain" />
      )}
      <span className="min-w-0 text-large font-strong break-words">{name}</span>
    </div>
  )
}
