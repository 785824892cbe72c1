import type {
  addPasskeyRequest,
  passkeyCreation,
  passkeyRequest,
  signInByPasskeyRequest,
} from '@danbao/contracts/wallet'
import { minutes } from '@danbao/kernel'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { z } from 'zod'
import { nameOf, type Person } from '../base/person.ts'
import type { Passkey } from './store.ts'

/** How long the person may take, at the browser's window too. */
export const CEREMONY_LIFETIME = minutes(5)

/** EdDSA, ES256, RS256: one of them is in every authenticator. */
const ALGORITHMS = [-8, -7, -257]

/** For whom passkeys are good: the host for the authenticator, the exact origin for the browser. */
export interface Party {
  readonly rpId: string
  readonly origin: string
}

export function partyOf(publicUrl: string): Party {
  const { hostname, origin } = new URL(publicUrl)
  return { rpId: hostname, origin }
}

type CreationOptions = z.output<typeof passkeyCreation>['options']
type RequestOptions = z.output<typeof passkeyRequest>['options']

/** What an authenticator needs to make a passkey that finds its owner by itself. */
export async function creationOptions(
  { rpId }: Party,
  person: Person,
  present: readonly Passkey[],
): Promise<CreationOptions> {
  const exclude = present.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports,
  }))
  const { rp, user, challenge, pubKeyCredParams } = await generateRegistrationOptions({
    rpName: 'Danbao',
    rpID: rpId,
    userName: person.email,
    userDisplayName: nameOf(person),
    supportedAlgorithmIDs: ALGORITHMS,
    userID: new Uint8Array(Buffer.from(userHandleOf(person.id), 'base64url')),
  })
  return {
    challenge,
    rp: { id: rpId, name: rp.name },
    user,
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' })),
    timeout: CEREMONY_LIFETIME,
    attestation: 'none',
    excludeCredentials: exclude.map((known) => ({ ...known, type: 'public-key' })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  }
}

/** No credentials are named: nobody learns which accounts there are. */
export async function requestOptions({ rpId }: Party): Promise<RequestOptions> {
  const { challenge } = await generateAuthenticationOptions({ rpID: rpId })
  return { challenge, rpId, timeout: CEREMONY_LIFETIME, userVerification: 'required' }
}

type Made = z.output<typeof addPasskeyRequest>['credential']
type Used = z.output<typeof signInByPasskeyRequest>['credential']

export type NewCredential = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'synced'
>

/** The passkey that was made; undefined unless it is one for us, made for this challenge. */
export async function verifyMade(
  { rpId, origin }: Party,
  challenge: string,
  { id, rawId, type, response }: Made,
): Promise<NewCredential | undefined> {
  const { clientDataJSON, attestationObject, transports = [] } = response
  const verified = await orRefused(() =>
    verifyRegistrationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject, transports },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (verified?.registrationInfo === undefined) return undefined
  const { credential, credentialBackedUp } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: [...transports],
    synced: credentialBackedUp,
  }
}

/** What the signature tells; undefined unless this passkey made it, for us and this challenge. */
export async function verifyUsed(
  { rpId, origin }: Party,
  { challenge, passkey }: { readonly challenge: string; readonly passkey: Passkey },
  { id, rawId, type, response }: Used,
): Promise<{ readonly counter: number; readonly synced: boolean } | undefined> {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  if (userHandle !== undefined && userHandle !== userHandleOf(passkey.personId)) return undefined
  const { credentialId, publicKey, counter } = passkey
  const verified = await orRefused(() =>
    verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    }),
  )
  if (verified === undefined || !verified.verified) return undefined
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  return { counter: newCounter, synced: credentialBackedUp }
}

/** Under which a passkey keeps its owner: the bytes of the person's id, in base64url. */
export function userHandleOf(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
}

/** The library throws for everything that is wrong with what came from outside. */
async function orRefused<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}
