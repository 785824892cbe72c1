import { digitsOf, findNetwork, isCardNumber } from './card-rules.ts'

export type DeclineReason =
  | 'generic_decline'
  | 'insufficient_funds'
  | 'lost_card'
  | 'stolen_card'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'card_velocity_exceeded'
  | 'fraudulent'

/** What a test number stands for; it is all that is kept of the number. */
export interface Outcome {
  /** When the bank asks the person, apart from when the merchant wants it to. */
  readonly bank: 'never' | 'unless_set_up' | 'always'
  /** Whether a card can be saved, and what comes of a payment. */
  readonly setup?: DeclineReason
  readonly charge?: DeclineReason
  readonly later?: 'chargeback' | 'refund_pending' | 'refund_fails'
  readonly codeIsWrong?: true
  readonly isRisky?: boolean
  readonly funding?: 'debit'
  readonly country?: string
}

export interface TestCard {
  readonly number: string
  readonly label: TestCardLabel
  readonly outcome: Outcome
  /** Of a payment method that is there without anybody typing, e.g. `pm_card_visa`. */
  readonly alias?: string
}

export type TestCardLabel =
  | 'works'
  | 'works_debit'
  | DeclineReason
  | 'charge_declined'
  | 'code_fails'
  | 'risky'
  | 'bank_always'
  | 'bank_unless_set_up'
  | 'bank_then_declined'
  | 'bank_then_insufficient'
  | 'chargeback'
  | 'refund_pending'
  | 'refund_fails'

const WORKS: Outcome = { bank: 'never' }
const refuses = (reason: DeclineReason): Outcome => ({
  bank: 'never',
  setup: reason,
  charge: reason,
})
const works = (number: string, alias: string, country = 'US'): TestCard => ({
  number,
  label: 'works',
  outcome: { ...WORKS, country },
  alias,
})
const refused = (number: string, reason: DeclineReason, alias: string): TestCard => ({
  number,
  label: reason,
  outcome: refuses(reason),
  alias,
})

/** Stripe's own, and one of Mir, which Stripe does not take. */
export const TEST_CARDS: readonly TestCard[] = [
  works('4242424242424242', 'pm_card_visa'),
  {
    number: '4000056655665556',
    label: 'works_debit',
    outcome: { ...WORKS, funding: 'debit' },
    alias: 'pm_card_visa_debit',
  },
  works('5555555555554444', 'pm_card_mastercard'),
  works('2223003122003222', 'pm_card_mastercard_2series'),
  works('5200828282828210', 'pm_card_mastercard_debit'),
  works('5105105105105100', 'pm_card_mastercard_prepaid'),
  works('378282246310005', 'pm_card_amex'),
  works('371449635398431', 'pm_card_amex_other'),
  works('6011111111111117', 'pm_card_discover'),
  works('3056930009020004', 'pm_card_diners'),
  works('3566002020360505', 'pm_card_jcb', 'JP'),
  works('6200000000000005', 'pm_card_unionpay', 'CN'),
  works('2200000000000004', 'pm_card_mir', 'RU'),
  {
    number: '4000000000003220',
    label: 'bank_always',
    outcome: { bank: 'always' },
    alias: 'pm_card_threeDSecure2Required',
  },
  {
    number: '4000002760003184',
    label: 'bank_always',
    outcome: { bank: 'always' },
    alias: 'pm_card_authenticationRequired',
  },
  {
    number: '4000002500003155',
    label: 'bank_unless_set_up',
    outcome: { bank: 'unless_set_up' },
    alias: 'pm_card_authenticationRequiredOnSetup',
  },
  {
    number: '4000008400001629',
    label: 'bank_then_declined',
    outcome: { ...refuses('generic_decline'), bank: 'always' },
    alias: 'pm_card_authenticationRequiredChargeDeclined',
  },
  {
    number: '4000008260003178',
    label: 'bank_then_insufficient',
    outcome: { bank: 'always', charge: 'insufficient_funds' },
    alias: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
  },
  refused('4000000000000002', 'generic_decline', 'pm_card_visa_chargeDeclined'),
  refused('4000000000009995', 'insufficient_funds', 'pm_card_visa_chargeDeclinedInsufficientFunds'),
  refused('4000000000009987', 'lost_card', 'pm_card_visa_chargeDeclinedLostCard'),
  refused('4000000000009979', 'stolen_card', 'pm_card_visa_chargeDeclinedStolenCard'),
  refused('4000000000000069', 'expired_card', 'pm_card_chargeDeclinedExpiredCard'),
  refused('4000000000000127', 'incorrect_cvc', 'pm_card_chargeDeclinedIncorrectCvc'),
  refused('4000000000000119', 'processing_error', 'pm_card_chargeDeclinedProcessingError'),
  refused(
    '4000000000006975',
    'card_velocity_exceeded',
    'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
  ),
  refused('4100000000000019', 'fraudulent', 'pm_card_radarBlock'),
  {
    number: '4000000000000341',
    label: 'charge_declined',
    outcome: { bank: 'never', charge: 'generic_decline' },
    alias: 'pm_card_chargeCustomerFail',
  },
  {
    number: '4000000000000101',
    label: 'code_fails',
    outcome: { ...WORKS, codeIsWrong: true },
    alias: 'pm_card_cvcCheckFail',
  },
  {
    number: '4000000000004954',
    label: 'risky',
    outcome: { ...WORKS, isRisky: true },
    alias: 'pm_card_riskLevelHighest',
  },
  {
    number: '4000000000000259',
    label: 'chargeback',
    outcome: { ...WORKS, later: 'chargeback' },
    alias: 'pm_card_createDispute',
  },
  {
    number: '4000000000007726',
    label: 'refund_pending',
    outcome: { ...WORKS, later: 'refund_pending' },
    alias: 'pm_card_pendingRefund',
  },
  {
    number: '4000000000005126',
    label: 'refund_fails',
    outcome: { ...WORKS, later: 'refund_fails' },
    alias: 'pm_card_refundFail',
  },
]

/** Numbers that no bank gives out: as many working cards as there are people in a test. */
const FREE_RANGES = ['424242', '555555']

/**
 * What a number stands for. Undefined: it is none for tests, and may be somebody's real card.
 * `number` has passed the checks of a form.
 */
export function outcomeOf(number: string): Outcome | undefined {
  const digits = digitsOf(number)
  const known = TEST_CARDS.find((card) => card.number === digits)
  if (known !== undefined) return known.outcome
  return FREE_RANGES.some((range) => digits.startsWith(range)) ? WORKS : undefined
}

export function brandOf(number: string): string {
  return findNetwork(digitsOf(number))?.brand ?? 'unknown'
}

/** A working number that hardly anybody has; `draw` gives whole numbers below its argument. */
export function drawFreeNumber(draw: (below: number) => number): string {
  const start = `424242${Array.from({ length: 9 }, () => draw(10)).join('')}`
  const last = Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).find(isCardNumber)
  return last ?? `${start}0`
}
