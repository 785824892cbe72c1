import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import { z } from 'zod'
import { consentPage, gonePage, signInPage } from './pages.ts'
import {
  type Client,
  createProvider,
  INTERACTION_PATH,
  isInteractionGone,
  type SignInOptions,
} from './provider.ts'
import { findByPassword, findShopper, listShoppers, type Shopper } from './shoppers.ts'
import { STYLE_HASH } from './style.ts'
import { languageOf } from './words.ts'

/** Where the endpoints of OpenID Connect are; the rest of the address space is the shop's. */
export const ISSUER_PATH = '/oidc'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** Signing in at the market, for the market's own sake and for its clients. */
export function addSignIn(app: FastifyInstance, options: SignInOptions): void {
  const provider = createProvider(options)
  // The shop beside it has headers of its own.
  void app.register(async (part) => {
    addHeaders(part, options.clients)
    void part.register(async (scope) => addEndpoints(scope, provider))
    void part.register(async (scope) => addPages(scope, provider, options.clients))
  })
}

function addHeaders(app: FastifyInstance, clients: readonly Client[]): void {
  const back = clients.map(({ redirectUri }) => new URL(redirectUri).origin).join(' ')
  const policy = [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    // A form that is answered by the way back to the client counts as a form to the client.
    `form-action 'self' ${back}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
  app.addHook('onRequest', (_request, reply, done) => {
    reply.raw.setHeader('content-security-policy', policy)
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    reply.raw.setHeader('referrer-policy', 'no-referrer')
    done()
  })
}

/** The library reads bodies itself. */
function addEndpoints(scope: FastifyInstance, provider: Provider): void {
  const handle = provider.callback()
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
  scope.all(`${ISSUER_PATH}/*`, (request, reply) => {
    reply.hijack()
    const url = request.raw.url ?? ISSUER_PATH
    // It finds out by these two where it is mounted.
    Object.assign(request.raw, { originalUrl: url, url: url.slice(ISSUER_PATH.length) })
    void handle(request.raw, reply.raw)
  })
}

const form = z.object({
  shopper: z.string().optional(),
  email: z.string().max(200).optional(),
  password: z.string().max(200).optional(),
})

function addPages(scope: FastifyInstance, provider: Provider, clients: readonly Client[]): void {
  acceptForms(scope)
  scope.setErrorHandler((error, request, reply) => {
    if (!isInteractionGone(error)) throw error
    const language = languageOf(undefined, request.headers['accept-language'])
    return html(reply.code(410), gonePage(language))
  })

  const show = async (request: FastifyRequest, reply: FastifyReply, wrong = false) => {
    const interaction = await provider.interactionDetails(request.raw, reply.raw)
    const page = pageOf(interaction, request, clients)
    if (interaction.prompt.name === 'login') {
      return html(reply, signInPage(page, listShoppers(), wrong))
    }
    const shopper = findShopper(interaction.session?.accountId ?? '')
    return html(reply, shopper === undefined ? gonePage(page.language) : consentPage(page, shopper))
  }
  scope.get(`${INTERACTION_PATH}/:uid`, (request, reply) => show(request, reply))

  scope.post(`${INTERACTION_PATH}/:uid/login`, async (request, reply) => {
    const shopper = await whoOf(form.parse(request.body))
    if (shopper === undefined) return show(request, reply.code(422), true)
    await leaveOther(provider, await provider.interactionDetails(request.raw, reply.raw), shopper)
    const result = { login: { accountId: shopper.id } }
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303)
  })

  scope.post(`${INTERACTION_PATH}/:uid/consent`, async (request, reply) => {
    const interaction = await provider.interactionDetails(request.raw, reply.raw)
    const result = { consent: { grantId: await grantWhatIsMissing(provider, interaction) } }
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303)
  })

  scope.post(`${INTERACTION_PATH}/:uid/cancel`, async (request, reply) => {
    const result = { error: 'access_denied', error_description: 'The person said no' }
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303)
  })
}

function acceptForms(scope: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 8192 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  )
}

async function whoOf({
  shopper,
  email,
  password,
}: z.output<typeof form>): Promise<Shopper | undefined> {
  if (shopper !== undefined) return findShopper(shopper)
  return findByPassword(email ?? '', password ?? '')
}

/** Else the library would ask somebody who chose another account to sign out, by a script. */
async function leaveOther(
  provider: Provider,
  interaction: Interaction,
  shopper: Shopper,
): Promise<void> {
  const { session, exp } = interaction
  if (session === undefined || session.accountId === shopper.id) return
  await (await provider.Session.findByUid(session.uid))?.destroy()
  interaction.session = undefined
  await interaction.save(exp - Math.floor(Date.now() / 1000))
}

function pageOf(interaction: Interaction, request: FastifyRequest, clients: readonly Client[]) {
  const { params, uid } = interaction
  const client = clients.find(({ id }) => id === params['client_id'])
  return {
    language: languageOf(params['ui_locales'], request.headers['accept-language']),
    path: `${INTERACTION_PATH}/${uid}`,
    client: client?.name ?? '',
  }
}

const missing = z.object({
  missingOIDCScope: z.array(z.string()).optional(),
  missingOIDCClaims: z.array(z.string()).optional(),
})

async function grantWhatIsMissing(provider: Provider, interaction: Interaction): Promise<string> {
  const { grantId, session, params, prompt } = interaction
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const clientId = String(params['client_id'])
  const grant = known ?? new provider.Grant({ accountId: session?.accountId, clientId })
  const { missingOIDCScope, missingOIDCClaims } = missing.parse(prompt.details)
  if (missingOIDCScope !== undefined) grant.addOIDCScope(missingOIDCScope.join(' '))
  if (missingOIDCClaims !== undefined) grant.addOIDCClaims(missingOIDCClaims)
  return grant.save()
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
}
