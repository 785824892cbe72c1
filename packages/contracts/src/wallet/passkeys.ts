import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'
import { signInAnswer } from './sign-in.ts'
import { withPassword } from './two-factor.ts'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/, 'must be base64url')
const credentialId = base64url.max(1400)
const publicKey = z.literal('public-key')

const credential = z.object({ id: z.string(), type: publicKey, transports: z.array(z.string()) })

export const passkeyName = z.string().trim().min(1, 'must not be empty').max(60)

export const passkey = z.object({
  object: z.literal('passkey'),
  id: id('psk'),
  name: z.string(),
  /** Copied by its maker to the person's other devices. */
  synced: z.boolean(),
  created_at: timestamp,
  last_used_at: timestamp.nullable(),
})
export type Passkey = z.infer<typeof passkey>

/** Names the ceremony when it is finished; good once and for five minutes. */
const ceremony = z.string().min(1).max(100)

/** What the browser is given to make a passkey, in the JSON form of WebAuthn level 3. */
export const passkeyCreation = z.object({
  ceremony,
  options: z.object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: publicKey })),
    timeout: z.int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(credential),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
  }),
})

/** And to sign in by one; which, the person chooses there. */
export const passkeyRequest = z.object({
  ceremony,
  options: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal('required'),
  }),
})

// Browsers add members of their own; what is not named here is not looked at.
const madeCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})

const usedCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(200).optional(),
  }),
})

export const addPasskeyRequest = z.strictObject({
  ceremony,
  name: passkeyName,
  credential: madeCredential,
})
export const signInByPasskeyRequest = z.strictObject({ ceremony, credential: usedCredential })

export const passkeyRoutes = {
  listPasskeys: {
    method: 'GET',
    path: '/wallet/api/passkeys',
    access: 'person',
    response: z.object({ object: z.literal('list'), data: z.array(passkey) }),
    refusals: [],
  },
  beginPasskey: {
    method: 'POST',
    path: '/wallet/api/passkeys/begin',
    access: 'person',
    body: withPassword,
    response: passkeyCreation,
    refusals: ['password_needed', 'password_wrong', 'try_later', 'wrong_state'],
  },
  addPasskey: {
    method: 'POST',
    path: '/wallet/api/passkeys',
    access: 'person',
    body: addPasskeyRequest,
    response: passkey,
    refusals: ['ceremony_gone', 'passkey_refused', 'wrong_state'],
  },
  renamePasskey: {
    method: 'PATCH',
    path: '/wallet/api/passkeys/{id}',
    access: 'person',
    params: { id: 'psk' },
    body: z.strictObject({ name: passkeyName }),
    response: passkey,
    refusals: ['not_found'],
  },
  deletePasskey: {
    method: 'DELETE',
    path: '/wallet/api/passkeys/{id}',
    access: 'person',
    params: { id: 'psk' },
    response: z.object({ object: z.literal('deleted') }),
    refusals: ['not_found'],
  },
  beginPasskeySignIn: {
    method: 'POST',
    path: '/wallet/api/sign-in/passkey/begin',
    access: 'anyone',
    body: z.strictObject({}),
    response: passkeyRequest,
    refusals: ['try_later'],
  },
  signInByPasskey: {
    method: 'POST',
    path: '/wallet/api/sign-in/passkey',
    access: 'anyone',
    body: signInByPasskeyRequest,
    response: signInAnswer,
    refusals: ['ceremony_gone', 'passkey_refused'],
  },
} as const satisfies Record<string, AppRoute>
