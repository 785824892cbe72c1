import { seconds } from '@danbao/kernel'
import type { Registered, TestPeople } from '../testing.ts'
import { beginTotpFor, confirmTotpFor } from './set-up.ts'
import { totpCodeAt } from './totp.ts'

/** For tests: somebody's authenticator app, set up and confirmed. Answers its secret. */
export async function turnOnTotp(
  { deps, authenticatorClock }: Pick<TestPeople, 'deps' | 'authenticatorClock'>,
  { id, email }: Pick<Registered, 'id' | 'email'>,
): Promise<string> {
  const owner = { personId: id }
  const begun = await beginTotpFor(deps, owner, email)
  if (!begun.ok) throw new Error(begun.refusal)
  const { secret } = begun.value
  authenticatorClock.advance(seconds(30))
  const code = totpCodeAt(secret, authenticatorClock.now())
  const confirmed = await confirmTotpFor(deps, owner, code, async () => {})
  if (!confirmed.ok) throw new Error('the code was not accepted')
  return secret
}
