import { generateKeyPair, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const FILE = 'market-signing-keys.json'
const MONTH_MS = 30 * 24 * 60 * 60 * 1000

const signingKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
})
export type SigningKey = z.infer<typeof signingKey>

const stored = z.array(z.object({ madeAt: z.int(), key: signingKey }))
type Stored = z.infer<typeof stored>

/**
 * Private keys that sign who somebody is; the first one signs. After a month a new one takes its
 * place, and the one before stays known, so that what it signed just now is still accepted.
 */
export async function openSigningKeys({
  folder,
  now,
}: {
  readonly folder?: string
  /** Epoch milliseconds. */
  readonly now: number
}): Promise<readonly SigningKey[]> {
  if (folder === undefined) return [await newKey()]
  const file = join(folder, FILE)
  const present = await readKeys(file)
  const newest = present[0]
  if (newest !== undefined && now - newest.madeAt < MONTH_MS) return present.map(({ key }) => key)
  const keys = [{ madeAt: now, key: await newKey() }, ...(newest === undefined ? [] : [newest])]
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Written beside and moved: a crash never leaves half a file.
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return keys.map(({ key }) => key)
}

async function readKeys(file: string): Promise<Stored> {
  try {
    return stored.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return []
    throw error
  }
}

async function newKey(): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const jwk = privateKey.export({ format: 'jwk' })
  return signingKey.parse({ ...jwk, kid: randomUUID(), alg: 'RS256', use: 'sig' })
}
