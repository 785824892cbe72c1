import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { invariant } from '@danbao/kernel'

/**
 * Keeps what must not be readable in a copy of the database. `purpose` is bound to what is sealed:
 * a document can not be opened as a TOTP secret.
 */
export interface Vault {
  seal(purpose: string, content: Uint8Array | string): Buffer
  /** Throws when the content was changed, is of another purpose, or sealed by another key. */
  open(purpose: string, sealed: Uint8Array): Buffer
  /** A keyed fingerprint (HMAC-SHA-256): equal for equal texts, of no use without the key. */
  fingerprint(purpose: string, text: string): Buffer
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** `secret`: at least 32 bytes of chance. AES-256-GCM under keys derived by HKDF-SHA-256. */
export function createVault(secret: Uint8Array): Vault {
  invariant(secret.length >= 32, 'the secret of the vault has 32 bytes or more')
  const sealingKey = deriveKey(secret, 'seal')
  const fingerprintKey = deriveKey(secret, 'fingerprint')
  return {
    seal(purpose, content) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv).setAAD(Buffer.from(purpose))
      const bytes = Buffer.from(content)
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed])
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed)
      invariant(bytes[0] === VERSION, 'a sealed value has a version that is known')
      const iv = bytes.subarray(1, 1 + IV_BYTES)
      const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, iv)
        .setAAD(Buffer.from(purpose))
        .setAuthTag(tag)
      const content = bytes.subarray(1 + IV_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(content), decipher.final()])
    },
    fingerprint: (purpose, text) =>
      createHmac('sha256', fingerprintKey).update(`${purpose}\0${text}`).digest(),
  }
}

function deriveKey(secret: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `danbao ${use}`, 32))
}
