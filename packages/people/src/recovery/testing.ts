import { MAIL_PAGES } from '@danbao/contracts/wallet'
import type { Uuid } from '@danbao/kernel'
import { commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { solveCaptcha } from '../captcha/testing.ts'
import { expectBody, fill, lendToMarketplace, tokenTo } from '../settings/testing.ts'
import { TEST_VISITOR, type TestPeople } from '../testing.ts'
import { createRecoveryHandlers, runDueRecoveries } from './index.ts'

const plain = { params: undefined, query: undefined } as const

/** Asks for a new password; answers the token that was mailed. */
export async function mailedResetToken(people: TestPeople, email: string): Promise<string> {
  await askForReset(people, email)
  await runDueRecoveries(people.deps)
  return tokenTo(people, email, MAIL_PAGES.resetPassword)
}

export async function askForReset(people: TestPeople, email: string): Promise<unknown> {
  const { requestPasswordReset } = createRecoveryHandlers(people.deps)
  const captcha = await solveCaptcha(people.deps, 'reset_password')
  return expectBody(
    await requestPasswordReset(TEST_VISITOR, { ...plain, body: { email, captcha } }),
  )
}

/** Whether the person can pay now: the code of the refusal, undefined for a payment that went. */
export async function tryToPay(people: TestPeople, personId: Uuid): Promise<string | undefined> {
  const buyer = await lendToMarketplace(people, personId)
  await fill(people, buyer, 10_00n)
  const seller = await people.person()
  const id = await people.payment({ buyer, seller }, { amount: amountOf(10_00n) })
  return (await people.run(commands.pay(buyer.caller, id, {}))).code
}
