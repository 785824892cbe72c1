import type { Refusal } from '@danbao/contracts'
import type { signInByPasskeyRequest } from '@danbao/contracts/wallet'
import { accept, type Duration, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { z } from 'zod'
import type { PeopleDeps } from '../base/deps.ts'
import { CEREMONY_LIFETIME, partyOf, requestOptions, verifyUsed } from './ceremony.ts'
import { PASSKEY_REFUSED } from './handlers.ts'
import { findPasskey, savePasskeyUse } from './store.ts'

type RequestOptions = Awaited<ReturnType<typeof requestOptions>>

/** What a browser is given to use a passkey; the caller keeps the challenge for so long. */
export async function beginPasskeyUse({ publicUrl }: Pick<PeopleDeps, 'publicUrl'>): Promise<{
  readonly options: RequestOptions
  readonly lifetime: Duration
}> {
  return { options: await requestOptions(partyOf(publicUrl)), lifetime: CEREMONY_LIFETIME }
}

export interface PasskeyUse {
  readonly credential: z.output<typeof signInByPasskeyRequest>['credential']
  readonly challenge: string
  /** Whose passkey it has to be; absent: whoever has it. */
  readonly personId?: Uuid
}

/** Whose passkey answered the challenge. Its counter is kept, so a copied one is found out. */
export async function finishPasskeyUse(
  { pool, publicUrl, now }: PeopleDeps,
  { credential, challenge, personId }: PasskeyUse,
): Promise<Result<Uuid, Refusal>> {
  const passkey = await findPasskey(pool, credential.id)
  const owned = personId === undefined || passkey?.personId === personId
  if (passkey === undefined || !owned) return refuse(PASSKEY_REFUSED)
  const use = await verifyUsed(partyOf(publicUrl), { challenge, passkey }, credential)
  if (use === undefined) return refuse(PASSKEY_REFUSED)
  const saved = await savePasskeyUse(pool, passkey.id, { ...use, now: await now() })
  return saved ? accept(passkey.personId) : refuse(PASSKEY_REFUSED)
}
