import { PAYMENT_STATES } from '@danbao/contracts'
import {
  AGES,
  CHECK_VERDICTS,
  type DeskFilter,
  HOURS_LEFT,
  OPEN_DISPUTE_STATES,
} from '@danbao/contracts/console'
import { useSearchText } from '@danbao/ui'

/** From the address, so that a list can be sent to a colleague; what makes no sense is left out. */
export function usePaymentFilter(): DeskFilter {
  const due = useSearchText('due_on')
  return {
    state: known(PAYMENT_STATES, useSearchText('state')),
    currency: useSearchText('currency'),
    marketplace: useSearchText('marketplace'),
    held: known(AGES, useSearchText('held')),
    paid_on: dayOf(useSearchText('paid_on')),
    released_on: dayOf(useSearchText('released_on')),
    due_on: due === 'later' ? due : dayOf(due),
    dispute: known(OPEN_DISPUTE_STATES, useSearchText('dispute')),
    dispute_age: known(AGES, useSearchText('dispute_age')),
    opened_week: dayOf(useSearchText('opened_week')),
    closed_week: dayOf(useSearchText('closed_week')),
    check_left: known(HOURS_LEFT, useSearchText('check_left')),
    check: known(CHECK_VERDICTS, useSearchText('check')),
  }
}

function known<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((one) => one === text)
}

function dayOf(text: string | undefined): string | undefined {
  const isDay = text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
  return isDay && !Number.isNaN(Date.parse(text)) ? text : undefined
}
