import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, fit for links and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Tokens are random, so nothing slower is needed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** As a value of a statement in text form. */
export function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}

/** The bytes of a column that was read in text form. */
export function fromBytea(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex')
}
