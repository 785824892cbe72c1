import {
  type Instant,
  instant,
  type ManualClock,
  manualClock,
  newUuid,
  oneOf,
  type Uuid,
} from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import { openPersonAccount } from '@danbao/core'
import { openTestCore, type TestCore, type TestCoreOptions } from '@danbao/core/testing'
import type { PeopleDeps } from './base/deps.ts'
import type { PersonVisitor, Visitor } from './base/handling.ts'
import { changePerson, insertPerson, type Language } from './base/person.ts'
import { hashSecret } from './base/secrets.ts'
import { openSession } from './base/sessions.ts'
import { fromBytea } from './base/tokens.ts'
import { createVault } from './base/vault.ts'
import { NO_WAYS } from './funding/index.ts'
import { PEOPLE_MIGRATIONS } from './migrations.ts'
import { openContent } from './messages/content.ts'

export { solve, solveCaptcha } from './captcha/testing.ts'
export { drawHeic } from './files/heic-fixture.ts'
export { ANNA, drawSpecimen, type Specimen } from './identity/specimen.ts'

export const TEST_PASSWORD = 'a wholly ordinary badger'
export const TEST_PAYMENT_PASSWORD = '274913'
export const TEST_VISITOR: Visitor = {
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
  language: 'en',
  deviceToken: undefined,
  sessionToken: undefined,
}

/** Somebody with a money account, as if signed in. */
export function visitorOf({ id: personId }: { readonly id: Uuid }): PersonVisitor {
  return { ...TEST_VISITOR, personId, sessionId: newUuid() }
}

/** The input of a route that takes none. */
export const NO_INPUT = { params: undefined, query: undefined, body: undefined } as const

export interface TestPeople extends TestCore {
  readonly deps: PeopleDeps
  /** Of authenticator apps: stands until it is moved, on its own. */
  readonly authenticatorClock: ManualClock
  /** Somebody who has finished registering, and is signed in. */
  registered(options?: RegisteredOptions): Promise<Registered>
}

export interface RegisteredOptions {
  readonly email?: string
  readonly phone?: string
  readonly language?: Language
  readonly givenName?: string
  readonly familyName?: string
}

export interface Registered {
  readonly id: Uuid
  readonly email: string
  readonly phone: string
  readonly visitor: PersonVisitor
}

/** People over a real database of their own, on a clock that stands until it is moved. */
export async function openTestPeople(options: TestCoreOptions = {}): Promise<TestPeople> {
  const test = await openTestCore({ ...options, migrations: [PEOPLE_MIGRATIONS] })
  const authenticatorClock = manualClock(instant(Date.UTC(2026, 5, 1, 12)))
  const deps: PeopleDeps = {
    authenticatorClock,
    pool: test.database.pool,
    core: test.core,
    mode: options.mode ?? 'sandbox',
    vault: createVault(Buffer.alloc(32, 7)),
    cards: undefined,
    ways: NO_WAYS,
    ratesUrl: undefined,
    now: () => test.core.now(),
    publicUrl: 'http://localhost:8080',
    supportEmail: 'support@danbao.localhost',
  }
  let count = 0
  return {
    ...test,
    deps,
    authenticatorClock,
    async registered(how = {}) {
      count += 1
      const phone = how.phone ?? `+4915112345${String(count).padStart(3, '0')}`
      const email = how.email ?? `person${count}@example.com`
      return makeRegistered(deps, { ...how, email, phone, now: await deps.now() })
    },
  }
}

type Wanted = RegisteredOptions & {
  readonly email: string
  readonly phone: string
  readonly now: Instant
}

async function makeRegistered(deps: PeopleDeps, wanted: Wanted): Promise<Registered> {
  const { pool } = deps
  const { email, phone, now, language = 'en' } = wanted
  const { givenName = 'Anna', familyName = 'Eriksson' } = wanted
  const id = newUuid()
  await insertPerson(pool, { id, email, language, now })
  await changePerson(pool, id, {
    givenName,
    familyName,
    country: 'DE',
    region: 'Berlin',
    city: 'Berlin',
    postalCode: '10115',
    street: 'Invalidenstr. 1',
    phone,
    passwordHash: await hashSecret(TEST_PASSWORD),
    paymentPasswordHash: await hashSecret(TEST_PAYMENT_PASSWORD),
    refundConsentText: 'Refunds may be credited to my wallet.',
    refundConsentAt: now,
    registeredAt: now,
  })
  await openPersonAccount(pool, { id, name: `${givenName} ${familyName}`, email, now })
  const session = await openSession(pool, {
    owner: { personId: id },
    kind: 'full',
    visit: TEST_VISITOR,
    now,
  })
  const visitor = {
    ...TEST_VISITOR,
    personId: id,
    sessionId: session.id,
    sessionToken: session.token,
  }
  return { id, email, phone, visitor }
}

export interface QueuedMessage {
  readonly channel: 'mail' | 'sms'
  readonly to: string
  /** Empty: an SMS. */
  readonly subject: string
  readonly text: string
  /** Of the first link with one. */
  readonly token: string | undefined
  /** The first six digits that stand alone. */
  readonly code: string | undefined
}

/** What waits to be sent, oldest first, as its receiver will read it. */
export async function queuedMessages(
  { deps }: Pick<TestPeople, 'deps'>,
  to?: string,
): Promise<readonly QueuedMessage[]> {
  const rows = await queryText(
    deps.pool,
    `SELECT channel, recipient, content FROM people.message
     WHERE content IS NOT NULL AND ($1::text IS NULL OR recipient = $1) ORDER BY id`,
    [to ?? null],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const [channel, recipient] = [r.text(), r.text()]
    const content = openContent(deps.vault, fromBytea(r.text()))
    const { text } = content
    return {
      channel: oneOf(['mail', 'sms'], channel),
      to: recipient,
      subject: content.channel === 'mail' ? content.subject : '',
      text,
      token: /[?&]token=([\w-]+)/.exec(text)?.[1],
      code: /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0],
    }
  })
}
