import { accept, invariant, refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { changePerson, readPerson } from '../base/person.ts'
import { hashSecret } from '../base/secrets.ts'
import { hashAnswers } from './answers.ts'
import { judgeNewPassword } from './password-strength.ts'
import { judgeNewPaymentPassword } from './payment-password-strength.ts'
import { takeStep } from './take-step.ts'

/** Hashed before the step is taken: nobody waits for it while holding a connection. */
export function createSecretSteps(
  deps: PeopleDeps,
): WalletPart<'setPassword' | 'setPaymentPassword' | 'setQuestions'> {
  return {
    async setPassword(who, { body: { password } }) {
      const weak = judgeNewPassword(password, await present(deps, who.personId))
      if (weak !== undefined) return refuse(weak)
      const passwordHash = await hashSecret(password)
      return takeStep(deps, who, 'password', async ({ client, person }) => {
        await changePerson(client, person.id, { passwordHash })
        return accept(undefined)
      })
    },

    async setPaymentPassword(who, { body: { payment_password: digits } }) {
      const weak = judgeNewPaymentPassword(digits, await present(deps, who.personId))
      if (weak !== undefined) return refuse(weak)
      const paymentPasswordHash = await hashSecret(digits)
      return takeStep(deps, who, 'payment_password', async ({ client, person }) => {
        await changePerson(client, person.id, { paymentPasswordHash })
        return accept(undefined)
      })
    },

    async setQuestions(who, { body: { questions } }) {
      const hashed = await hashAnswers(questions)
      if (!hashed.ok) return hashed
      return takeStep(deps, who, 'questions', async ({ client, person }) => {
        await client.query('DELETE FROM people.security_answer WHERE person_id = $1', [person.id])
        for (const [index, { question, hash }] of hashed.value.entries()) {
          await client.query(
            `INSERT INTO people.security_answer (person_id, position, question, answer_hash)
             VALUES ($1, $2, $3, $4)`,
            [person.id, index + 1, question, hash],
          )
        }
        return accept(undefined)
      })
    },
  }
}

async function present({ pool }: PeopleDeps, personId: string) {
  const person = await readPerson(pool, personId)
  invariant(person !== undefined, 'a session belongs to a person')
  return person
}
