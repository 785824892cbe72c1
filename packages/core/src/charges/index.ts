export { type Charge, type ChargeState } from './charge.ts'
export {
  findCharge,
  findLastCharge,
  hasOpenCharge,
  listDueCharges,
  type NewCharge,
  putOffCharge,
  startCharge,
  stepCharge,
} from './manage-charges.ts'
