export { createMarket, type Market, type MarketOptions } from './create-market.ts'
