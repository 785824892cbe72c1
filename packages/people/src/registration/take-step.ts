import type { Refusal } from '@danbao/contracts'
import type { Registration, RegistrationStep } from '@danbao/contracts/wallet'
import { accept, type Instant, invariant, refuse, type Result } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply } from '../base/handling.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { readQuestions, refuseStep, replyRegistration } from './progress.ts'

export interface Step {
  readonly client: PoolClient
  /** Locked, and the earlier steps are done. */
  readonly person: Person
  readonly now: Instant
}

/** What the browser is to keep, if anything. */
export type Kept = Omit<Reply<unknown>, 'body'>

/** Takes one step, in its order, and answers with how far the registration has come. */
export async function takeStep(
  deps: PeopleDeps,
  who: PersonVisitor,
  step: RegistrationStep,
  work: (step: Step) => Promise<Result<Kept | undefined, Refusal>>,
): Promise<Result<Reply<Registration>, Refusal>> {
  const now = await deps.now()
  const taken = await attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, who.personId)
    invariant(person !== undefined, 'a session belongs to a person')
    const refused = refuseStep(person, await readQuestions(client, person.id), step)
    return refused === undefined ? work({ client, person, now }) : refuse(refused)
  })
  if (!taken.ok) return taken
  const reply = await replyRegistration(deps, who)
  return reply.ok ? accept({ ...taken.value, ...reply.value }) : reply
}
