import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newKeyPair, newSecret, signMessage } from './sign.ts'

// RFC 8032, section 7.1, test 1.
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const ED25519 = {
  privateKey: `whsk_${Buffer.from(SEED, 'hex').toString('base64')}`,
  publicKey: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
}
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

const contact = {
  id: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
  timestamp: 1674087231,
  body: '{"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485"}}',
}
const note = {
  id: 'msg_0001',
  timestamp: 1795377600,
  body: '{"type":"payment.credited","timestamp":"2026-11-22T20:00:00Z","data":{"id":"pay_1","amount":"10.50","currency":"EUR","note":"Привет"}}',
}
const plain = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
}

describe('a signature', () => {
  it.each([
    [
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      plain,
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    ],
    [SECRET, contact, 'v1,bAo/ZbQILxvdozo/ynbX/OmAvBCBNauT8tvtBLFrDCI='],
    [SECRET, note, 'v1,OPk+P6PvYnl2zKsSbxYSD9ZwdDohtqkv/LHz400k6K8='],
  ])('with %s is the one that Standard Webhooks gives', (secret, message, signature) => {
    const signed = signMessage({ ...ED25519, secrets: [secret] }, message)
    expect(signed.split(' ')[0]).toBe(signature)
    const spaced = { ...message, body: `${message.body} ` }
    expect(signMessage({ ...ED25519, secrets: [secret] }, spaced)).not.toContain(signature)
  })

  it('with ed25519 is the one of the vector', () => {
    expect(signMessage({ ...ED25519, secrets: [] }, contact)).toBe(
      'v1a,pbpYBMlty2hExn4zt0UTGb6BaP2Vq5AfyzjB9GGV3x/wCJKd8UjOCf8Qhaji6TKY9C5eNMnlF0GG4udaO6B7Ag==',
    )
  })

  it('with new keys satisfies the verifiers of others', () => {
    const [old, current] = [newSecret(), newSecret()]
    const pair = newKeyPair()
    const timestamp = Math.floor(Date.now() / 1_000)
    const message = { id: 'evt_1', timestamp, body: note.body }
    const signature = signMessage({ ...pair, secrets: [current, old] }, message)
    const headers = {
      'webhook-id': message.id,
      'webhook-timestamp': timestamp.toString(),
      'webhook-signature': signature,
    }
    for (const secret of [old, current]) {
      expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(note.body))
    }
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow()
    const x = Buffer.from(pair.publicKey.slice(5), 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const content = Buffer.from(`evt_1.${timestamp}.${message.body}`)
    const asymmetric = Buffer.from(signature.split('v1a,')[1] ?? '', 'base64')
    expect(verify(null, content, key, asymmetric)).toBe(true)
    expect(Buffer.from(current.slice(6), 'base64')).toHaveLength(32)
  })
})
