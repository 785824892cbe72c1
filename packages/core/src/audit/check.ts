/** The tables that checks read. */
export const TABLES = [
  'ledger.account',
  'ledger.transfer',
  'app.payment',
  'app.payment_check',
  'app.dispute',
  'app.top_up',
  'app.deposit',
  'app.credit',
  'app.settlement',
  'app.payout',
  'app.payout_batch',
  'app.charge',
  'app.timer',
  'app.event',
] as const
export type TableName = (typeof TABLES)[number]

/** One rule that the whole database must keep. */
export interface Check {
  readonly name: string
  /** Whose rows the rule is about. */
  readonly over: readonly TableName[]
  /** Selects the rows that break the rule, each with what is needed to understand it. */
  readonly sql: string
}

/** SQL for a non-negative fraction rounded half-even; numeric, so that no product overflows. */
export function halfEven(numerator: string, denominator: string): string {
  const quotient = `div(${numerator}, ${denominator})`
  const twice = `2 * mod(${numerator}, ${denominator})`
  return `(${quotient} + CASE
      WHEN ${twice} > ${denominator} THEN 1
      WHEN ${twice} = ${denominator} THEN mod(${quotient}, 2)
      ELSE 0 END)`
}
