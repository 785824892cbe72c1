import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, type WebhookRequest, WebhookVerificationError } from './verify-webhook.ts'

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='
const OTHER_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const PUBLIC_KEY = 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const CONTACT =
  '{"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485"}}'
const ED25519 =
  'v1a,pbpYBMlty2hExn4zt0UTGb6BaP2Vq5AfyzjB9GGV3x/wCJKd8UjOCf8Qhaji6TKY9C5eNMnlF0GG4udaO6B7Ag=='
const HMAC = 'v1,bAo/ZbQILxvdozo/ynbX/OmAvBCBNauT8tvtBLFrDCI='

const VECTORS = [
  {
    ...{ secret: OTHER_SECRET, id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330 },
    ...{
      body: '{"test": 2432232314}',
      signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
  },
  {
    ...{ secret: SECRET, id: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', at: 1_674_087_231 },
    ...{ body: CONTACT, signature: HMAC },
  },
  {
    ...{ secret: SECRET, id: 'msg_0001', at: 1_795_377_600 },
    body: '{"type":"payment.credited","timestamp":"2026-11-22T20:00:00Z","data":{"id":"pay_1","amount":"10.50","currency":"EUR","note":"Привет"}}',
    signature: 'v1,OPk+P6PvYnl2zKsSbxYSD9ZwdDohtqkv/LHz400k6K8=',
  },
  {
    ...{ secret: PUBLIC_KEY, id: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', at: 1_674_087_231 },
    ...{ body: CONTACT, signature: ED25519 },
  },
] as const

const [, CONTACT_VECTOR] = VECTORS

function request(
  vector: (typeof VECTORS)[number],
  changes: Partial<WebhookRequest> & { signature?: string } = {},
): WebhookRequest {
  const { signature = vector.signature, ...rest } = changes
  return {
    body: vector.body,
    headers: {
      'webhook-id': vector.id,
      'webhook-timestamp': String(vector.at),
      'webhook-signature': signature,
    },
    secret: vector.secret,
    now: vector.at * 1000,
    ...rest,
  }
}

describe.each(VECTORS)('the vector $id, $signature', (vector) => {
  it('is verified and read, as text and as bytes', async () => {
    const event = JSON.parse(vector.body)
    expect(await verifyWebhook(request(vector))).toEqual(event)
    const bytes = new TextEncoder().encode(vector.body)
    expect(await verifyWebhook(request(vector, { body: bytes }))).toEqual(event)
  })

  it.each([
    ['one space more', { body: `${vector.body} ` }],
    ['another secret', { secret: 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWZnaA==' }],
    ['a cut signature', { signature: vector.signature.slice(0, -4) }],
    ['the other version', { signature: vector.signature.replace(/^v1a?,/, 'v2,') }],
    ['no base64', { signature: `${vector.signature.split(',')[0]},!` }],
  ])('is refused with %s', async (_, changes) => {
    await expect(verifyWebhook(request(vector, changes))).rejects.toThrow('No signature matches.')
  })
})

it('agrees with the library of the standard', async () => {
  const at = 1_800_000_000
  const body = '{"type":"payment.held","data":{"note":"担保"}}'
  const signature = new Webhook(SECRET).sign('msg_1', new Date(at * 1000), body)
  const headers = new Headers({
    ...{ 'Webhook-Id': 'msg_1', 'Webhook-Timestamp': String(at), 'Webhook-Signature': signature },
  })
  const event = await verifyWebhook({ body, headers, secret: SECRET, now: at * 1000 })
  expect(event.type).toBe('payment.held')
})

it('takes the key of RFC 8032 from its seed', async () => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  expect(`whpk_${raw.toString('base64')}`).toBe(PUBLIC_KEY)
  const { id, at, body } = CONTACT_VECTOR
  const signature = sign(null, Buffer.from(`${id}.${at}.${body}`), key).toString('base64')
  expect(`v1a,${signature}`).toBe(ED25519)
})

it('finds the signature it knows among others, and the secret among others', async () => {
  const signature = `v1a,xx v1,AAAA ${HMAC}`
  const both = request(CONTACT_VECTOR, { signature, secret: [OTHER_SECRET, SECRET] })
  expect((await verifyWebhook(both)).type).toBe('contact.created')
})

it('takes an age of 300 seconds either way, and no more', async () => {
  const at = (seconds: number) =>
    verifyWebhook(request(CONTACT_VECTOR, { now: (CONTACT_VECTOR.at + seconds) * 1000 }))
  await expect(at(300)).resolves.toBeTruthy()
  await expect(at(-300)).resolves.toBeTruthy()
  await expect(at(301)).rejects.toThrow('The timestamp is too old.')
  await expect(at(-301)).rejects.toThrow('The timestamp is too new.')
  const patient = { toleranceSeconds: 1000, now: (CONTACT_VECTOR.at + 900) * 1000 }
  await expect(verifyWebhook(request(CONTACT_VECTOR, patient))).resolves.toBeTruthy()
})

it.each([
  ['no headers', { headers: {} }],
  ['an empty secret', { secret: 'whsec_' }],
  ['a secret that is not base64', { secret: 'whsec_ä' }],
  ['a public key of another length', { secret: 'whpk_AAAA' }],
])('refuses a request with %s', async (_, changes) => {
  const failed = verifyWebhook(request(CONTACT_VECTOR, changes))
  await expect(failed).rejects.toBeInstanceOf(WebhookVerificationError)
})

it('refuses a timestamp that is no number', async () => {
  const headers = {
    ...{ 'webhook-id': 'a', 'webhook-timestamp': '1e9', 'webhook-signature': HMAC },
  }
  const failed = verifyWebhook(request(CONTACT_VECTOR, { headers }))
  await expect(failed).rejects.toThrow('The timestamp is no number.')
})
