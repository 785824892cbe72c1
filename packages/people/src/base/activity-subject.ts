import type { queries } from '@danbao/core'
import { encodeId } from '@danbao/kernel'

const PREFIXES = { payment: 'pay', top_up: 'top', payout: 'pot' } as const

/** The id of what a movement belongs to and has a page of its own. */
export function subjectOf({ subject }: Pick<queries.Activity, 'subject'>) {
  return subject && encodeId(PREFIXES[subject.kind], subject.id)
}
