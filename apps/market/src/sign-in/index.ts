export { addSignIn, ISSUER_PATH } from './routes.ts'
export type { Client } from './provider.ts'
export { openSigningKeys } from './signing-keys.ts'
export {
  DEMO_PASSWORD,
  findByPassword,
  findShopper,
  listShoppers,
  type Shopper,
} from './shoppers.ts'
