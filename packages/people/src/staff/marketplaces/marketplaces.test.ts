import { createServer, type Server } from 'node:http'
import { createAuthenticator, createDispatcher, commands } from '@danbao/core'
import { encodeId, type Instant, systemClock, type Uuid } from '@danbao/kernel'
import { amountOf, type Parties } from '@danbao/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, codeOf, type TestStaff } from '../testing.ts'
import { openDesk, type TestDesk, uuidOf } from './test-desk.ts'

const NO_TERMS = {
  pay_within: null,
  ship_within: null,
  confirm_within: null,
  inspect_within: null,
  commission_basis_points: null,
}

let test: TestDesk
let desk: TestDesk['desk']
let people: TestDesk['people']
let merchant: TestStaff
let other: TestStaff
let head: TestStaff
let support: TestStaff
let own: Uuid
let parties: Parties
let receiver: Server
let status = 500

beforeAll(async () => {
  test = await openDesk()
  ;({ desk, people, merchant, other, head, support, own, parties } = test)
  receiver = createServer((_request, response) => void response.writeHead(status).end())
  await new Promise<void>((done) => void receiver.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  receiver.close()
  await people.close()
})

const listed = () => ({ ...test.on({}), query: {} })
const hookUrl = (): string => {
  const address = receiver.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
}
const makeEndpoint = async () => {
  const asked = { ...test.on({}), body: { url: hookUrl() } }
  const made = bodyOf(await desk.createMarketplaceEndpoint(merchant.visitor, asked))
  return { ...made, uuid: uuidOf('whe', made.id) }
}
const send = async (): Promise<void> => {
  const now = (): Promise<Instant> => people.deps.now()
  const options = { pool: people.deps.pool, mode: 'sandbox', clock: systemClock(), now } as const
  await createDispatcher(options).run()
}

describe('a marketplace', () => {
  it('is seen by its merchants and by the operator, each as far as they may', async () => {
    const all = async ({ visitor }: TestStaff) =>
      bodyOf(
        await desk.listMarketplaces(visitor, {
          params: undefined,
          query: undefined,
          body: undefined,
        }),
      ).data.map(({ name }) => name)
    expect(await all(merchant)).toEqual(['First'])
    expect(await all(other)).toEqual(['Second'])
    expect(await all(head)).toEqual(['First', 'Second'])
    expect(await all(support)).toEqual(['First', 'Second'])
  })

  it('is not there for the merchant of another, whatever they ask for', async () => {
    const endpoint = await makeEndpoint()
    const key = bodyOf(await desk.createMarketplaceKey(merchant.visitor, test.on({})))
    const event = bodyOf(await desk.inspectEvents(head.visitor, listed())).data[0]?.id ?? ''
    const at = {
      id: own,
      endpoint: endpoint.uuid,
      event: uuidOf('evt', event),
      key: uuidOf('key', key.id),
    }
    const of = { params: at, query: undefined, body: undefined }
    const file = { mediaType: 'image/png', bytes: new Uint8Array([1]) }
    const { visitor } = other
    const asked = [
      desk.getMarketplacePage(visitor, of),
      desk.listMarketplaceKeys(visitor, of),
      desk.createMarketplaceKey(visitor, of),
      desk.revokeMarketplaceKey(visitor, of),
      desk.listMarketplaceEndpoints(visitor, { ...of, query: {} }),
      desk.createMarketplaceEndpoint(visitor, { ...of, body: { url: hookUrl() } }),
      desk.updateMarketplaceEndpoint(visitor, { ...of, body: { enabled: false } }),
      desk.deleteMarketplaceEndpoint(visitor, of),
      desk.rotateMarketplaceSecret(visitor, of),
      desk.listMarketplaceDeliveries(visitor, { ...of, query: {} }),
      desk.replayMarketplaceDelivery(visitor, of),
      desk.replayFailedDeliveries(visitor, of),
      desk.inspectEvents(visitor, { ...of, query: {} }),
      desk.openEvent(visitor, of),
      desk.changeMarketplaceTerms(visitor, { ...of, body: NO_TERMS }),
      desk.changeMarketplaceBrand(visitor, { ...of, body: { display_name: 'Mine', color: null } }),
      desk.putMarketplaceLogo(visitor, { ...of, body: file }),
      desk.removeMarketplaceLogo(visitor, of),
    ]
    expect(asked).toHaveLength(Object.keys(desk).length - 1)
    for (const one of asked) expect(codeOf(await one)).toBe('not_found')
    expect(await test.audited(other)).toEqual([])
  })

  it('lends nothing of another by an id of its own: parts are looked for within it', async () => {
    const endpoint = await makeEndpoint()
    const key = bodyOf(await desk.createMarketplaceKey(merchant.visitor, test.on({})))
    const id = other.visitor.marketplaceId ?? ''
    const of = {
      params: { id, endpoint: endpoint.uuid, key: uuidOf('key', key.id) },
      query: undefined,
      body: undefined,
    }
    expect(codeOf(await desk.revokeMarketplaceKey(other.visitor, of))).toBe('not_found')
    expect(codeOf(await desk.rotateMarketplaceSecret(other.visitor, of))).toBe('not_found')
    expect(codeOf(await desk.replayFailedDeliveries(other.visitor, of))).toBe('not_found')
    const event = bodyOf(await desk.inspectEvents(merchant.visitor, listed())).data[0]
    const open = { ...of, params: { id, event: uuidOf('evt', event?.id) } }
    expect(codeOf(await desk.openEvent(other.visitor, open))).toBe('not_found')
  })
})

describe('a key', () => {
  it('is shown once, works, and stops when it is revoked', async () => {
    const made = bodyOf(await desk.createMarketplaceKey(merchant.visitor, test.on({})))
    expect(await createAuthenticator(people.deps.pool)(made.key)).toEqual({
      kind: 'marketplace',
      marketplaceId: own,
    })
    const keys = bodyOf(await desk.listMarketplaceKeys(support.visitor, test.on({}))).data
    expect(keys[0]).toEqual({
      id: made.id,
      hint: made.key.slice(-4),
      created_at: made.created_at,
      revoked_at: null,
    })
    const asked = test.on({ key: uuidOf('key', made.id) })
    const revoked = bodyOf(await desk.revokeMarketplaceKey(merchant.visitor, asked))
    expect(revoked.revoked_at).not.toBeNull()
    expect(await createAuthenticator(people.deps.pool)(made.key)).toBeUndefined()
    expect(codeOf(await desk.revokeMarketplaceKey(merchant.visitor, asked))).toBe('wrong_state')
    expect(await test.audited(merchant)).toEqual(
      expect.arrayContaining(['marketplace.key_created', 'marketplace.key_revoked']),
    )
    const { rows } = await people.deps.pool.query('SELECT detail FROM people.audit_entry')
    expect(JSON.stringify(rows)).not.toContain(made.key)
  })
})

describe('events and webhooks', () => {
  it('a delivery that failed is seen with its attempt, and sent again', async () => {
    const endpoint = await makeEndpoint()
    expect(endpoint.secret).toMatch(/^whsec_/)
    status = 500
    await people.payment(parties, { reference: 'order-7' })
    await send()
    const of = test.on({ endpoint: endpoint.uuid })
    const log = bodyOf(
      await desk.listMarketplaceDeliveries(support.visitor, { ...of, query: {} }),
    ).data
    expect(log[0]).toMatchObject({ state: 'pending', attempts: [{ status: 500 }] })
    const [shown] = bodyOf(await desk.listMarketplaceEndpoints(merchant.visitor, listed())).data
    expect(shown?.failing_since).not.toBeNull()
    expect(
      bodyOf(await desk.getMarketplacePage(merchant.visitor, test.on({}))).failing,
    ).toBeGreaterThan(0)
    status = 204
    const event = uuidOf('evt', log[0]?.event)
    const replay = test.on({ endpoint: endpoint.uuid, event })
    bodyOf(await desk.replayMarketplaceDelivery(merchant.visitor, replay))
    await send()
    const after = bodyOf(
      await desk.listMarketplaceDeliveries(merchant.visitor, { ...of, query: {} }),
    ).data
    expect(after[0]).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 500 }, { status: 204 }],
    })
    expect(await test.audited(merchant)).toContain('marketplace.delivery_replayed')
  })

  it('all that failed is sent again at once, and nothing that was delivered', async () => {
    const endpoint = await makeEndpoint()
    status = 204
    await people.payment(parties)
    await send()
    status = 500
    await people.payment(parties)
    await people.payment(parties)
    await send()
    // Of an endpoint that fails one is sent at a time.
    await send()
    const of = test.on({ endpoint: endpoint.uuid })
    const { replayed } = bodyOf(await desk.replayFailedDeliveries(merchant.visitor, of))
    expect(replayed).toBeGreaterThan(0)
    status = 204
    await send()
    const log = bodyOf(
      await desk.listMarketplaceDeliveries(merchant.visitor, { ...of, query: {} }),
    ).data
    expect(log.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
    const none = bodyOf(await desk.replayFailedDeliveries(merchant.visitor, of))
    expect(none.replayed).toBe(0)
  })

  it('an event is found by type, id and reference, and opened as it was sent', async () => {
    const id = await people.paid(parties, { reference: 'order-8' })
    const find = async (query: { type?: 'payment.held'; subject?: string }) =>
      bodyOf(await desk.inspectEvents(support.visitor, { ...test.on({}), query })).data.map(
        ({ type, subject }) => [type, subject],
      )
    const text = encodeId('pay', id)
    const both = [
      ['payment.held', text],
      ['payment.created', text],
    ]
    expect(await find({ subject: 'order-8' })).toEqual(both)
    expect(await find({ subject: text })).toEqual(both)
    expect(await find({ subject: 'order-8', type: 'payment.held' })).toEqual([both[0]])
    expect(await find({ subject: 'nothing' })).toEqual([])
    const query = { subject: text, limit: 1 }
    const [first] = bodyOf(await desk.inspectEvents(head.visitor, { ...test.on({}), query })).data
    const asked = test.on({ event: uuidOf('evt', first?.id) })
    const opened = bodyOf(await desk.openEvent(head.visitor, asked))
    const { rows } = await people.deps.pool.query('SELECT body FROM app.event WHERE id = $1', [
      asked.params.event,
    ])
    expect(opened.body).toBe(rows[0].body)
    expect(opened.deliveries.length).toBeGreaterThan(0)
    expect(await test.audited(head)).toContain('marketplace.event_viewed')
  })

  it('with a payment come its disputes', async () => {
    const id = await people.paid(parties, { reference: 'order-9' })
    const marketplace = people.marketplace
    await people.run(commands.deliver(marketplace, id))
    const claim = { reason: 'not_as_described', amount: amountOf(10_00n) } as const
    const opened = await people.run(commands.openDispute(parties.buyer.caller, id, claim))
    expect(opened.code).toBeUndefined()
    const query = { subject: 'order-9' }
    const found = bodyOf(await desk.inspectEvents(merchant.visitor, { ...test.on({}), query })).data
    expect(found.map(({ type }) => type)).toContain('dispute.opened')
  })

  it('an endpoint is changed, gets a new secret, is disabled and deleted', async () => {
    const endpoint = await makeEndpoint()
    const of = test.on({ endpoint: endpoint.uuid })
    const changed = bodyOf(
      await desk.updateMarketplaceEndpoint(merchant.visitor, {
        ...of,
        body: { events: ['payment.held'], enabled: false },
      }),
    )
    expect(changed).toMatchObject({ events: ['payment.held'], enabled: false })
    expect(changed.secret).toBeUndefined()
    const rotated = bodyOf(await desk.rotateMarketplaceSecret(merchant.visitor, of))
    expect(rotated.secret).not.toBe(endpoint.secret)
    bodyOf(await desk.deleteMarketplaceEndpoint(merchant.visitor, of))
    expect(codeOf(await desk.deleteMarketplaceEndpoint(merchant.visitor, of))).toBe('not_found')
    const bad = { ...test.on({}), body: { url: 'http://10.0.0.1/' } }
    expect(codeOf(await desk.createMarketplaceEndpoint(merchant.visitor, bad))).toBe(
      'url_not_allowed',
    )
    expect(await test.audited(merchant)).toEqual(
      expect.arrayContaining([
        'marketplace.endpoint_changed',
        'marketplace.secret_rotated',
        'marketplace.endpoint_deleted',
      ]),
    )
  })
})
