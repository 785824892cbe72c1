import type { Authorisation } from '@danbao/contracts/wallet'
import { startAuthentication } from '@simplewebauthn/browser'
import type { api } from '../../api.ts'

type PasskeyRequest = Awaited<ReturnType<typeof api.call<'beginCheckoutPasskey'>>>

/** Asks for a passkey; undefined: the person changed their mind, or has none here. */
export async function passkeyAuthorisation(
  begin: () => Promise<PasskeyRequest>,
): Promise<Authorisation | undefined> {
  const { ceremony, options } = await begin()
  const made = await startAuthentication({ optionsJSON: options }).catch(changedMind)
  if (made === undefined) return undefined
  const { id, rawId, response } = made
  return { by: 'passkey', ceremony, credential: { id, rawId, type: 'public-key', response } }
}

/** A browser says the same for "no" and "none". */
function changedMind(error: unknown): undefined {
  if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return
  throw error
}
