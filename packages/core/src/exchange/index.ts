export { priceExchange, type Exchange } from './rates.ts'
export {
  type DayOfRates,
  type RateProblem,
  recordRates,
  recordTypedRate,
  type RecordedRates,
} from './record-rates.ts'
export { readRates } from './store.ts'
export {
  changeExchangeTerms,
  type ExchangeStanding,
  type ExchangeTerms,
  readExchange,
  recordRateRequest,
} from './terms.ts'
