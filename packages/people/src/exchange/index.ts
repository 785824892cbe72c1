export { createExchangeDesk } from './desk.ts'
export { fetchRates } from './fetch-rates.ts'
export { importRates } from './import-rates.ts'
