import { minutes } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findPersonByEmail } from '../base/person.ts'
import { findSession } from '../base/sessions.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import { turnOnTotp } from '../two-factor/turn-on.ts'
import { createMarketplaceHandlers, ensureSandboxProvider } from './index.ts'
import { openBrowser, type RunningMarket, startMarket } from './market-process.ts'

const PROVIDER = 'sample-market'
const SHOPPER = 'sample.shopper@market.example'

let people: TestPeople
let market: RunningMarket
let handlers: ReturnType<typeof createMarketplaceHandlers>
beforeAll(async () => {
  people = await openTestPeople()
  market = await startMarket(people.deps.publicUrl)
  const { issuer, clientId, clientSecret } = market
  await ensureSandboxProvider(people.deps, { issuer, clientId, clientSecret })
  handlers = createMarketplaceHandlers(people.deps)
})
afterAll(async () => {
  await people?.close()
  await market?.stop()
})
beforeEach(async () => {
  // The market's shoppers are few: each test finds them unknown here.
  await people.deps.pool.query('DELETE FROM people.linked_identity')
  await people.deps.pool.query('DELETE FROM people.throttle')
  await people.deps.pool.query(
    `UPDATE people.person SET closed_at = now() WHERE email LIKE '%@market.example'`,
  )
})

const body = <T>(value: T) => ({ params: undefined, query: undefined, body: value })
const noInput = { params: undefined, query: undefined, body: undefined }
const refusedWith = (code: string) => ({ ok: false, refusal: { code } })

async function depart(next?: string) {
  const wanted = { provider: PROVIDER, ...(next === undefined ? {} : { next }) }
  const departed = await handlers.startMarketplaceSignIn(TEST_VISITOR, body(wanted))
  if (!departed.ok) throw new Error(departed.refusal.detail)
  return departed.value.body
}

/** Signs in at the market and says yes; what the market put into the address. */
async function visitMarket(url: string, shopper = 'Sample Shopper') {
  const browser = openBrowser(market)
  await browser.open(url)
  await browser.press(shopper)
  return paramsOf(await browser.press('Allow'))
}

function paramsOf(address: string): Record<string, string> {
  expect(address.startsWith(`${people.deps.publicUrl}/wallet/sign-in/marketplace?`)).toBe(true)
  return Object.fromEntries(new URL(address).searchParams)
}

const finish = (attempt: string, params: Record<string, string>) =>
  handlers.finishMarketplaceSignIn(TEST_VISITOR, body({ provider: PROVIDER, attempt, params }))

async function signIn(shopper?: string, next?: string) {
  const { url, attempt } = await depart(next)
  return finish(attempt, await visitMarket(url, shopper))
}

async function linkFromSettings({ visitor }: Registered, shopper?: string) {
  const wanted = { provider: PROVIDER, password: TEST_PASSWORD }
  const departed = await handlers.startMarketplaceLink(visitor, body(wanted))
  if (!departed.ok) throw new Error(departed.refusal.detail)
  const { url, attempt } = departed.value.body
  const params = await visitMarket(url, shopper)
  return handlers.linkMarketplace(visitor, body({ provider: PROVIDER, attempt, params }))
}

async function historyOf({ id }: Pick<Registered, 'id'>): Promise<readonly (string | null)[]> {
  const rows = await queryText(
    people.deps.pool,
    'SELECT kind FROM people.history WHERE person_id = $1 ORDER BY id',
    [id],
  )
  return rows.map(([kind]) => kind ?? null)
}

