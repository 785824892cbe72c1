import { PAYMENT_STATES, type PaymentState } from '@danbao/contracts'
import { describe, expect, it } from 'vitest'
import { isAllowed, type PaymentCommand, targets, TRANSITIONS } from './state-machine.ts'

/** The rules' table, written down a second time and read as a person would: one row a line. */
const RULES: readonly (readonly [PaymentCommand, string, string])[] = [
  ['pay', 'requires_payment', 'verifying held'],
  ['approve', 'verifying', 'held'],
  ['refuse', 'verifying', 'cancelled'],
  ['ship', 'held', 'shipped'],
  ['deliver', 'held shipped', 'delivered'],
  ['confirm', 'held shipped delivered disputed', 'released split'],
  ['extend', 'shipped', 'shipped'],
  ['extend', 'delivered', 'delivered'],
  ['cancel', 'requires_payment verifying held', 'cancelled'],
  ['refund', 'held', 'held cancelled'],
  ['refund', 'shipped', 'shipped refunded'],
  ['refund', 'delivered', 'delivered refunded'],
  ['refund', 'disputed', 'disputed refunded'],
  ['dispute', 'shipped delivered', 'disputed'],
  ['end_dispute', 'disputed', 'shipped delivered released refunded split'],
  ['claim', 'released', 'released'],
  ['claim', 'split', 'split'],
  ['due_pay', 'requires_payment', 'expired'],
  ['due_check', 'verifying', 'cancelled'],
  ['due_ship', 'held', 'cancelled'],
  ['due_confirmation', 'shipped delivered', 'released split'],
]

function expected(command: PaymentCommand, from: PaymentState): readonly string[] {
  return RULES.filter(
    ([name, states]) => name === command && states.split(' ').includes(from),
  ).flatMap(([, , to]) => to.split(' '))
}

const COMMANDS = new Set(RULES.map(([command]) => command))

describe.each([...COMMANDS])('%s', (command) => {
  it.each(PAYMENT_STATES)('from %s leads where the rules say, or nowhere', (from) => {
    expect([...targets(command, from)].sort()).toEqual([...expected(command, from)].sort())
    expect(isAllowed(command, from)).toBe(expected(command, from).length > 0)
  })
})

it('there are no commands but those of the rules', () => {
  expect(new Set(Object.keys(TRANSITIONS))).toEqual(COMMANDS)
})
