import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { attempt, type Attempt } from '../danbao/index.ts'
import { refreshPayment, streamNews } from '../orders/index.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import { readerOf } from '../visits/index.ts'
import { panelPage } from './page.ts'
import { ADVANCES, listCarried } from './steps.ts'
import { PANEL_WORDS } from './words.ts'

const SAID = ['moved', 'delivered', 'away', 'refused'] as const
type Said = (typeof SAID)[number]

const query = z.object({ said: z.enum(SAID).optional() }).catch({})
const clockForm = z.object({ advance: z.enum(ADVANCES) })
const deliverForm = z.object({ payment: z.string(), way: z.enum(['parcel', 'return']) })

/** Time and the post, for whoever tries the sandbox. No real shop has this. */
export function addPanel(scope: FastifyInstance, parts: Parts): void {
  const { store, sellers, news, danbao } = parts

  scope.get('/panel', async (request, reply) => {
    const reader = readerOf(parts, request)
    const clock = danbao && (await attempt(() => danbao.api.sandbox.clock()))
    const shown = {
      now: clock?.ok === true ? clock.value.now : undefined,
      carried: listCarried(store),
      sellers,
      notice: showNotice(reader.language, query.parse(request.query).said),
    }
    return sendPage(reply, reader, panelPage(reader.language, shown))
  })

  scope.get('/panel/live', (request, reply) => streamNews(news, () => true, request, reply))

  scope.post('/panel/clock', async (request, reply) => {
    const body = clockForm.parse(request.body)
    const moved = danbao && (await attempt(() => danbao.api.sandbox.advanceClock(body)))
    return goTo(reply, `/panel?said=${said(moved, 'moved')}`)
  })

  scope.post('/panel/deliver', async (request, reply) => {
    const { payment, way } = deliverForm.parse(request.body)
    const found = listCarried(store).find(
      (one) => one.parcel.payment.id === payment && one.way === way,
    )
    if (found === undefined || danbao === undefined) return goTo(reply, '/panel?said=refused')
    const { api } = danbao
    const delivered = await attempt<unknown>(() =>
      way === 'parcel'
        ? api.payments.deliver(payment, {}, { idempotencyKey: `deliver ${payment}` })
        : api.disputes.returnDelivered(found.parcel.dispute?.id ?? ''),
    )
    await attempt(() => refreshPayment(parts, danbao, payment))
    await store.save()
    return goTo(reply, `/panel?said=${said(delivered, 'delivered')}`)
  })
}

function said(made: Attempt<unknown> | undefined, good: Said): Said {
  if (made?.ok === true) return good
  return made === undefined || made.trouble === 'away' ? 'away' : 'refused'
}

function showNotice(language: Language, what: Said | undefined): Html {
  if (what === undefined) return NOTHING
  const isGood = what === 'moved' || what === 'delivered'
  const text = PANEL_WORDS[language][what]
  return isGood
    ? html`<p class="notice" role="status">${text}</p>`
    : html`<p class="notice warn" role="alert">${text}</p>`
}
