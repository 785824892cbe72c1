import { LEVELS } from '@danbao/contracts'
import type { LevelsView, LevelView } from '@danbao/contracts/wallet'
import { accept, addDuration, days, formatInstant, type Instant } from '@danbao/kernel'
import { type LevelLimits, readLimits } from '@danbao/core'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { findIdentityStanding, type IdentityStanding } from '../identity/index.ts'
import { readAccount } from '../settings/index.ts'

/** So long before its document expires a person is asked for a new one. */
const RENEW_WITHIN = days(60)

export function createLevelHandlers(deps: PeopleDeps): WalletPart<'getLevels'> {
  return {
    async getLevels({ personId: id }) {
      const now = await deps.now()
      const account = await readAccount(deps.pool, id)
      const level = LEVELS.find((one) => one === account.level) ?? 0
      const standing = await findIdentityStanding(deps.pool, deps, id)
      const limits = await readLimits(deps.pool, { id, now })
      const body: LevelsView = {
        object: 'levels',
        level,
        levels: limits.map(viewLevel),
        card: { available: deps.cards !== undefined },
        identity: { available: true, state: standing.state, expires_on: standing.expiresOn },
        next: nextStep(level, standing, { now, takesCards: deps.cards !== undefined }),
        spending: spendingOf(account, now),
      }
      return accept({ body })
    },
  }
}

const GIVEN_BY = { 0: 'email', 1: 'card', 2: 'identity' } as const

function viewLevel({ level, perPayment, inAll, over, used, left }: LevelLimits): LevelView {
  const given_by = GIVEN_BY[level]
  return { level, given_by, per_payment: perPayment, in_all: inAll, over, used, left }
}

type Next = LevelsView['next']

/** The one thing that is best done now. */
export function nextStep(
  level: LevelView['level'],
  { state, isOpen, expiresOn }: IdentityStanding,
  { now, takesCards }: { readonly now: Instant; readonly takesCards: boolean },
): Next {
  if (state === 'submitted' || state === 'reading') return 'wait'
  if (state === 'more_needed') return 'answer_staff'
  if (isOpen) return 'continue_identity'
  if (level < 2) return takesCards && level === 0 ? 'verify_card' : 'check_identity'
  const soon = formatInstant(addDuration(now, RENEW_WITHIN)).slice(0, 10)
  return expiresOn !== null && expiresOn <= soon ? 'renew' : 'nothing'
}

type Account = Awaited<ReturnType<typeof readAccount>>

function spendingOf({ frozenAt, restingUntil }: Account, now: Instant): LevelsView['spending'] {
  if (frozenAt !== null) return 'frozen'
  return restingUntil !== null && restingUntil > now ? 'resting' : 'open'
}
