import type { CaseKind } from '@danbao/contracts/console'
import { useMay } from '../../session.ts'
import { CASE_KINDS } from './case-address.ts'

const PERMISSIONS = {
  identity: 'identity.review',
  recovery: 'recovery.decide',
  closure: 'closure.prepare',
  payment_check: 'payment.check',
  dispute: 'dispute.decide',
} as const

/** Which kinds somebody sees: those they work on, or all of them to share them out. */
export function useKinds(): readonly CaseKind[] {
  const may = useMay()
  return CASE_KINDS.filter((kind) => may('queue.assign') || may(PERMISSIONS[kind]))
}

/** Whether somebody may look into cases of this kind, and not only hand them out. */
export function useMayOpen(kind: CaseKind): boolean {
  return useMay()(PERMISSIONS[kind])
}
