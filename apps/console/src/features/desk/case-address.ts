import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import { stringifySearch, usePathText, useSearchText } from '@danbao/ui'
import type { QueueFilter } from './queries.ts'

export const CASE_KINDS: readonly CaseKind[] = [
  'identity',
  'recovery',
  'closure',
  'dispute',
  'payment_check',
]

/** Where a case is looked at; the filter of the queue comes along. */
export function caseAddress(
  { kind, subject }: Pick<QueueCase, 'kind' | 'subject'>,
  filter?: QueueFilter,
): string {
  return `/cases/${kind}/${subject}${filter === undefined ? '' : filterText(filter)}`
}

export function queueAddress(filter: QueueFilter): string {
  return `/${filterText(filter)}`
}

function filterText({ kind, mine }: QueueFilter): string {
  return stringifySearch({ kind, mine: mine ? 'true' : undefined })
}

/** What of the queue is shown, as the address says. */
export function useQueueFilter(): QueueFilter {
  const asked = useSearchText('kind')
  return {
    kind: CASE_KINDS.find((kind) => kind === asked),
    mine: useSearchText('mine') === 'true',
  }
}

export interface OpenCase {
  readonly kind: CaseKind
  readonly subject: string
}

/** The case that the address opens; undefined: only the queue is. */
export function useOpenCase(): OpenCase | undefined {
  const asked = usePathText('kind')
  const subject = usePathText('id')
  const kind = CASE_KINDS.find((one) => one === asked)
  return kind === undefined || subject === '' ? undefined : { kind, subject }
}
