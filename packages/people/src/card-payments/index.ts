export { advanceCharge } from './advance.ts'
export { giveUpCardPayment, goOn, payByCard } from './pay-by-card.ts'
export { runDueCharges } from './run-due.ts'
