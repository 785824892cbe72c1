import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { changed, newCart } from '../cart/cart.ts'
import { goTo, sendPage } from '../page/respond.ts'
import type { Parts } from '../parts.ts'
import { findByPassword, type Shopper } from '../sign-in/index.ts'
import { findSession, readerOf, renewSession } from '../visits/index.ts'
import { accountPage, signInPage } from './pages.ts'

const form = z.object({
  person: z.string().optional(),
  email: z.string().max(200).optional(),
  password: z.string().max(200).optional(),
})

/** Signing in to the shop itself; for its clients there is OpenID Connect. */
export function addAccount(scope: FastifyInstance, parts: Parts): void {
  const { store, sellers } = parts

  scope.get('/account', async (request, reply) => {
    const reader = readerOf(parts, request)
    const id = findSession(store, request)?.person
    const person = sellers.people.find((one) => one.id === id)
    const page =
      person === undefined
        ? signInPage(reader.language, sellers, false)
        : accountPage(reader.language, sellers, person)
    return sendPage(reply, reader, page)
  })

  scope.post('/account/sign-in', async (request, reply) => {
    const person = await whoOf(parts, form.parse(request.body))
    if (person === undefined) {
      const reader = readerOf(parts, request)
      return sendPage(reply.code(422), reader, signInPage(reader.language, sellers, true))
    }
    signIn(parts, person, request, reply)
    await store.save()
    return goTo(reply, sellers.ofPerson(person.id) === undefined ? '/orders' : '/selling')
  })

  scope.post('/account/sign-out', async (request, reply) => {
    const visitor = crypto.randomUUID()
    renewSession(store, request, reply, { visitor, person: null, cart: newCart() })
    await store.save()
    return goTo(reply, '/')
  })
}

async function whoOf({ sellers }: Parts, given: z.output<typeof form>) {
  const { person, email = '', password = '' } = given
  if (person !== undefined) return sellers.people.find(({ id }) => id === person)
  return findByPassword(email, password, sellers.people)
}

/** What was ordered as a guest comes along. Of somebody else who was signed in here nothing does. */
function signIn(parts: Parts, { id }: Shopper, request: FastifyRequest, reply: FastifyReply): void {
  const { store } = parts
  const before = findSession(store, request)
  if (before !== undefined && before.person !== null && before.person !== id) {
    const anew = { visitor: crypto.randomUUID(), cart: changed(before.cart.lines) }
    renewSession(store, request, reply, { ...anew, person: id })
    return
  }
  for (const order of store.data.orders.values()) {
    if (order.visitor === before?.visitor) order.person ??= id
  }
  renewSession(store, request, reply, { person: id })
}
