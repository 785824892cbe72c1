import type { Passkey } from '@danbao/contracts/wallet'
import { startRegistration } from '@simplewebauthn/browser'
import { api } from '../../api.ts'
import type { Proof } from './use-sure.tsx'

/**
 * `exists`: this device has one of this account already. `stopped`: the person changed their mind,
 * or the device could not; browsers do not say which.
 */
export type CreatedPasskey = Passkey | 'exists' | 'stopped'

/** Asks the device for a passkey and keeps it with the account. */
export async function createPasskey(name: string, proof: Proof): Promise<CreatedPasskey> {
  const { ceremony, options } = await api.call('beginPasskey', { body: proof })
  const made = await startRegistration({ optionsJSON: options }).catch(reasonOf)
  if (typeof made === 'string') return made
  const { id, rawId, response } = made
  const { clientDataJSON, attestationObject, transports } = response
  return api.call('addPasskey', {
    body: {
      ceremony,
      name,
      credential: {
        id,
        rawId,
        type: 'public-key',
        response: { clientDataJSON, attestationObject, transports },
      },
    },
  })
}

function reasonOf(error: unknown): 'exists' | 'stopped' {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return 'exists'
  if (['NotAllowedError', 'AbortError', 'NotSupportedError'].includes(name)) return 'stopped'
  throw error
}
