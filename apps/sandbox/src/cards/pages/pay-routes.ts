import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../pages/send.ts'
import {
  digitsOf,
  isCardNumber,
  isCode,
  isGoodExpiry,
  isHolderName,
  readExpiry,
} from '../card-rules.ts'
import type { CheckoutSession } from '../records.ts'
import { type Submitted, submitCard } from '../setups.ts'
import type { State } from '../state.ts'
import { outcomeOf } from '../test-cards.ts'
import { afterSetup, doneUrl, originOf, wordsOf } from './journey.ts'
import { showEnd } from './layout.ts'
import { showPayPage, type WrongField } from './pay-page.ts'
import type { PayWords } from './pay-words.ts'

const params = z.object({ id: z.string() })
const typedText = z.string().max(100).catch('')
const cardForm = z
  .object({ number: typedText, expiry: typedText, code: typedText, holder: typedText })
  .catch({ number: '', expiry: '', code: '', holder: '' })

/** The page that a buyer is sent to: the processor's card form. */
export function addPayRoutes(app: FastifyInstance, state: State): void {
  app.get('/cards/pay/:id', async (call, reply) => {
    state.due.run()
    const session = state.sessions.find(params.parse(call.params).id)
    const words = wordsOf(call, session)
    if (session?.status !== 'open') return sendEnd(reply, words, session)
    const { last_setup_error: failed } = state.setupIntents.get(session.setup_intent)
    const page = showPayPage(words, { session, failed, typed: undefined })
    return sendPage(reply, page, [originOf(session.success_url)])
  })
  app.post('/cards/pay/:id', async (call, reply) => {
    state.due.run()
    const session = state.sessions.find(params.parse(call.params).id)
    const words = wordsOf(call, session)
    if (session?.status !== 'open') return sendEnd(reply, words, session)
    const read = readCard(call, state.now() * 1000)
    if ('wrong' in read) {
      const page = showPayPage(words, { session, failed: null, typed: read })
      return sendPage(reply.code(422), page, [originOf(session.success_url)])
    }
    const setup = submitCard(state, session, read)
    const bankUrl = setup.next_action?.redirect_to_url.url
    return reply.redirect(bankUrl ?? afterSetup(state, session.id), 303)
  })
}

function sendEnd(
  reply: FastifyReply,
  words: PayWords,
  session: CheckoutSession | undefined,
): FastifyReply {
  if (session === undefined) return sendPage(reply.code(404), showEnd(words, 'gone', undefined))
  const isDone = session.status === 'complete'
  const to = isDone ? doneUrl(session) : session.cancel_url
  const link = to === null ? undefined : { to, label: isDone ? words.goOn : words.goBack }
  return sendPage(reply, showEnd(words, isDone ? 'done' : 'expired', link))
}

interface Refused {
  readonly expiry: string
  readonly holder: string
  readonly wrong: readonly WrongField[]
  readonly isReal: boolean
}

/** `at` in milliseconds. Of what is wrong, number and code are not kept. */
function readCard(call: FastifyRequest, at: number): Submitted | Refused {
  const { number, expiry, code, holder } = cardForm.parse(call.body)
  const month = readExpiry(expiry)
  const isNumber = isCardNumber(number)
  const outcome = isNumber ? outcomeOf(number) : undefined
  const checks: readonly (readonly [WrongField, boolean])[] = [
    ['number', outcome !== undefined],
    ['expiry', month !== undefined && isGoodExpiry(month, at)],
    ['code', isCode(code, number)],
    ['holder', isHolderName(holder)],
  ]
  const wrong = checks.filter(([, isGood]) => !isGood).map(([field]) => field)
  if (wrong.length > 0 || month === undefined || outcome === undefined) {
    return { expiry, holder, wrong, isReal: isNumber && outcome === undefined }
  }
  const card = { number: digitsOf(number), ...month, name: holder.trim() }
  return { card, outcome, baseUrl: `${call.protocol}://${call.host}` }
}