describe('somebody whom nobody knows here', () => {
  it('begins a registration with the address that the market confirmed', async () => {
    const answer = await signIn()
    if (!answer.ok) throw new Error(answer.refusal.detail)
    const { body: arrival, session } = answer.value
    expect(arrival).toEqual({
      outcome: 'sign_in',
      sign_in: { object: 'sign_in', state: 'registering' },
      next: null,
    })
    const now = await people.deps.now()
    const found = await findSession(people.deps.pool, session ?? '', now)
    expect(found).toMatchObject({ kind: 'registering' })
    const person = await findPersonByEmail(people.deps.pool, SHOPPER)
    expect(person).toMatchObject({ id: found?.personId, registeredAt: null })
  })

  it('goes on with it when they come again', async () => {
    await signIn()
    const again = await signIn()
    expect(again).toMatchObject({ value: { body: { sign_in: { state: 'registering' } } } })
  })

  it('begins anew when the account that was linked is closed', async () => {
    const closed = await people.registered()
    await linkFromSettings(closed)
    await people.deps.pool.query('UPDATE people.person SET closed_at = now() WHERE id = $1', [
      closed.id,
    ])
    const answer = await signIn()
    expect(answer).toMatchObject({ value: { body: { sign_in: { state: 'registering' } } } })
    const [row] = await queryText(people.deps.pool, 'SELECT person_id FROM people.linked_identity')
    expect(row?.[0]).toBe((await findPersonByEmail(people.deps.pool, SHOPPER))?.id)
  })

  it('is not let in with an address that the market has not confirmed', async () => {
    const answer = await signIn('Sample Without Confirmation')
    expect(answer).toMatchObject(refusedWith('marketplace_address_unconfirmed'))
    expect(
      await findPersonByEmail(people.deps.pool, 'not.confirmed@market.example'),
    ).toBeUndefined()
  })
})

