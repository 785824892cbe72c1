import { NOTIFICATION_KINDS, NOTIFICATION_WORDS } from '@danbao/contracts/wallet'
import { commands, type PersonCaller } from '@danbao/core'
import { amountOf, type TestCoreOptions } from '@danbao/core/testing'
import { days, encodeId, hours, newUuid, type Uuid } from '@danbao/kernel'
import { afterEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../people.ts'
import { openTestPeople, queuedMessages, type Registered, type TestPeople } from '../testing.ts'

interface Told {
  readonly kind: string
  readonly read: boolean
}

interface Stage {
  readonly test: TestPeople
  readonly people: People
  readonly buyer: Registered
  readonly seller: Registered
  pay(): Promise<Uuid>
  tell(): Promise<number>
  list(who: Registered): Promise<readonly Told[]>
  kinds(who: Registered): Promise<readonly string[]>
  mails(who: Registered): Promise<readonly string[]>
}

let open: TestPeople | undefined
afterEach(async () => {
  const last = open
  open = undefined
  await last?.close()
})

const as = ({ id }: Registered): PersonCaller => ({ kind: 'person', personId: id })

async function openStage(options: TestCoreOptions = {}): Promise<Stage> {
  const test = await openTestPeople({ paymentCheck: 'approve', limits: false, ...options })
  open = test
  const people = createPeople(test.deps)
  const buyer = await test.registered({ givenName: 'Anna', familyName: 'Eriksson' })
  const seller = await test.registered({ givenName: 'Boris', familyName: 'Orlov', language: 'ru' })
  const funds = { account: encodeId('acc', buyer.id), amount: amountOf(1_000_00n) }
  await test.run(commands.topUp(as(buyer), funds))
  const list: Stage['list'] = async ({ visitor }) => {
    const answer = await people.wallet.listNotifications(visitor, {
      params: undefined,
      query: { limit: 100 },
      body: undefined,
    })
    return answer.ok ? answer.value.body.data.toReversed() : []
  }
  return {
    test,
    people,
    buyer,
    seller,
    async pay() {
      const request = {
        amount: amountOf(100_00n),
        buyer: encodeId('acc', buyer.id),
        seller: encodeId('acc', seller.id),
      }
      const { id } = await test.run(commands.createPayment(test.marketplace, request))
      const paid = await test.run(commands.pay(as(buyer), id, {}))
      expect(paid.code).toBeUndefined()
      return id
    },
    tell: () => people.tellNews(throwIt),
    list,
    kinds: async (who) => (await list(who)).map(({ kind }) => kind),
    mails: async (who) =>
      (await queuedMessages(test, who.email)).map(({ subject }) => plain(subject)),
  }
}

/** Amounts hold together by spaces that look like others. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, ' ')
}

function throwIt(what: string, error: unknown): never {
  throw new Error(what, { cause: error })
}

describe('the story of a payment', () => {
  it('is told to both sides, each step once, with the money and the time', async () => {
    const { test, buyer, seller, pay, tell, kinds } = await openStage()
    const id = await pay()
    await tell()
    await test.run(commands.ship(as(seller), id, {}))
    await tell()
    await test.run(commands.deliver(test.marketplace, id))
    await test.run(commands.confirm(as(buyer), id))
    await tell()
    expect(await tell()).toBe(0)
    expect(await kinds(buyer)).toEqual([
      'top_up',
      'buyer_paid',
      'buyer_shipped',
      'buyer_arrived',
      'buyer_released',
    ])
    expect(await kinds(seller)).toEqual([
      'seller_paid',
      'seller_shipped',
      'seller_arrived',
      'seller_released',
    ])
  })

  it('is mailed in the language of each, and nobody is mailed what they did, but for receipts', async () => {
    const { test, buyer, seller, pay, tell, mails, list } = await openStage()
    const id = await pay()
    await test.run(commands.ship(as(seller), id, {}))
    await tell()
    expect(await mails(buyer)).toEqual([
      'US$1,000.00 is in your wallet',
      'You paid US$100.00 to Boris Orlov',
      'Boris Orlov has shipped your order',
    ])
    expect(await mails(seller)).toEqual(['Продано: 100,00 $, покупатель Anna Eriksson'])
    const [sold] = await queuedMessages(test, seller.email)
    expect(sold?.text).toContain('Отправьте заказ до 8 июня в 12:00 UTC')
    expect(sold?.text).toContain(`/wallet/payments/${encodeId('pay', id)}`)
    expect((await list(seller)).map(({ kind, read }) => [kind, read])).toEqual([
      ['seller_paid', false],
      ['seller_shipped', true],
    ])
  })

  it('shows in the mail how far it has come, as lines', async () => {
    const { test, buyer, seller, pay, tell } = await openStage()
    const id = await pay()
    await test.run(commands.ship(as(seller), id, {}))
    await tell()
    const mail = (await queuedMessages(test, buyer.email)).find((one) =>
      /shipped/.test(one.subject),
    )
    expect(mail?.text).toContain(
      [
        '✓ Paid, 1 June at 12:00 UTC',
        '✓ Checked',
        '✓ Shipped, 1 June at 12:00 UTC',
        '● On its way',
        '○ Released to the seller, unless the buyer objects (by 16 June at 12:00 UTC)',
      ].join('\n'),
    )
  })

  it('is told by the time at which it happened when a clock was moved past it', async () => {
    const { test, buyer, seller, pay, tell, kinds } = await openStage()
    await pay()
    await test.advance(days(30))
    await tell()
    expect(await kinds(buyer)).toEqual(['top_up', 'buyer_paid', 'buyer_cancelled'])
    expect(await kinds(seller)).toEqual(['seller_paid', 'seller_cancelled'])
  })

  it('goes on through a dispute: whose turn it is, and the end by the payment itself', async () => {
    const { test, buyer, seller, pay, tell, kinds, mails } = await openStage()
    const id = await pay()
    await test.run(commands.ship(as(seller), id, {}))
    const opened = await test.run(
      commands.openDispute(as(buyer), id, { reason: 'damaged', amount: amountOf(40_00n) }),
    )
    await test.run(commands.makeOffer(as(seller), opened.id, { amount: amountOf(25_00n) }))
    await test.run(commands.acceptOffer(as(buyer), opened.id))
    await tell()
    const afterShipping = (all: readonly string[]) =>
      all.slice(all.findIndex((k) => /ship/.test(k)) + 1)
    expect(afterShipping(await kinds(buyer))).toEqual([
      'buyer_disputed',
      'offer_received',
      'buyer_split',
    ])
    expect(afterShipping(await kinds(seller))).toEqual([
      'seller_disputed',
      'offer_made',
      'seller_split',
    ])
    expect(await mails(seller)).toEqual([
      'Продано: 100,00 $, покупатель Anna Eriksson',
      'Покупатель Anna Eriksson просит вернуть 40,00 $',
      'Вам выплачено 75,00 $ из 100,00 $',
    ])
  })
})

describe('exactly once', () => {
  it('however many processes tell at the same time', async () => {
    const { test, people, buyer, seller, pay, kinds, mails } = await openStage()
    const other = createPeople({ ...test.deps, core: test.anotherCore() })
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([pay(), people.tellNews(throwIt), other.tellNews(throwIt)])
    }
    await Promise.all([people.tellNews(throwIt), other.tellNews(throwIt), other.tellNews(throwIt)])
    await people.tellNews(throwIt)
    expect(await kinds(seller)).toEqual(Array.from({ length: 8 }, () => 'seller_paid'))
    expect(await mails(seller)).toHaveLength(8)
    expect((await kinds(buyer)).filter((kind) => kind === 'buyer_paid')).toHaveLength(8)
  })

  it('after a stop in the middle: what was not committed is told again, and only that', async () => {
    const { test, seller, pay, tell, kinds, mails } = await openStage()
    await pay()
    const failing = createPeople({
      ...test.deps,
      pool: stoppedAfter(test, 'UPDATE people.notification_cursor'),
    })
    await expect(failing.tellNews(throwIt)).rejects.toThrow('stopped')
    expect([await kinds(seller), await mails(seller)]).toEqual([[], []])
    await pay()
    await tell()
    expect(await kinds(seller)).toEqual(['seller_paid', 'seller_paid'])
    expect(await mails(seller)).toHaveLength(2)
  })

  it('catches up with more than a batch', async () => {
    const { test, seller, pay, tell, kinds } = await openStage()
    const id = await pay()
    await test.database.pool.query(
      `INSERT INTO app.event (id, marketplace_id, type, subject_id, body, occurred_at)
       SELECT gen_random_uuid(), marketplace_id, 'account.updated', subject_id, '{}', occurred_at
       FROM app.event, generate_series(1, 700) WHERE type = 'payment.held'`,
    )
    await test.run(commands.ship(as(seller), id, {}))
    await tell()
    expect(await kinds(seller)).toEqual(['seller_paid', 'seller_shipped'])
  })
})

/** A pool whose connections break at this statement, as when a process is killed there. */
function stoppedAfter({ deps }: TestPeople, statement: string): TestPeople['deps']['pool'] {
  const { pool } = deps
  return new Proxy(pool, {
    get(target, name) {
      if (name !== 'connect') {
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return async () => {
        const client = await target.connect()
        return new Proxy(client, {
          get(inner, part) {
            const value: unknown = Reflect.get(inner, part)
            if (part !== 'query') return typeof value === 'function' ? value.bind(inner) : value
            return (...args: unknown[]) => {
              if (String(args[0]).includes(statement)) throw new RangeError('stopped')
              return typeof value === 'function' ? Reflect.apply(value, inner, args) : value
            }
          },
        })
      }
    },
  })
}

describe('what can not be told', () => {
  it('does not keep the rest from being told', async () => {
    const { test, people, buyer, seller, pay, kinds, mails } = await openStage()
    await pay()
    await test.database.pool.query(`UPDATE app.event SET body = '{}' WHERE type = 'payment.held'`)
    // No mail goes to two addresses: this one can not be written.
    await test.database.pool.query('UPDATE people.person SET email = $2 WHERE id = $1', [
      buyer.id,
      'anna@example.com, evil@example.com',
    ])
    await pay()
    const failed: string[] = []
    await people.tellNews((what) => failed.push(what))
    expect(await kinds(buyer)).toEqual(['top_up', 'buyer_paid'])
    expect(await kinds(seller)).toEqual(['seller_paid'])
    expect(await mails(seller)).toHaveLength(1)
    expect(failed.map((what) => what.split(' ')[0])).toEqual(['event', 'the', 'the'])
    expect(await people.tellNews(throwIt)).toBe(0)
  })
})

describe('mails', () => {
  it('of a kind that was switched off are not sent; the screen tells it all the same', async () => {
    const { people, buyer, seller, pay, tell, kinds, mails } = await openStage()
    await people.wallet.changeNotices(seller.visitor, {
      params: undefined,
      query: undefined,
      body: { payments: false, disputes: true, reminders: true, news: false },
    })
    await pay()
    await tell()
    expect(await kinds(seller)).toEqual(['seller_paid'])
    expect(await mails(seller)).toEqual([])
    expect(await mails(buyer)).toHaveLength(2)
  })

  it.each(NOTIFICATION_KINDS)('%s has all its words in every language', async (kind) => {
    const { mailOf } = await import('./mails.ts')
    const values = { amount: '1', part: '2', other: 'O', due: 'D', link: 'https://a', choice: 'C' }
    const steps = { step0: '0', step1: '1', step2: '2', step3: '3', step4: '4' }
    for (const language of ['en', 'ru', 'zh'] as const) {
      const mail = mailOf(kind, 'payment')[language]
      const said = [mail.subject, ...mail.parts.map(({ text }) => text)]
      for (const text of said) expect(text({ ...values, ...steps })).not.toMatch(/[{}]|undefined/)
      expect(NOTIFICATION_WORDS[kind].en).not.toBe(
        NOTIFICATION_WORDS[kind][language === 'en' ? 'ru' : language],
      )
    }
  })
})

describe('reminders', () => {
  it('come before the time is over, once each, and by the choice of the person', async () => {
    const { test, buyer, seller, pay, tell, kinds, mails } = await openStage()
    const id = await pay()
    await tell()
    await test.advance(days(5))
    await tell()
    expect(await kinds(seller)).toEqual(['seller_paid'])
    await test.advance(hours(25))
    await tell()
    await test.advance(hours(1))
    await tell()
    expect(await kinds(seller)).toEqual(['seller_paid', 'seller_ship_soon'])
    await test.run(commands.ship(as(seller), id, {}))
    await test.advance(days(13))
    await tell()
    await test.advance(days(1))
    await tell()
    expect((await kinds(buyer)).filter((kind) => kind.endsWith('soon'))).toEqual([
      'buyer_confirm_soon',
    ])
    expect((await mails(buyer)).at(-1)).toBe(
      'Is everything right with your order from Boris Orlov?',
    )
  })

  it('do not come for a time that was short to begin with, nor for one that is over', async () => {
    const { test, buyer, seller, pay, tell, kinds } = await openStage()
    const id = await pay()
    await test.run(commands.ship(as(seller), id, {}))
    await test.run(commands.deliver(test.marketplace, id))
    await tell()
    await test.advance(hours(3 * 24 - 25))
    await tell()
    expect((await kinds(buyer)).filter((kind) => kind.endsWith('soon'))).toEqual([])
    await pay()
    await tell()
    await test.advance(days(40))
    await tell()
    expect((await kinds(seller)).filter((kind) => kind.endsWith('soon'))).toEqual([])
  })
})

describe('the list', () => {
  it('is only of the person, and read one by one or up to what was shown', async () => {
    const { people, buyer, seller, pay, tell } = await openStage()
    await pay()
    await pay()
    await tell()
    const { wallet } = people
    const none = { params: undefined, query: undefined, body: undefined }
    const page = await wallet.listNotifications(seller.visitor, { ...none, query: { limit: 1 } })
    const [newest] = page.ok ? page.value.body.data : []
    const id = newest?.id ?? ''
    const foreign = await wallet.readNotifications(buyer.visitor, { ...none, body: { newest: id } })
    expect(foreign.ok).toBe(false)
    await pay()
    await tell()
    const left = await wallet.readNotifications(seller.visitor, { ...none, body: { newest: id } })
    expect(left.ok && left.value.body.count).toBe(1)
    const unknown = await wallet.readNotification(seller.visitor, {
      ...none,
      params: { id: newUuid() },
    })
    expect(unknown.ok).toBe(false)
    const rest = await wallet.countUnreadNotifications(seller.visitor, none)
    expect(rest.ok && rest.value.body.count).toBe(1)
  })
})
