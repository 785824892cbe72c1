import type { RecoveryView } from '@danbao/contracts/wallet'
import { formatInstant, type Instant } from '@danbao/kernel'
import type { Recovery } from './store.ts'

/** As whoever asked for it sees it: how it stands, and nothing about the account. */
export function viewRecovery(recovery: Recovery, statusToken: string | null): RecoveryView {
  const { kind, state, requestedAt, decideBy, happensAt, reason } = recovery
  return {
    object: 'recovery',
    kind,
    state,
    requested_at: formatInstant(requestedAt),
    decide_by: maybe(decideBy),
    happens_at: state === 'waiting' ? maybe(happensAt) : null,
    refusal_reason: state === 'refused' ? reason : null,
    status_token: statusToken,
  }
}

function maybe(value: Instant | null): string | null {
  return value === null ? null : formatInstant(value)
}
