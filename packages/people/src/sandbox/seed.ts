import type { SandboxPerson } from '@danbao/contracts/wallet'
import { changeAccount, commands, openPersonAccount } from '@danbao/core'
import { encodeId, type Instant, invariant, newUuid, type Uuid } from '@danbao/kernel'
import { inTransaction, queryText } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { changePerson, findPersonByEmail, insertPerson, type Person } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { act } from '../payments/index.ts'

/** Of all seeded people: they hold play money, and one click signs in as them anyway. */
const SANDBOX_PASSWORD = 'only for the sandbox'
export const SANDBOX_PAYMENT_PASSWORD = '424242'

interface Seed {
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly phone: string
  readonly level: 0 | 1
  /** Minor units by currency. */
  readonly funds: Readonly<Record<string, bigint>>
}

const SEEDS: Readonly<Record<SandboxPerson, Seed>> = {
  buyer: {
    givenName: 'Sample',
    familyName: 'Buyer',
    email: 'buyer@people.example',
    phone: '+4915550000001',
    level: 1,
    funds: { USD: 2_500_00n, EUR: 800_00n },
  },
  new_buyer: {
    givenName: 'New',
    familyName: 'Buyer',
    email: 'new.buyer@people.example',
    phone: '+4915550000002',
    level: 0,
    funds: {},
  },
  seller: {
    givenName: 'Sample',
    familyName: 'Seller',
    email: 'seller@people.example',
    phone: '+4915550000003',
    level: 1,
    funds: {},
  },
}

/** The seeded person, while the address is theirs; never anybody in a live database. */
export async function findSeeded(
  { pool, mode }: PeopleDeps,
  person: SandboxPerson,
): Promise<Person | undefined> {
  return mode === 'sandbox' ? findPersonByEmail(pool, SEEDS[person].email) : undefined
}

/** Makes the people who are missing. Throws in a live database. */
export async function ensureSandboxPeople(deps: PeopleDeps): Promise<void> {
  invariant(deps.mode === 'sandbox', 'a live database has no seeded people')
  for (const seed of Object.values(SEEDS)) {
    const id = await ensurePerson(deps, seed)
    for (const [currency, minor] of Object.entries(seed.funds)) {
      await ensureTopUp(deps, id, { value: minor.toString(), currency })
    }
  }
}

/** Of several servers that start at once one makes the person. */
async function ensurePerson({ pool, now: clock }: PeopleDeps, seed: Seed): Promise<Uuid> {
  const { funds: _funds, level, email, ...profile } = seed
  // Secrets are slow to hash: not at every start for people who are there.
  const known = await findPersonByEmail(pool, email)
  if (known !== undefined) return known.id
  const now = await clock()
  const secrets = {
    passwordHash: await hashSecret(SANDBOX_PASSWORD),
    paymentPasswordHash: await hashSecret(SANDBOX_PAYMENT_PASSWORD),
  }
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('people.sandbox'))`)
    const present = await findPersonByEmail(client, email)
    if (present !== undefined) return present.id
    const id = newUuid()
    await insertPerson(client, { id, email, language: 'en', now })
    await changePerson(client, id, { ...profile, ...ADDRESS, ...secrets, ...agreedAt(now) })
    const name = `${profile.givenName} ${profile.familyName}`
    await openPersonAccount(client, { id, name, email, now })
    await changeAccount(client, id, { level })
    return id
  })
}

const ADDRESS = {
  country: 'DE',
  region: 'Berlin',
  city: 'Berlin',
  postalCode: '10115',
  street: 'Sample Street 1',
} as const

function agreedAt(now: Instant) {
  const refundConsentText = 'Refunds may be credited to my wallet.'
  return { refundConsentText, refundConsentAt: now, registeredAt: now }
}

async function ensureTopUp(
  deps: PeopleDeps,
  personId: Uuid,
  amount: { readonly value: string; readonly currency: string },
): Promise<void> {
  const sql = 'SELECT 1 FROM app.credit WHERE account_id = $1 AND currency = $2'
  if ((await queryText(deps.pool, sql, [personId, amount.currency])).length > 0) return
  const caller = { kind: 'person', personId } as const
  const command = commands.topUp(caller, { account: encodeId('acc', personId), amount })
  const key = `seed_${personId}_${amount.currency}`
  const done = await act(deps, { personId }, { command, key, what: ['top_up', amount] })
  invariant(done.ok, 'A sandbox tops up its own people.')
}
