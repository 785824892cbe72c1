import type { Refusal } from '@danbao/contracts'
import { encodeId, invariant, type Result, type Uuid } from '@danbao/kernel'
import { commands } from '@danbao/core'
import { amountOf, type TestPerson } from '@danbao/core/testing'
import { inTransaction, queryText, readRow } from '@danbao/database'
import type { Reply } from '../base/handling.ts'
import { fromBytea } from '../base/tokens.ts'
import { openContent } from '../messages/content.ts'
import { hashAnswers } from '../registration/answers.ts'
import type { TestPeople } from '../testing.ts'
import { replaceQuestions } from './index.ts'

export interface Message {
  readonly channel: 'mail' | 'sms'
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** All that was written to a recipient, oldest first. */
export async function messagesTo(people: TestPeople, to: string): Promise<readonly Message[]> {
  const rows = await queryText(
    people.deps.pool,
    'SELECT content FROM people.message WHERE recipient = $1 ORDER BY id',
    [to],
  )
  return rows.map((row) => {
    const content = openContent(people.deps.vault, fromBytea(readRow(row).text()))
    const subject = content.channel === 'mail' ? content.subject : ''
    return { channel: content.channel, to, subject, text: content.text }
  })
}

export async function subjectsTo(people: TestPeople, to: string): Promise<readonly string[]> {
  return (await messagesTo(people, to)).map(({ subject }) => subject)
}

/** The token of the newest link to this page that was mailed there. */
export async function tokenTo(people: TestPeople, to: string, page: string): Promise<string> {
  const texts = (await messagesTo(people, to)).map(({ text }) => text)
  const tokens = texts.flatMap((text) => {
    const found = new RegExp(`/wallet/${page}\\?token=([\\w-]+)`).exec(text)
    return found?.[1] === undefined ? [] : [found[1]]
  })
  const token = tokens.at(-1)
  invariant(token !== undefined, `no link to ${page} was mailed to ${to}`)
  return token
}

export function expectBody<T>(result: Result<Reply<T>, Refusal>): T {
  invariant(result.ok, `refused: ${result.ok ? '' : JSON.stringify(result.refusal)}`)
  return result.value.body
}

export function expectRefusal(result: Result<unknown, Refusal>): Refusal {
  invariant(!result.ok, 'this was to be refused')
  return result.refusal
}

export const TEST_ANSWERS = ['Wuschel', 'Grundschule am Park', 'Frau Meyer']

export const TEST_QUESTIONS = [
  { question: 'first_pet', answer: 'Wuschel' },
  { question: 'first_school', answer: 'Grundschule am Park' },
  { question: 'first_teacher', answer: 'Frau Meyer' },
] as const

/** Sets the three questions of a person. */
export async function giveQuestions({ deps }: TestPeople, personId: Uuid): Promise<void> {
  const answered = await hashAnswers(TEST_QUESTIONS)
  invariant(answered.ok, 'the test questions are good')
  const set = { answered: answered.value, now: await deps.now() }
  await inTransaction(deps.pool, (client) => replaceQuestions(client, personId, set))
}

/** The kinds of the history, oldest first. */
export async function historyOf({ deps }: TestPeople, personId: Uuid): Promise<readonly string[]> {
  const sql = 'SELECT kind FROM people.history WHERE person_id = $1 ORDER BY id'
  return (await queryText(deps.pool, sql, [personId])).map((row) => readRow(row).text())
}

/**
 * Lets the marketplace act for the person, which it can not for people who sign in: no other caller
 * pays or tops up yet. Answers them as the tests of the core know people.
 */
export async function lendToMarketplace(people: TestPeople, id: Uuid): Promise<TestPerson> {
  const { marketplace, deps } = people
  const sql = 'UPDATE app.account SET has_login = false, marketplace_id = $2 WHERE id = $1'
  await deps.pool.query(sql, [id, marketplace.marketplaceId])
  return { id, text: encodeId('acc', id), caller: { ...marketplace, actingAs: id } }
}

/** Money in the wallet; in minor units of USD. */
export async function fill(people: TestPeople, { text }: TestPerson, minor: bigint): Promise<void> {
  const request = { account: text, amount: amountOf(minor) }
  const ran = await people.run(commands.topUp(people.marketplace, request))
  invariant(ran.code === undefined, ran.body)
}
