import { SANDBOX_PEOPLE, type WalletEntrance } from '@danbao/contracts/wallet'
import { accept, refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { changePerson, nameOf } from '../base/person.ts'
import { completeSignIn } from '../sign-in/index.ts'
import { findSeeded, SANDBOX_PAYMENT_PASSWORD } from './seed.ts'

/** The ways in that only a sandbox has. */
export function createSandboxHandlers(
  deps: PeopleDeps,
): WalletPart<'getWalletEntrance' | 'signInAsSandboxPerson'> {
  return {
    async getWalletEntrance() {
      const one_click: WalletEntrance['one_click'] = []
      for (const person of SANDBOX_PEOPLE) {
        const found = await findSeeded(deps, person)
        if (found !== undefined) {
          one_click.push({ person, name: nameOf(found), email: found.email })
        }
      }
      const payment_password = one_click.length === 0 ? null : SANDBOX_PAYMENT_PASSWORD
      const { mode } = deps
      return accept({ body: { object: 'wallet_entrance', mode, one_click, payment_password } })
    },

    async signInAsSandboxPerson(visitor, { body: { person } }) {
      const found = await findSeeded(deps, person)
      if (found === undefined) {
        return refuse({ code: 'not_found', detail: 'There is no such seeded person.' })
      }
      // They are whoever clicks: they speak the language of the browser.
      await changePerson(deps.pool, found.id, { language: visitor.language })
      // As by a passkey: no second factor is asked for.
      return completeSignIn(deps, { personId: found.id, visitor, how: 'passkey' })
    },
  }
}
