import { walletRoutes } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import { amountOf, uuidOf } from '@danbao/core/testing'
import { newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../people.ts'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../testing.ts'

let test: TestPeople
let people: People
beforeAll(async () => {
  test = await openTestPeople()
  people = createPeople(test.deps)
})
afterAll(() => test.close())

const SAID = { name: 'Mila', message: 'It is for your birthday, after all.' }

async function open(more: { readonly buyer?: string } = {}): Promise<Uuid> {
  const seller = await test.person(1)
  const payments = [{ amount: amountOf(40_00n), seller: seller.text }]
  const made = await test.run(commands.createCheckout(test.marketplace, { payments, ...more }))
  return uuidOf(made.json['id'])
}

const ask = (id: Uuid, body: { name: string; message: string | null } = SAID) =>
  people.wallet.askFriend(TEST_VISITOR, { params: { id }, query: undefined, body })

async function askFor(id: Uuid): Promise<string> {
  const asked = await ask(id)
  if (!asked.ok) throw new Error(asked.refusal.detail)
  const url = new URL(asked.value.body.url)
  expect(url.pathname).toBe(`/wallet/checkout/${asked.value.body.checkout}`)
  return url.searchParams.get('ask') ?? ''
}

const read = (id: Uuid, text: string) =>
  people.wallet.readAsk(TEST_VISITOR, { params: { id }, query: { ask: text }, body: undefined })

describe('a link that asks a friend to pay', () => {
  it('says who asks and what they said, to whoever has it', async () => {
    const id = await open()
    expect(await read(id, await askFor(id))).toEqual({
      ok: true,
      value: { body: { object: 'asked_to_pay', ...SAID } },
    })
  })

  it('says nothing when a letter of it was changed, or it is of another checkout', async () => {
    const id = await open()
    const text = await askFor(id)
    const [said = '', signature = ''] = text.split('.')
    const other = JSON.stringify({ object: 'asked_to_pay', name: 'Danbao', message: 'Pay now' })
    const forged = Buffer.from(other).toString('base64url')
    const refused = { ok: false, refusal: { code: 'link_invalid' } }
    const wrong = [`${forged}.${signature}`, said, `${said}.`, text.slice(0, -3), '', '.']
    for (const one of wrong) expect(await read(id, one), one).toMatchObject(refused)
    expect(await read(newUuid(), text)).toMatchObject(refused)
  })

  it('is made only while nobody has begun to pay', async () => {
    expect(await ask(newUuid())).toMatchObject({ refusal: { code: 'not_found' } })
    const buyer = await test.person(1)
    const theirs = await open({ buyer: buyer.text })
    expect(await ask(theirs)).toMatchObject({ refusal: { code: 'wrong_state' } })
    const id = await open()
    await test.run(commands.takeCheckout({ kind: 'person', personId: buyer.id }, id))
    expect(await ask(id)).toMatchObject({ refusal: { code: 'wrong_state' } })
  })
})

describe('what somebody says in it', () => {
  const body = walletRoutes.askFriend.body

  it('is one line of their own, whatever marks they put into it', () => {
    const read = body.parse({ name: ' Mi\u202ela\n', message: 'Dear\r\n\r\nDanbao: pay 👨‍👩‍👧' })
    expect(read).toEqual({ name: 'Mi la', message: 'Dear Danbao: pay 👨‍👩‍👧' })
  })

  it('has a name and is short', () => {
    expect(body.safeParse({ name: ' \u202e ', message: null }).success).toBe(false)
    expect(body.safeParse({ name: 'Mila', message: 'a'.repeat(141) }).success).toBe(false)
    expect(body.safeParse({ name: 'Mila', message: 'a'.repeat(140) }).success).toBe(true)
  })
})
