import type { Refusal } from '@danbao/contracts'
import { accept, formatInstant, refuse, type Result, type Uuid } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { makeSureOfPerson } from './make-sure.ts'
import { tryLater } from '../base/throttle.ts'
import { tellTwoFactorChange } from './notices.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts'
import { hasSecondFactor, type SecondFactorTry, trySecondFactor } from './second-factor.ts'
import { beginTotpFor, confirmTotpFor } from './set-up.ts'
import { removeTotp, totpConfirmedAt } from './store.ts'

const OFF: Refusal = { code: 'wrong_state', detail: 'Sign-in in two steps is off.' }
const ON: Refusal = { code: 'wrong_state', detail: 'Sign-in in two steps is on already.' }
const NOTHING_BEGUN: Refusal = {
  code: 'wrong_state',
  detail: 'There is nothing to confirm: begin once more.',
}

export function createTwoFactorHandlers(
  deps: PeopleDeps,
): WalletPart<'getTwoFactor' | 'beginTotp' | 'confirmTotp' | 'disableTotp' | 'newRecoveryCodes'> {
  return {
    getTwoFactor: async ({ personId }) => accept({ body: await view(deps, personId) }),

    async beginTotp(who, { body }) {
      const person = await makeSureOfPerson(deps, who, body.password)
      if (!person.ok) return person
      const begun = await beginTotpFor(deps, { personId: who.personId }, person.value.email)
      if (!begun.ok) return refuse(ON)
      return accept({ body: { object: 'totp_secret', ...begun.value } })
    },

    async confirmTotp(who, { body }) {
      const { personId } = who
      const confirmed = await confirmTotpFor(deps, { personId }, body.code, (client, now) =>
        tellTwoFactorChange(client, deps, 'totp_enabled', { personId, visit: who, now }),
      )
      if (confirmed.ok) return accept({ body: shown(confirmed.value) })
      const { refusal } = confirmed
      return refuse(refusal === 'nothing_begun' ? NOTHING_BEGUN : toRefusal(refusal))
    },

    async disableTotp(who, { body }) {
      const sure = await bothFactors(deps, who, body)
      if (!sure.ok) return sure
      const { personId } = who
      const now = await deps.now()
      await inTransaction(deps.pool, async (client) => {
        await lockPerson(client, personId)
        if (!(await removeTotp(client, personId))) return
        await tellTwoFactorChange(client, deps, 'totp_disabled', { personId, visit: who, now })
      })
      return accept({ body: await view(deps, personId) })
    },

    async newRecoveryCodes(who, { body }) {
      const sure = await bothFactors(deps, who, body)
      if (!sure.ok) return sure
      const { personId } = who
      const now = await deps.now()
      const codes = await inTransaction(deps.pool, async (client) => {
        await lockPerson(client, personId)
        if (!(await hasSecondFactor(client, personId))) return undefined
        const change = { personId, visit: who, now }
        await tellTwoFactorChange(client, deps, 'recovery_codes_renewed', change)
        return replaceRecoveryCodes(client, deps.vault, personId)
      })
      return codes === undefined ? refuse(OFF) : accept({ body: shown(codes) })
    },
  }
}

interface Factors {
  readonly password: string
  readonly code: string
}

/** The password first: a thief without it does not learn whether a code is right. */
async function bothFactors(
  deps: PeopleDeps,
  who: PersonVisitor,
  { password, code }: Factors,
): Promise<Result<undefined, Refusal>> {
  const person = await makeSureOfPerson(deps, who, password)
  if (!person.ok) return person
  if (!(await hasSecondFactor(deps.pool, who.personId))) return refuse(OFF)
  const attempt = await trySecondFactor(deps, { personId: who.personId }, code)
  return attempt.verdict === 'right' ? accept(undefined) : refuse(toRefusal(attempt))
}

function toRefusal(attempt: Exclude<SecondFactorTry, { readonly verdict: 'right' }>): Refusal {
  if (attempt.verdict === 'locked') return tryLater(attempt.lockedUntil)
  return {
    code: 'code_wrong',
    detail: 'The code is wrong or was used already.',
    members: { tries_left: String(attempt.triesLeft) },
  }
}

async function view(deps: PeopleDeps, personId: Uuid) {
  const enabledAt = await totpConfirmedAt(deps.pool, personId)
  return {
    object: 'two_factor',
    totp: {
      enabled: enabledAt !== null,
      enabled_at: enabledAt === null ? null : formatInstant(enabledAt),
    },
    recovery_codes_left: await countRecoveryCodes(deps.pool, personId),
  } as const
}

function shown(codes: readonly string[]) {
  return { object: 'recovery_codes' as const, codes: [...codes] }
}
