import { availableParallelism } from 'node:os'
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { createTurns } from './turns.ts'

// The enum of the library is `const`, which isolated modules can not read: 2 is Argon2id.
const ARGON2ID: Algorithm = 2
/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
}

/** Of nothing that anybody knows: compared with when there is nobody, so that it takes as long. */
const NOBODY = await hash(crypto.randomUUID(), PARAMETERS)

/** Each takes 19 MiB: a flood of sign-ins waits instead of eating the memory. */
const inTurn = createTurns(Math.max(2, availableParallelism()))

/** Argon2id in PHC form; for passwords, payment passwords and security answers. */
export function hashSecret(secret: string): Promise<string> {
  return inTurn(() => hash(secret, PARAMETERS))
}

/** False for no hash too, in the same time. */
export function matchesSecret(stored: string | null, secret: string): Promise<boolean> {
  return inTurn(async () => (await verify(stored ?? NOBODY, secret)) && stored !== null)
}

const PRESENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`

/** Whether a hash was made with other parameters than those of today. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(PRESENT)
}
