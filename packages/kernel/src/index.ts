export { allocateByLargestRemainder } from './allocate.ts'
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.ts'
export { type CurrencyInfo } from './currency-table.ts'
export {
  type Currency,
  currency,
  currencyInfo,
  DEFAULT_CURRENCIES,
  isCurrency,
  parseCurrency,
  SANDBOX_CURRENCIES,
} from './currency.ts'
export {
  days,
  type Duration,
  formatDuration,
  hours,
  milliseconds,
  minutes,
  parseDuration,
  seconds,
} from './duration.ts'
export { decodeId, encodeId, type Id, ID_PREFIXES, type IdPrefix } from './id.ts'
export {
  addDuration,
  formatInstant,
  type Instant,
  instant,
  isInstant,
  parseInstant,
} from './instant.ts'
export { InvariantError, invariant } from './invariant.ts'
export {
  addMoney,
  compareMoney,
  formatDecimal,
  isZero,
  MAX_MINOR,
  type Money,
  money,
  parseDecimal,
  subtractMoney,
  smaller,
} from './money.ts'
export { oneOf } from './one-of.ts'
export { accept, refuse, type Result } from './result.ts'
export { basisPoints, divideRounded, type Rounding } from './rounding.ts'
export { isUuid, newUuid, type Uuid, uuidOfHash, uuidV7 } from './uuid.ts'
