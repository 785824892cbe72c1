import { z } from 'zod'
import { missing } from '../api-error.ts'
import { newId } from '../ids.ts'
import { detachPaymentMethod } from '../payment-methods.ts'
import type { Customer } from '../records.ts'
import type { State } from '../state.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { mergeMetadata, metadata, nothing, page, text } from './schemas.ts'

const person = z.strictObject({
  email: text.optional(),
  name: text.optional(),
  phone: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})

export function addCustomers(add: AddRoute, state: State): void {
  const { customers, paymentMethods } = state
  add({
    method: 'POST',
    path: '/customers',
    schema: person,
    run({ params }) {
      const customer = customers.add({
        id: newId('cus'),
        object: 'customer',
        created: state.now(),
        email: params.email || null,
        name: params.name || null,
        phone: params.phone || null,
        description: params.description || null,
        metadata: mergeMetadata({}, params.metadata),
        livemode: false,
      })
      state.tell('customer.created', customer)
      return customer
    },
  })
  add({
    method: 'GET',
    path: '/customers',
    schema: z.strictObject({ ...page, email: text.optional() }),
    run({ params }) {
      const rows = customers
        .list()
        .filter(({ deleted, email }) => !deleted && [undefined, email].includes(params.email))
      return listPage(rows, params, '/v1/customers')
    },
  })
  add({
    method: 'GET',
    path: '/customers/:id',
    schema: nothing,
    run({ id }) {
      const customer = customers.get(id)
      return customer.deleted ? { id, object: 'customer', deleted: true } : customer
    },
  })
  add({
    method: 'POST',
    path: '/customers/:id',
    schema: person,
    run({ id, params: { metadata: given, ...rest } }) {
      const present = findCustomer(state, id)
      const changed = customers.change(id, {
        ...emptied(rest),
        metadata: mergeMetadata(present.metadata, given),
      })
      state.tell('customer.updated', changed)
      return changed
    },
  })
  add({
    method: 'DELETE',
    path: '/customers/:id',
    schema: nothing,
    run({ id }) {
      findCustomer(state, id)
      for (const method of paymentMethods.list()) {
        if (method.customer === id) detachPaymentMethod(state, method.id)
      }
      state.tell('customer.deleted', customers.change(id, { deleted: true }))
      return { id, object: 'customer', deleted: true }
    },
  })
}

/** Throws ApiError when there is none, or none any more. */
export function findCustomer(state: State, id: string, param?: string): Customer {
  const customer = state.customers.get(id, param)
  if (customer.deleted) throw missing('customer', id, param)
  return customer
}

type Given = Omit<z.output<typeof person>, 'metadata'>

function emptied(given: Given): Partial<Customer> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || null]))
}
