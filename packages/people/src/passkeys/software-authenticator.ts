import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

// An authenticator as in a phone, for tests: real keys, real CBOR, real signatures (WebAuthn level
// 3, sections 6.1 and 6.5), and knobs to do wrong what an attacker would.

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const BACKED_UP = 0x18
const HAS_KEY = 0x40

export interface Doing {
  /** Of the page that asks; the browser puts it in. */
  readonly origin?: string
  readonly rpId?: string
  /** False: nobody showed a finger or a PIN. */
  readonly verified?: boolean
  readonly counter?: number
  readonly userHandle?: string
  readonly type?: string
}

export interface SoftwarePasskey {
  readonly id: string
  /** Answers `navigator.credentials.create`. */
  made(challenge: string, how?: Doing): MadeCredential
  /** Answers `navigator.credentials.get`. */
  used(challenge: string, how?: Doing): UsedCredential
}

interface MadeCredential {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: {
    clientDataJSON: string
    attestationObject: string
    transports: string[]
  }
}

interface UsedCredential {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: {
    clientDataJSON: string
    authenticatorData: string
    signature: string
    userHandle?: string
  }
}

/** A new key pair on P-256 for one site. It does not count its signatures unless it is told to. */
export function createSoftwarePasskey(origin: string): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  const here = { origin, rpId: new URL(origin).hostname, verified: true, counter: 0 }
  const named = { id, rawId: id, type: 'public-key' as const }
  return {
    id,
    made(challenge, how = {}) {
      const doing = { ...here, type: 'webauthn.create', ...how }
      const key = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(publicKey),
      ])
      const authenticatorData = Buffer.concat([dataOf(doing, HAS_KEY | BACKED_UP), key])
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authenticatorData)],
      ])
      const response = {
        clientDataJSON: clientData(challenge, doing).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal', 'hybrid'],
      }
      return { ...named, response }
    },
    used(challenge, how = {}) {
      const doing = { ...here, type: 'webauthn.get', ...how }
      const client = clientData(challenge, doing)
      const authenticatorData = dataOf(doing, BACKED_UP)
      const signed = Buffer.concat([authenticatorData, sha256(client)])
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        ...(how.userHandle === undefined ? {} : { userHandle: how.userHandle }),
      }
      return { ...named, response }
    },
  }
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}

function clientData(challenge: string, { type, origin }: Required<Pick<Doing, 'type' | 'origin'>>) {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function dataOf(
  { rpId, verified, counter }: Required<Pick<Doing, 'rpId' | 'verified' | 'counter'>>,
  more: number,
): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const flags = USER_PRESENT | (verified ? USER_VERIFIED : 0) | more
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
}

/** RFC 9053: an EC2 key for ES256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return map([
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), bytes(Buffer.from(x, 'base64url'))],
    [integer(-3), bytes(Buffer.from(y, 'base64url'))],
  ])
}

/** CBOR (RFC 8949): the type in the upper three bits, then the length. */
function head(type: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(type << 5) | length])
  if (length < 256) return Buffer.from([(type << 5) | 24, length])
  return Buffer.from([(type << 5) | 25, length >> 8, length & 0xff])
}

function integer(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value)
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([head(2, content.length), content])
}

function text(content: string): Buffer {
  return Buffer.concat([head(3, content.length), Buffer.from(content)])
}

function map(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()])
}
