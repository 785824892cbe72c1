import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../pages/send.ts'
import { answerAuthentication, type BankAnswer } from '../authentications.ts'
import type { Authentication, CheckoutSession } from '../records.ts'
import type { PaymentIntent } from '../payment-records.ts'
import { continuePayment } from '../payments.ts'
import { continueSetup } from '../setups.ts'
import type { State } from '../state.ts'
import { type BankPage, showBankPage } from './bank-page.ts'
import { afterSetup, doneUrl, originOf, wordsOf } from './journey.ts'
import { showEnd } from './layout.ts'

const params = z.object({ id: z.string() })
const answer = z.object({ answer: z.enum(['approved', 'refused', 'timed_out']) })

/** The bank's question, and where its answer leads. */
export function addBankRoutes(app: FastifyInstance, state: State): void {
  app.get('/cards/bank/:id', async (call, reply) => {
    state.due.run()
    const found = findQuestion(state, params.parse(call.params).id)
    const words = wordsOf(call, found?.session)
    if (found === undefined) return sendPage(reply.code(404), showEnd(words, 'gone', undefined))
    if (found.page.asked.state !== 'open') {
      const { backUrl: to } = found
      const link = to === undefined ? undefined : { to, label: words.goOn }
      return sendPage(reply, showEnd(words, 'answered', link))
    }
    const { finalUrl } = found
    const targets = finalUrl === undefined ? [] : [originOf(finalUrl)]
    return sendPage(reply, showBankPage(words, found.page), targets)
  })
  app.post('/cards/bank/:id', async (call, reply) => {
    state.due.run()
    const { id } = params.parse(call.params)
    const given = answer.safeParse(call.body)
    const found = findQuestion(state, id)
    const words = wordsOf(call, found?.session)
    if (found === undefined) return sendPage(reply.code(404), showEnd(words, 'gone', undefined))
    if (!given.success) return reply.redirect(`/cards/bank/${id}`, 303)
    const answered = answerAuthentication(state, id, given.data.answer)
    if (answered === undefined) return reply.redirect(`/cards/bank/${id}`, 303)
    return reply.redirect(goOn(state, found, answered.state), 303)
  })
}

interface Question {
  readonly page: BankPage
  /** Undefined: a payment is asked for. */
  readonly session: CheckoutSession | undefined
  /** Once it was answered. */
  readonly backUrl: string | undefined
  /** The farthest that an answer may lead. */
  readonly finalUrl: string | undefined
}

function findQuestion(state: State, id: string): Question | undefined {
  const asked = state.authentications.find(id)
  if (asked === undefined) return undefined
  const intent = state.paymentIntents.find(asked.intent)
  return intent === undefined
    ? findSetupQuestion(state, asked)
    : findPaymentQuestion(state, asked, intent)
}

function findSetupQuestion(state: State, asked: Authentication): Question | undefined {
  const session = state.sessions.list().find((one) => one.setup_intent === asked.intent)
  const { latest_attempt: attempt } = state.setupIntents.get(asked.intent)
  const method = state.setupAttempts.find(attempt ?? '')?.payment_method
  if (session === undefined || method === undefined) return undefined
  const { card } = state.paymentMethods.get(method)
  return {
    page: { asked, card, price: undefined },
    session,
    backUrl: afterSetup(state, session.id),
    finalUrl: doneUrl(session),
  }
}

function findPaymentQuestion(
  state: State,
  asked: Authentication,
  { amount, currency, payment_method: present, last_payment_error: error }: PaymentIntent,
): Question | undefined {
  const method = present ?? error?.payment_method.id
  if (method === undefined) return undefined
  const { card } = state.paymentMethods.get(method)
  const url = afterPayment(state, asked)
  return {
    page: { asked, card, price: { amount, currency } },
    session: undefined,
    backUrl: url,
    finalUrl: url,
  }
}

function goOn(state: State, { page: { asked }, session }: Question, given: BankAnswer): string {
  if (session === undefined) {
    continuePayment(state, asked.intent, given)
    return afterPayment(state, asked) ?? `/cards/bank/${asked.id}`
  }
  continueSetup(state, asked.intent, given)
  return afterSetup(state, session.id)
}

/** To the shop, if it said where; with what it needs to look the payment up. */
function afterPayment(state: State, { intent, return_url }: Authentication): string | undefined {
  if (return_url === null) return undefined
  const { client_secret: secret, status } = state.paymentIntents.get(intent)
  const isPaid = status === 'succeeded' || status === 'requires_capture'
  const url = new URL(return_url)
  url.searchParams.set('payment_intent', intent)
  url.searchParams.set('payment_intent_client_secret', secret)
  url.searchParams.set('redirect_status', isPaid ? 'succeeded' : 'failed')
  return url.href
}
