import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { sendPage } from '../pages/send.ts'
import { languageFor } from '../pages/words.ts'
import type { Courier } from '../files/courier.ts'
import { type Bank, type BankOptions, createBank, SETTLINGS } from './bank.ts'
import { showBankPage } from './bank-page.ts'
import { decimalOf, order } from './transfer.ts'

const params = z.object({ id: z.string() })
const settling = z.object({ id: z.string(), how: z.enum(SETTLINGS) })
const typedFields = z.record(z.string(), z.string().max(500)).catch({})
const statementForm = z.object({ format: z.enum(['camt.053', 'mt940']) })

/** The bank: a page to drive it, and JSON for tests under `/api/bank`. */
export function openBank(app: FastifyInstance, options: BankOptions): void {
  const bank = createBank(options)
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    addPages(pages, { bank, courier: options.courier })
  })
  addApi(app, bank)
}

interface Shown {
  readonly bank: Bank
  readonly courier: Courier
}

function addPages(pages: FastifyInstance, { bank, courier }: Shown): void {
  pages.get('/bank', async (call, reply) => {
    const language = languageFor(call.headers['accept-language'])
    const isSent = z.object({ sent: z.string() }).safeParse(call.query).success
    const orders = await bank.orders()
    return sendPage(reply, showBankPage({ bank, courier, orders, language, isSent }))
  })
  pages.post('/bank/transfers', async (call, reply) => {
    const typed = typedFields.parse(call.body)
    const wanted = order.safeParse(typed)
    if (wanted.success) {
      await bank.transfer(wanted.data)
      return reply.redirect('/bank?sent', 303)
    }
    const language = languageFor(call.headers['accept-language'])
    const refused = { typed, field: String(wanted.error.issues[0]?.path[0] ?? '') }
    const orders = await bank.orders()
    const page = { bank, courier, orders, language, refused, isSent: false }
    return sendPage(reply.code(422), showBankPage(page))
  })
  pages.post('/bank/transfers/:id/back', async (call, reply) => {
    await bank.reverse(params.parse(call.params).id)
    return reply.redirect('/bank', 303)
  })
  pages.post('/bank/orders/:id/:how', async (call, reply) => {
    const { id, how } = settling.parse(call.params)
    await bank.settle(id, how)
    return reply.redirect('/bank', 303)
  })
  pages.post('/bank/statements', async (call, reply) => {
    const { format } = statementForm.parse(call.body)
    await bank.tell(format)
    return reply.redirect('/bank', 303)
  })
}

function addApi(app: FastifyInstance, bank: Bank): void {
  app.post('/api/bank/transfers', async (call, reply) => {
    const wanted = order.safeParse(call.body)
    if (!wanted.success) return reply.code(422).send({ error: z.prettifyError(wanted.error) })
    const { id } = await bank.transfer(wanted.data)
    return { id }
  })
  app.post('/api/bank/transfers/:id/back', async (call, reply) => {
    const made = await bank.reverse(params.parse(call.params).id)
    return made === undefined ? reply.code(404).send({ error: 'Nothing to take back.' }) : {}
  })
  app.get('/api/bank/orders', async () => ({
    orders: (await bank.orders()).map(({ endToEndId, state, cents, currency, payeeIban }) => ({
      ...{ id: endToEndId, state, amount: decimalOf(cents), currency, iban: payeeIban },
    })),
  }))
  app.post('/api/bank/orders/:id/:how', async (call, reply) => {
    const { id, how } = settling.parse(call.params)
    await bank.orders()
    const order = await bank.settle(id, how)
    return order === undefined ? reply.code(404).send({ error: 'Nothing to do.' }) : {}
  })
  app.post('/api/bank/statements', async (call) => ({
    files: await bank.tell(statementForm.parse(call.body).format),
  }))
}
