import { instant } from '@danbao/kernel'
import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { findTotpStep, newTotpSecret, totpCodeAt, totpUri } from './totp.ts'

const SEED = Secret.fromLatin1('12345678901234567890').base32
const at = (seconds: number) => instant(seconds * 1000)

describe('codes of an authenticator app', () => {
  it('follow the vectors of RFC 6238', () => {
    expect(SEED).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    const vectors = [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const
    for (const [seconds, code] of vectors) {
      expect(totpCodeAt(SEED, at(seconds))).toBe(code)
      const step = Math.floor(seconds / 30)
      expect(findTotpStep(SEED, code, { now: at(seconds), lastStep: 0 })).toBe(step)
    }
  })

  it('are good one step early and one late, not two', () => {
    const code = totpCodeAt(SEED, at(3000))
    const found = (seconds: number) => findTotpStep(SEED, code, { now: at(seconds), lastStep: 0 })
    expect(found(2970)).toBe(100)
    expect(found(3059)).toBe(100)
    expect(found(2969)).toBeUndefined()
    expect(found(3060)).toBeUndefined()
  })

  it('are refused for a step that was used, and for all before it', () => {
    const now = at(3000)
    expect(findTotpStep(SEED, totpCodeAt(SEED, now), { now, lastStep: 100 })).toBeUndefined()
    expect(findTotpStep(SEED, totpCodeAt(SEED, at(2970)), { now, lastStep: 100 })).toBeUndefined()
    expect(findTotpStep(SEED, totpCodeAt(SEED, at(3030)), { now, lastStep: 100 })).toBe(101)
  })

  it('come from 160 bits of chance, told to the app by an otpauth address', () => {
    const secret = newTotpSecret()
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
    expect(newTotpSecret()).not.toBe(secret)
    expect(totpUri(secret, 'anna@example.com')).toBe(
      `otpauth://totp/Danbao:anna%40example.com?issuer=Danbao&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
  })
})