describe('an account that has the address', () => {
  it('is not opened by the market alone: its password links it once', async () => {
    const person = await people.registered({ email: 'Sample.Shopper@market.example' })
    const answer = await signIn(undefined, '/wallet/payments')
    if (!answer.ok || answer.value.body.outcome !== 'sign_in_to_link') throw new Error('taken over')
    expect(answer.value.session).toBeUndefined()
    const { link, email, next } = answer.value.body
    expect([email, next]).toEqual([SHOPPER, '/wallet/payments'])
    const adopted = await handlers.adoptMarketplace(person.visitor, body({ link }))
    expect(adopted).toMatchObject({
      value: { body: { data: [{ provider: { name: 'Sample Market' }, email: SHOPPER }] } },
    })
    expect(await historyOf(person)).toEqual(['marketplace_linked'])
    expect(await signIn()).toMatchObject({
      value: { body: { outcome: 'sign_in', sign_in: { state: 'signed_in' } } },
    })
    const again = await handlers.adoptMarketplace(person.visitor, body({ link }))
    expect(again).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('is not linked by anybody else who signs in, nor after a quarter of an hour', async () => {
    const person = await people.registered({ email: SHOPPER })
    const other = await people.registered()
    const offered = async () => {
      const answer = await signIn()
      if (!answer.ok || answer.value.body.outcome !== 'sign_in_to_link') throw new Error('no offer')
      return answer.value.body.link
    }
    const link = await offered()
    expect(await handlers.adoptMarketplace(other.visitor, body({ link }))).toMatchObject(
      refusedWith('ceremony_gone'),
    )
    const late = await offered()
    await people.advance(minutes(15))
    expect(await handlers.adoptMarketplace(person.visitor, body({ link: late }))).toMatchObject(
      refusedWith('ceremony_gone'),
    )
  })
})

describe('the settings', () => {
  it('link a marketplace, which then signs in, and unlink it', async () => {
    const person = await people.registered()
    expect((await linkFromSettings(person)).ok).toBe(true)
    const answer = await signIn(undefined, '/wallet/levels')
    if (!answer.ok) throw new Error(answer.refusal.detail)
    expect(answer.value.body).toEqual({
      outcome: 'sign_in',
      sign_in: { object: 'sign_in', state: 'signed_in' },
      next: '/wallet/levels',
    })
    const now = await people.deps.now()
    const session = await findSession(people.deps.pool, answer.value.session ?? '', now)
    expect(session).toMatchObject({ personId: person.id, kind: 'full' })
    const unlinked = await handlers.unlinkMarketplace(person.visitor, body({ provider: PROVIDER }))
    expect(unlinked).toMatchObject({ value: { body: { data: [] } } })
    expect(await historyOf(person)).toContain('marketplace_unlinked')
    expect(
      await handlers.unlinkMarketplace(person.visitor, body({ provider: PROVIDER })),
    ).toMatchObject(refusedWith('not_found'))
    const [mails] = await queryText(
      people.deps.pool,
      'SELECT count(*) FROM people.message WHERE recipient = $1',
      [person.email],
    )
    expect(Number(mails?.[0])).toBeGreaterThanOrEqual(2)
  })

  it('do not spare the code of somebody who signs in in two steps', async () => {
    const person = await people.registered()
    await linkFromSettings(person)
    await turnOnTotp(people, person)
    const answer = await signIn()
    if (!answer.ok) throw new Error(answer.refusal.detail)
    expect(answer.value.body).toMatchObject({ sign_in: { state: 'second_factor' } })
    const now = await people.deps.now()
    const session = await findSession(people.deps.pool, answer.value.session ?? '', now)
    expect(session).toMatchObject({ kind: 'half' })
  })

  it('link nothing in a session of long ago without the password', async () => {
    const person = await people.registered()
    await people.advance(minutes(10))
    const asked = await handlers.startMarketplaceLink(person.visitor, body({ provider: PROVIDER }))
    expect(asked).toMatchObject(refusedWith('password_needed'))
  })

  it('do not link what belongs to somebody else', async () => {
    const [one, other] = [await people.registered(), await people.registered()]
    await linkFromSettings(one)
    expect(await linkFromSettings(other)).toMatchObject(refusedWith('marketplace_in_use'))
    expect(await handlers.listMarketplaces(other.visitor, noInput)).toMatchObject({
      value: { body: { data: [] } },
    })
    // Nor a second shopper to one person.
    expect(await linkFromSettings(one, 'Sample Seller')).toMatchObject(
      refusedWith('marketplace_in_use'),
    )
  })
})

describe('the way there and back', () => {
  it('names state, nonce and a PKCE challenge, and asks in the language of the visitor', async () => {
    const { url } = await depart()
    const asked = new URL(url).searchParams
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toBeTruthy()
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('ui_locales')).toBe('en')
    expect(asked.get('scope')).toBe('openid email profile')
  })

  it('ends only in the tab that began: a planted answer signs nobody in', async () => {
    await linkFromSettings(await people.registered())
    const attackers = await depart()
    const planted = await visitMarket(attackers.url)
    const victims = await depart()
    expect(await finish(victims.attempt, planted)).toMatchObject(refusedWith('marketplace_refused'))
    expect(await finish('made up', planted)).toMatchObject(refusedWith('ceremony_gone'))
    // Even with the right state the code is bound to the attempt, by PKCE and nonce.
    const third = await depart()
    const state = new URL(third.url).searchParams.get('state') ?? ''
    expect(await finish(third.attempt, { ...planted, state })).toMatchObject(
      refusedWith('marketplace_refused'),
    )
  })

  it('is refused when the state is another than the one that left', async () => {
    const { url, attempt } = await depart()
    const params = await visitMarket(url)
    expect(await finish(attempt, { ...params, state: 'another' })).toMatchObject(
      refusedWith('marketplace_refused'),
    )
  })

  it('comes back from the marketplace that it went to, not from another', async () => {
    await people.deps.pool.query(
      `INSERT INTO people.identity_provider (id, name, issuer, client_id, client_secret, created_at)
       SELECT 'other-market', 'Other Market', issuer, client_id, client_secret, created_at
       FROM people.identity_provider WHERE id = $1`,
      [PROVIDER],
    )
    const { url, attempt } = await depart()
    const params = await visitMarket(url)
    const elsewhere = body({ provider: 'other-market', attempt, params })
    const answer = await handlers.finishMarketplaceSignIn(TEST_VISITOR, elsewhere)
    expect(answer).toMatchObject(refusedWith('ceremony_gone'))
    await people.deps.pool.query(`DELETE FROM people.identity_provider WHERE id = 'other-market'`)
  })

  it('asks who it is each time, also in a browser that is still signed in over there', async () => {
    await linkFromSettings(await people.registered())
    const browser = openBrowser(market)
    const one = await depart()
    await browser.open(one.url)
    await browser.press('Sample Shopper')
    await browser.press('Allow')
    const two = await depart()
    expect((await browser.open(two.url)).startsWith(market.url)).toBe(true)
    const params = paramsOf(await browser.press('Sample Shopper'))
    expect((await finish(two.attempt, params)).ok).toBe(true)
    const three = await depart()
    await browser.open(three.url)
    await browser.press('Sample Newcomer')
    const asOther = paramsOf(await browser.press('Allow'))
    expect(await finish(three.attempt, asOther)).toMatchObject({
      value: { body: { sign_in: { state: 'registering' } } },
    })
  })

  it('is good once', async () => {
    await linkFromSettings(await people.registered())
    const { url, attempt } = await depart()
    const params = await visitMarket(url)
    expect((await finish(attempt, params)).ok).toBe(true)
    expect(await finish(attempt, params)).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('is over after a quarter of an hour', async () => {
    const { url, attempt } = await depart()
    const params = await visitMarket(url)
    await people.advance(minutes(15))
    expect(await finish(attempt, params)).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('tells when the person said no over there', async () => {
    const { url, attempt } = await depart()
    const browser = openBrowser(market)
    await browser.open(url)
    const answer = await finish(attempt, paramsOf(await browser.press('Cancel')))
    expect(answer).toMatchObject({
      refusal: { code: 'marketplace_refused', members: { reason: 'access_denied' } },
    })
  })

  it('of a sign-in links nothing, and of a link signs nobody in', async () => {
    const person = await people.registered()
    const one = await depart()
    const params = await visitMarket(one.url)
    const asLink = { provider: PROVIDER, attempt: one.attempt, params }
    expect(await handlers.linkMarketplace(person.visitor, body(asLink))).toMatchObject(
      refusedWith('ceremony_gone'),
    )
    const wanted = body({ provider: PROVIDER, password: TEST_PASSWORD })
    const other = await handlers.startMarketplaceLink(person.visitor, wanted)
    if (!other.ok) throw new Error(other.refusal.detail)
    const back = await visitMarket(other.value.body.url)
    expect(await finish(other.value.body.attempt, back)).toMatchObject(refusedWith('ceremony_gone'))
  })

  it('refuses a provider that is unknown or switched off', async () => {
    const unknown = body({ provider: 'nobody' })
    expect(await handlers.startMarketplaceSignIn(TEST_VISITOR, unknown)).toMatchObject(
      refusedWith('not_found'),
    )
    const { url, attempt } = await depart()
    const params = await visitMarket(url)
    await people.deps.pool.query('UPDATE people.identity_provider SET enabled = false')
    expect(await handlers.listProviders(TEST_VISITOR, noInput)).toMatchObject({
      value: { body: { data: [] } },
    })
    expect(await finish(attempt, params)).toMatchObject(refusedWith('not_found'))
    const { issuer, clientId, clientSecret } = market
    await ensureSandboxProvider(people.deps, { issuer, clientId, clientSecret })
    expect(await handlers.listProviders(TEST_VISITOR, noInput)).toMatchObject({
      value: { body: { data: [{ id: PROVIDER, name: 'Sample Market' }] } },
    })
  })

  it('says so when the marketplace does not answer', async () => {
    const others = createMarketplaceHandlers(people.deps)
    const { issuer, clientId, clientSecret } = market
    const gone = { issuer: 'http://localhost:9/oidc', clientId, clientSecret }
    await ensureSandboxProvider(people.deps, gone)
    const start = await others.startMarketplaceSignIn(TEST_VISITOR, body({ provider: PROVIDER }))
    expect(start).toMatchObject(refusedWith('marketplace_unavailable'))
    await ensureSandboxProvider(people.deps, { issuer, clientId, clientSecret })
  })

  it('goes without TLS in a sandbox only', async () => {
    const live = createMarketplaceHandlers({ ...people.deps, mode: 'live' })
    const start = await live.startMarketplaceSignIn(TEST_VISITOR, body({ provider: PROVIDER }))
    expect(start).toMatchObject(refusedWith('marketplace_unavailable'))
  })

  it('keeps the client secret and the PKCE verifier sealed', async () => {
    await depart()
    const [row] = await queryText(
      people.deps.pool,
      `SELECT encode(client_secret, 'escape') FROM people.identity_provider`,
    )
    expect(row?.[0]).not.toContain(market.clientSecret)
  })
})
