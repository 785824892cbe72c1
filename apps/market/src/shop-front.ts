import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addAccount } from './account/index.ts'
import { addBackOffice } from './back-office/index.ts'
import { addCart } from './cart/index.ts'
import { addOrders, addWebhooks } from './orders/index.ts'
import { addAssets } from './page/assets.ts'
import { compressText } from './page/compress.ts'
import { acceptForms, isOwnForm, ownPath } from './page/forms.ts'
import { html } from './page/html.ts'
import { LANGUAGES } from './page/language.ts'
import { goTo, pagePolicy, sendPage } from './page/respond.ts'
import { PAGE_WORDS, type PageWords } from './page/words.ts'
import { addPanel } from './panel/index.ts'
import type { Parts } from './parts.ts'
import { addShop } from './shop/index.ts'
import { keepLanguage, readerOf } from './visits/index.ts'

type Message = readonly [title: keyof PageWords, text: keyof PageWords]

const languageForm = z.object({ language: z.enum(LANGUAGES), back: z.string().optional() })

/** The shop itself: all its pages, and where Danbao tells it what happens. */
export function addShopFront(app: FastifyInstance, parts: Parts): void {
  void app.register(async (scope) => addWebhooks(scope, parts))
  void app.register(async (scope) => {
    addHeaders(scope, parts)
    compressText(scope)
    acceptForms(scope)
    addGuard(scope, parts)
    handleFailures(scope, parts)
    addAssets(scope)
    addLanguageSwitch(scope)
    addShop(scope, parts)
    addCart(scope, parts)
    addOrders(scope, parts)
    addAccount(scope, parts)
    addPanel(scope, parts)
    void scope.register(async (office) => addBackOffice(office, parts))
  })
}

function addHeaders(scope: FastifyInstance, { danbao }: Parts): void {
  const policy = pagePolicy(danbao === undefined ? '' : new URL(danbao.url).origin)
  scope.addHook('onRequest', async (_request, reply) => {
    reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      // Not "no-referrer": it would also take away the origin by which own forms are told.
      .header('referrer-policy', 'same-origin')
  })
}

function addGuard(scope: FastifyInstance, parts: Parts): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method === 'POST' && !isOwnForm(request)) {
      return sendMessage(parts, request, reply.code(403), ['foreignTitle', 'foreign'])
    }
  })
}

function handleFailures(scope: FastifyInstance, parts: Parts): void {
  scope.setNotFoundHandler((request, reply) =>
    sendMessage(parts, request, reply.code(404), ['notFoundTitle', 'notFound']),
  )
  scope.setErrorHandler((error, request, reply) => {
    const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined
    if (status === 413) {
      return sendMessage(parts, request, reply.code(413), ['failedTitle', 'tooMuch'])
    }
    if (error instanceof z.ZodError || (typeof status === 'number' && status < 500)) {
      return sendMessage(parts, request, reply.code(400), ['failedTitle', 'failed'])
    }
    console.error('market:', error)
    return sendMessage(parts, request, reply.code(500), ['failedTitle', 'failed'])
  })
}

function addLanguageSwitch(scope: FastifyInstance): void {
  scope.post('/language', async (request, reply) => {
    const { language, back } = languageForm.parse(request.body)
    keepLanguage(reply, language)
    return goTo(reply, ownPath(back))
  })
}

function sendMessage(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  [title, text]: Message,
): FastifyReply {
  const reader = readerOf(parts, request)
  const words = PAGE_WORDS[reader.language]
  return sendPage(reply, reader, {
    title: words[title],
    content: html`<div class="narrow">
      <h1>${words[title]}</h1>
      <p class="lead">${words[text]}</p>
      <p><a class="button primary" href="/">${words.home}</a></p>
    </div>`,
  })
}
