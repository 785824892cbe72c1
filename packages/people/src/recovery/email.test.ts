import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { addDuration, hours, milliseconds, newUuid, type Uuid } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../base/attempt.ts'
import { changePerson, insertPerson, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { findSession } from '../base/sessions.ts'
import { solveCaptcha } from '../captcha/testing.ts'
import { readAccount } from '../settings/index.ts'
import {
  expectBody,
  expectRefusal,
  giveQuestions,
  historyOf,
  messagesTo,
  subjectsTo,
  TEST_ANSWERS,
  tokenTo,
} from '../settings/testing.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'
import {
  approveRecovery,
  createRecoveryHandlers,
  decideRecovery,
  declineRecovery,
  readRecovery,
  runDueRecoveries,
} from './index.ts'
import { tryToPay } from './testing.ts'

let people: TestPeople
let recovery: ReturnType<typeof createRecoveryHandlers>
let visits = 0
beforeAll(async () => {
  people = await openTestPeople()
  recovery = createRecoveryHandlers(people.deps)
})
afterAll(() => people.close())

const [FIRST, SECOND] = [newUuid(), newUuid()]
const plain = { params: undefined, query: undefined } as const
const CLAIMS = {
  phone: '+49 151 000',
  card_last_four: '4242',
  recent_payments: '12 March, a lamp, 40 EUR',
  turnover: 'about 300 EUR',
}

async function ask(old_email: string, new_email: string) {
  visits += 1
  const captcha = await solveCaptcha(people.deps, 'recover_email')
  const who = { ...TEST_VISITOR, ip: `198.51.100.${visits}` }
  const body = { captcha, old_email, new_email, ...CLAIMS }
  return recovery.requestEmailRecovery(who, { ...plain, body })
}
const confirm = (token: string) =>
  recovery.confirmEmailRecovery(TEST_VISITOR, { ...plain, body: { token } })
const openStop = (token: string) =>
  recovery.openStopEmail(TEST_VISITOR, { ...plain, body: { token } })
const stop = (token: string) =>
  recovery.stopEmailRecovery(TEST_VISITOR, { ...plain, body: { token } })
const status = (token: string) => recovery.getRecovery(TEST_VISITOR, { ...plain, body: { token } })

interface Opened {
  readonly id: Uuid
  readonly statusToken: string
}

/** Asked for and confirmed from the new address. */
async function opened(oldEmail: string, newEmail: string): Promise<Opened> {
  expectBody(await ask(oldEmail, newEmail))
  const token = await tokenTo(people, newEmail, MAIL_PAGES.confirmEmailRecovery)
  const view = expectBody(await confirm(token))
  const sql = 'SELECT id FROM people.recovery WHERE new_email = $1 ORDER BY id DESC LIMIT 1'
  const [row] = await queryText(people.deps.pool, sql, [newEmail])
  return { id: row === undefined ? '' : readRow(row).text(), statusToken: view.status_token ?? '' }
}

const decide = (recoveryId: Uuid, decision: 'approve' | 'refuse' = 'approve', staffId = FIRST) =>
  attempt(people.deps.pool, async (client) => {
    const now = await people.deps.now()
    const reason = 'Not enough is known.'
    return decideRecovery(client, people.deps, { recoveryId, staffId, decision, reason, now })
  })
const second = (recoveryId: Uuid, staffId = SECOND, step = approveRecovery) =>
  attempt(people.deps.pool, async (client) =>
    step(client, people.deps, { recoveryId, staffId, now: await people.deps.now() }),
  )
const stateOf = async (id: Uuid) => (await readRecovery(people.deps.pool, people.deps, id))?.state

/** Both agreed: it happens in 72 hours. */
async function waiting(person: Registered, newEmail: string): Promise<Opened> {
  const recovered = await opened(person.email, newEmail)
  expect((await decide(recovered.id)).ok).toBe(true)
  expect((await second(recovered.id)).ok).toBe(true)
  return recovered
}

describe('asking for another address', () => {
  it('tells staff what was claimed once the new address confirmed, and the account', async () => {
    const anna = await people.registered()
    const { id, statusToken } = await opened(anna.email, 'anna.new@example.com')
    const found = await readRecovery(people.deps.pool, people.deps, id)
    expect(found).toMatchObject({
      state: 'open',
      personId: anna.id,
      newEmail: 'anna.new@example.com',
    })
    expect(found?.claims).toEqual({
      phone: CLAIMS.phone,
      cardLastFour: CLAIMS.card_last_four,
      recentPayments: CLAIMS.recent_payments,
      turnover: CLAIMS.turnover,
    })
    expect(expectBody(await status(statusToken)).state).toBe('open')
    await runDueRecoveries(people.deps)
    expect(await subjectsTo(people, anna.email)).toEqual([
      'Somebody says that they lost this mailbox',
    ])
    expect(await messagesTo(people, anna.phone)).toHaveLength(1)
    await runDueRecoveries(people.deps)
    expect(await subjectsTo(people, anna.email)).toHaveLength(1)
  })

  it('keeps the claims unreadable in the database', async () => {
    const anna = await people.registered()
    await opened(anna.email, 'sealed@example.com')
    const sql = "SELECT position('lamp'::bytea IN claims) FROM people.recovery WHERE new_email = $1"
    const [row] = await queryText(people.deps.pool, sql, ['sealed@example.com'])
    expect(row).toEqual(['0'])
  })

  it('looks the same for an address that nobody has, from the first to the last step', async () => {
    const anna = await people.registered()
    const known = await ask(anna.email, 'known@example.com')
    const unknown = await ask('nobody@example.com', 'unknown@example.com')
    expect(unknown).toEqual(known)
    const views = []
    for (const email of ['known@example.com', 'unknown@example.com']) {
      const token = await tokenTo(people, email, MAIL_PAGES.confirmEmailRecovery)
      views.push({ ...expectBody(await confirm(token)), status_token: '' })
    }
    expect(views[0]).toEqual(views[1])
    expect(await subjectsTo(people, 'unknown@example.com')).toEqual(
      await subjectsTo(people, 'known@example.com'),
    )
    expect(await messagesTo(people, anna.email)).toEqual([])
    await runDueRecoveries(people.deps)
    expect(await messagesTo(people, 'nobody@example.com')).toEqual([])
  })

  it('can not be approved for nobody, nor for who has not finished registering', async () => {
    const [id, now] = [newUuid(), await people.deps.now()]
    const half = 'half@example.com'
    await insertPerson(people.deps.pool, { id, email: half, language: 'en', now })
    for (const [at, email] of [half, 'nobody2@example.com'].entries()) {
      const asked = await opened(email, `hopeful${at}@example.com`)
      expect(expectRefusal(await decide(asked.id)).code).toBe('wrong_state')
      expect((await decide(asked.id, 'refuse')).ok).toBe(true)
      expect(await subjectsTo(people, `hopeful${at}@example.com`)).toContain(
        'We could not recover the account',
      )
    }
  })

  it('is forgotten after 24 hours without the new address', async () => {
    const anna = await people.registered()
    expectBody(await ask(anna.email, 'silent@example.com'))
    const token = await tokenTo(people, 'silent@example.com', MAIL_PAGES.confirmEmailRecovery)
    await people.advance(hours(24))
    expect(expectRefusal(await confirm(token)).code).toBe('link_invalid')
    await runDueRecoveries(people.deps)
    const sql = 'SELECT 1 FROM people.recovery WHERE new_email = $1'
    expect(await queryText(people.deps.pool, sql, ['silent@example.com'])).toEqual([])
  })

  it('confirms once, and not to an address that has an account', async () => {
    const [anna, bob] = [await people.registered(), await people.registered()]
    expectBody(await ask(anna.email, bob.email))
    const token = await tokenTo(people, bob.email, MAIL_PAGES.confirmEmailRecovery)
    expect(expectRefusal(await confirm(token)).code).toBe('email_in_use')
    expectBody(await ask(anna.email, 'once@example.com'))
    const other = await tokenTo(people, 'once@example.com', MAIL_PAGES.confirmEmailRecovery)
    const both = await Promise.all([confirm(other), confirm(other)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is limited, per address and per visitor', async () => {
    const results = []
    for (let i = 0; i < 6; i += 1) results.push(await ask('often@example.com', `o${i}@example.com`))
    expect(results.filter(({ ok }) => ok)).toHaveLength(5)
    const last = results.at(-1)
    expect(last && expectRefusal(last).code).toBe('try_later')
  })
})

describe('two members of staff', () => {
  it('have to agree, and not one and the same', async () => {
    const anna = await people.registered()
    const { id } = await opened(anna.email, 'two@example.com')
    expect(expectRefusal(await second(id)).code).toBe('wrong_state')
    expect((await decide(id)).ok).toBe(true)
    expect(await stateOf(id)).toBe('checking')
    expect(expectRefusal(await second(id, FIRST)).code).toBe('second_person_needed')
    expect(expectRefusal(await second(id, FIRST, declineRecovery)).code).toBe(
      'second_person_needed',
    )
    expect((await second(id, SECOND, declineRecovery)).ok).toBe(true)
    expect(await stateOf(id)).toBe('open')
    await decide(id, 'approve', SECOND)
    const open = 'SELECT 1 FROM people.staff_case WHERE subject_id = $1 AND closed_at IS NULL'
    expect(await queryText(people.deps.pool, open, [id])).toHaveLength(1)
    expect((await second(id, FIRST)).ok).toBe(true)
    expect(await stateOf(id)).toBe('waiting')
    expect(await queryText(people.deps.pool, open, [id])).toHaveLength(0)
  })

  it('are two for the database too', async () => {
    const anna = await people.registered()
    const { id } = await waiting(anna, 'two.rows@example.com')
    const sql = 'UPDATE people.recovery SET confirmed_by = decided_by WHERE id = $1'
    await expect(people.deps.pool.query(sql, [id])).rejects.toThrow('recovery_second_person')
  })

  it('let one request of several through', async () => {
    const anna = await people.registered()
    const owner = await opened(anna.email, 'owner@example.com')
    const thief = await opened(anna.email, 'thief@example.com')
    expect((await decide(owner.id)).ok).toBe(true)
    expect(expectRefusal(await decide(thief.id)).code).toBe('wrong_state')
  })
})

describe('72 hours later', () => {
  it('the address is replaced, the old password is of no use, and money rests', async () => {
    const anna = await people.registered()
    await giveQuestions(people, anna.id)
    const { id, statusToken } = await waiting(anna, 'moved@example.com')
    await people.advance(milliseconds(hours(72) - 1))
    await runDueRecoveries(people.deps)
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe(anna.email)
    await people.advance(milliseconds(1))
    await runDueRecoveries(people.deps)
    const person = await readPerson(people.deps.pool, anna.id)
    expect(person?.email).toBe('moved@example.com')
    expect(await matchesSecret(person?.passwordHash ?? null, TEST_PASSWORD)).toBe(false)
    expect(await stateOf(id)).toBe('done')
    const { restingUntil } = await readAccount(people.deps.pool, anna.id)
    expect(restingUntil).toBe(addDuration(await people.deps.now(), hours(24)))
    expect(expectBody(await status(statusToken)).state).toBe('done')
    const session = anna.visitor.sessionToken ?? ''
    expect(await findSession(people.deps.pool, session, await people.deps.now())).toBeUndefined()
    expect(await historyOf(people, anna.id)).toContain('email_recovered')
    const last = (await messagesTo(people, anna.email)).at(-1)
    expect(last?.text).toContain(people.deps.supportEmail)
    const token = await tokenTo(people, 'moved@example.com', MAIL_PAGES.resetPassword)
    const body = { token, answers: TEST_ANSWERS, password: 'seven quiet lanterns drift' }
    expectBody(await recovery.resetPassword(TEST_VISITOR, { ...plain, body }))
    expect(await tryToPay(people, anna.id)).toBe('account_resting')
  })

  it('the old address was told three times, and each of the links stops it', async () => {
    const stopping = [0, 1, 2]
    for (const days of stopping) {
      const anna = await people.registered()
      const { id } = await waiting(anna, `day${days}@example.com`)
      const first = await tokenTo(people, anna.email, MAIL_PAGES.stopEmailRecovery)
      for (let day = 0; day < days; day += 1) {
        await people.advance(hours(24))
        await runDueRecoveries(people.deps)
      }
      expect(await stateOf(id)).toBe('waiting')
      expect(await subjectsTo(people, anna.email)).toHaveLength(1 + days)
      const last = await tokenTo(people, anna.email, MAIL_PAGES.stopEmailRecovery)
      // Also the link of the first mail, which is the one that somebody reads late.
      expectBody(await stop(days === 1 ? first : last))
      expect(await stateOf(id)).toBe('stopped')
      expect(expectRefusal(await stop(last)).code).toBe('link_invalid')
      expect(await subjectsTo(people, `day${days}@example.com`)).toContain(
        'The change of address was stopped',
      )
      await people.advance(hours(72))
      await runDueRecoveries(people.deps)
      expect((await readPerson(people.deps.pool, anna.id))?.email).toBe(anna.email)
    }
  })

  it('the link tells whether it is still time, without stopping anything', async () => {
    const anna = await people.registered()
    const { id } = await waiting(anna, 'late@example.com')
    const token = await tokenTo(people, anna.email, MAIL_PAGES.stopEmailRecovery)
    expect(expectBody(await openStop(token))).toMatchObject({ state: 'waiting', stoppable: true })
    expect(await stateOf(id)).toBe('waiting')
    await people.advance(hours(72))
    await runDueRecoveries(people.deps)
    expect(expectBody(await openStop(token))).toMatchObject({ state: 'done', stoppable: false })
    expect(expectRefusal(await openStop('nonsense')).code).toBe('link_invalid')
  })

  it('it can be stopped before anybody decided', async () => {
    const anna = await people.registered()
    const { id } = await opened(anna.email, 'early@example.com')
    await runDueRecoveries(people.deps)
    expectBody(await stop(await tokenTo(people, anna.email, MAIL_PAGES.stopEmailRecovery)))
    expect(expectRefusal(await decide(id)).code).toBe('wrong_state')
  })

  it('a server that stood still does it once, also when several wake up', async () => {
    const anna = await people.registered()
    await waiting(anna, 'woke@example.com')
    await people.advance(hours(200))
    await Promise.all([1, 2, 3].map(() => runDueRecoveries(people.deps)))
    expect((await readPerson(people.deps.pool, anna.id))?.email).toBe('woke@example.com')
    const subjects = await subjectsTo(people, 'woke@example.com')
    expect(subjects.filter((subject) => subject.startsWith('Your account is back'))).toHaveLength(1)
  })

  it('nothing happens when the owner has moved, closed, or the address was taken', async () => {
    const [anna, bob, eve] = [
      await people.registered(),
      await people.registered(),
      await people.registered(),
    ]
    const all = [
      await waiting(anna, 'a1@example.com'),
      await waiting(bob, 'b1@example.com'),
      await waiting(eve, 'e1@example.com'),
    ]
    await changePerson(people.deps.pool, anna.id, { email: 'elsewhere@example.com' })
    await changePerson(people.deps.pool, bob.id, { closedAt: await people.deps.now() })
    await people.registered({ email: 'e1@example.com' })
    await people.advance(hours(72))
    await runDueRecoveries(people.deps)
    for (const { id } of all) expect(await stateOf(id)).toBe('stopped')
    expect((await readPerson(people.deps.pool, eve.id))?.email).toBe(eve.email)
  })
})
