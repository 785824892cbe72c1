import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { fill } from '../pages/fill.ts'
import { sendPage } from '../pages/send.ts'
import { languageFor } from '../pages/words.ts'
import { wrongField } from './check-form.ts'
import { readFaultsForm, showDrivePage } from './drive-page.ts'
import { faultChange } from './faults.ts'
import { createMerchant, type Merchant } from './merchant.ts'
import { backUrl, showOutcome, showPayPage, showProblem } from './pay-page.ts'
import type { Form, Sale } from './sale.ts'
import type { TellerOptions } from './teller.ts'
import { type WebMoneyWords, webMoneyWordsFor } from './words.ts'

const params = z.object({ id: z.string() })
const formFields = z.record(z.string(), z.string().max(2_000)).catch({})
const anyFields = z.record(z.string(), z.unknown()).catch({})

/** WebMoney Merchant: the page that shops send payers to, and one to drive it. */
export function openWebMoney(app: FastifyInstance, options: TellerOptions): void {
  const merchant = createMerchant(options)
  app.addHook('onClose', async () => merchant.close())
  addFormPages(app, (pages) => {
    addShopDoor(pages, merchant)
    addPayRoutes(pages, merchant)
    addDriveRoutes(pages, merchant)
  })
  addDriveApi(app, merchant)
}

/** Other sites send forms here: that is what it is for. */
function addShopDoor(pages: FastifyInstance, merchant: Merchant): void {
  pages.post('/webmoney/lmi/payment_utf.asp', async (call, reply) => {
    const form: Form = formFields.parse(call.body)
    const field = wrongField(form)
    if (field !== undefined) {
      const words = wordsOf(call)
      const hint = fill(words.malformedHint, { field })
      return sendPage(reply.code(400), showProblem(words, { title: words.malformed, hint }))
    }
    return reply.redirect(`/webmoney/pay/${merchant.open(form).id}`, 303)
  })
}

function addPayRoutes(pages: FastifyInstance, merchant: Merchant): void {
  pages.get('/webmoney/pay/:id', async (call, reply) =>
    sendSale(call, reply, merchant.find(params.parse(call.params).id)),
  )
  pages.post('/webmoney/pay/:id', { preHandler: refuseStrangers }, async (call, reply) => {
    const sale = await merchant.pay(params.parse(call.params).id)
    return sale?.state === 'paid' ? reply.redirect(backUrl(sale), 303) : sendSale(call, reply, sale)
  })
  pages.post('/webmoney/pay/:id/cancel', { preHandler: refuseStrangers }, async (call, reply) => {
    const sale = merchant.cancel(params.parse(call.params).id)
    return sale === undefined ? sendSale(call, reply, sale) : reply.redirect(backUrl(sale), 303)
  })
}

function sendSale(call: FastifyRequest, reply: FastifyReply, sale: Sale | undefined): FastifyReply {
  const words = wordsOf(call)
  if (sale === undefined) {
    return sendPage(
      reply.code(404),
      showProblem(words, { title: words.gone, hint: words.goneHint }),
    )
  }
  const page = sale.state === 'open' ? showPayPage(words, sale) : showOutcome(words, sale)
  return sendPage(reply, page, [new URL(backUrl(sale)).origin])
}

function addDriveRoutes(pages: FastifyInstance, merchant: Merchant): void {
  const own = { preHandler: refuseStrangers }
  const back = (reply: FastifyReply): FastifyReply => reply.redirect('/webmoney', 303)
  pages.get('/webmoney', async (call, reply) =>
    sendPage(reply, showDrivePage(merchant, languageFor(call.headers['accept-language']))),
  )
  pages.post('/webmoney/sales/:id/tell', own, async (call, reply) => {
    merchant.tellAgain(params.parse(call.params).id)
    return back(reply)
  })
  pages.post('/webmoney/faults', own, async (call, reply) => {
    const wanted = faultChange.safeParse(readFaultsForm(anyFields.parse(call.body)))
    if (wanted.success) merchant.faults.change(wanted.data)
    return back(reply)
  })
  pages.post('/webmoney/faults/off', own, async (_call, reply) => {
    merchant.faults.reset()
    return back(reply)
  })
}

/** What tests do with it from behind: JSON. */
function addDriveApi(app: FastifyInstance, merchant: Merchant): void {
  app.get('/api/webmoney/sales', async () => ({ sales: merchant.sales() }))
  app.get('/api/webmoney/notices', async () => ({ notices: merchant.notices() }))
  app.post('/api/webmoney/faults', async (call, reply) => {
    const wanted = faultChange.safeParse(call.body)
    if (wanted.success) return merchant.faults.change(wanted.data)
    return reply.code(422).send({ error: z.prettifyError(wanted.error) })
  })
  app.delete('/api/webmoney/faults', async () => merchant.faults.reset())
  app.post('/api/webmoney/sales/:id/tell', async (call) => {
    merchant.tellAgain(params.parse(call.params).id)
    return {}
  })
}

function wordsOf(call: FastifyRequest): WebMoneyWords {
  return webMoneyWordsFor(languageFor(call.headers['accept-language']))
}
