import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { invariant } from '@danbao/kernel'

/** What an endpoint's messages are signed with, in the text forms of Standard Webhooks. */
export interface SigningKeys {
  /** `whsec_…`; while a secret is being rotated the old one signs too. */
  readonly secrets: readonly string[]
  /** `whsk_…`: an ed25519 seed. */
  readonly privateKey: string
  /** `whpk_…` */
  readonly publicKey: string
}

/** One attempt to deliver a message. */
export interface Message {
  readonly id: string
  /** Whole Unix seconds of the attempt. */
  readonly timestamp: number
  readonly body: string
}

const SECRET = 'whsec_'
const PRIVATE = 'whsk_'
const PUBLIC = 'whpk_'
const SECRET_BYTES = 32

export function newSecret(): string {
  return SECRET + randomBytes(SECRET_BYTES).toString('base64')
}

export function newKeyPair(): Pick<SigningKeys, 'privateKey' | 'publicKey'> {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  invariant(d !== undefined && x !== undefined, 'An ed25519 key has both its parts.')
  return { privateKey: PRIVATE + toBase64(d), publicKey: PUBLIC + toBase64(x) }
}

/** The value of `webhook-signature` (Standard Webhooks 1.0.0): any one of them suffices. */
export function signMessage(keys: SigningKeys, message: Message): string {
  const content = Buffer.from(`${message.id}.${message.timestamp}.${message.body}`)
  const symmetric = keys.secrets.map((secret) => {
    // The secret is what the text stands for, not the text.
    const key = Buffer.from(secret.slice(SECRET.length), 'base64')
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  })
  const asymmetric = sign(null, content, privateKeyOf(keys)).toString('base64')
  return [...symmetric, `v1a,${asymmetric}`].join(' ')
}

function privateKeyOf({ privateKey, publicKey }: SigningKeys): ReturnType<typeof createPrivateKey> {
  const d = toBase64Url(privateKey.slice(PRIVATE.length))
  const x = toBase64Url(publicKey.slice(PUBLIC.length))
  return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' })
}

function toBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64')
}

function toBase64Url(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url')
}
