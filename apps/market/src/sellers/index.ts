export type { KnownSeller } from './people.ts'
export { openSellers, type Seller, type Sellers } from './sellers.ts'
