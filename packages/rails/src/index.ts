export { createRf, findRf, normaliseRf, parseRf } from './bank/rf.ts'
