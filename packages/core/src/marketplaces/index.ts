export {
  changeBrand,
  changeLogo,
  findMarketplace,
  findMarketplaceByName,
  listMarketplaces,
  type Marketplace,
  readLogo,
  viewBrand,
  viewRef,
} from './marketplace.ts'
export { changeTerms, viewTerms } from './terms.ts'
