import { z } from 'zod'
import { decideDispute, giveEvidence } from '../disputes.ts'
import { createRefund } from '../refunds.ts'
import type { Charge } from '../payment-records.ts'
import { refusal } from '../api-error.ts'
import type { State } from '../state.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { amount, flag, mergeMetadata, metadata, nothing, page, text } from './schemas.ts'

const ofPayment = { charge: text.optional(), payment_intent: text.optional() }

/** Charges, their refunds and chargebacks, and what each does to the shop's balance. */
export function addCharges(add: AddRoute, state: State): void {
  const { charges, balanceTransactions } = state
  add({
    method: 'GET',
    path: '/charges',
    schema: z.strictObject({
      ...page,
      customer: text.optional(),
      payment_intent: text.optional(),
    }),
    run({ params }) {
      const rows = charges
        .list()
        .filter(({ customer }) => [undefined, customer].includes(params.customer))
        .filter(({ payment_intent }) => [undefined, payment_intent].includes(params.payment_intent))
      return listPage(rows, params, '/v1/charges')
    },
  })
  add({ method: 'GET', path: '/charges/:id', schema: nothing, run: ({ id }) => charges.get(id) })
  add({
    method: 'GET',
    path: '/balance_transactions',
    schema: z.strictObject({ ...page, source: text.optional() }),
    run({ params }) {
      const rows = balanceTransactions
        .list()
        .filter(({ source }) => [undefined, source].includes(params.source))
      return listPage(rows, params, '/v1/balance_transactions')
    },
  })
  add({
    method: 'GET',
    path: '/balance_transactions/:id',
    schema: nothing,
    run: ({ id }) => balanceTransactions.get(id),
  })
  addRefunds(add, state)
  addDisputes(add, state)
}

function addRefunds(add: AddRoute, state: State): void {
  const { refunds } = state
  add({
    method: 'POST',
    path: '/refunds',
    schema: z.strictObject({
      ...ofPayment,
      amount: amount.optional(),
      metadata: metadata.optional(),
      reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    }),
    run: ({ params }) =>
      createRefund(state, findCharge(state, params), {
        amount: params.amount,
        metadata: mergeMetadata({}, params.metadata),
        reason: params.reason ?? null,
      }),
  })
  add({
    method: 'GET',
    path: '/refunds',
    schema: z.strictObject({ ...page, ...ofPayment }),
    run: ({ params }) => listPage(ofSame(refunds.list(), params), params, '/v1/refunds'),
  })
  add({ method: 'GET', path: '/refunds/:id', schema: nothing, run: ({ id }) => refunds.get(id) })
  add({
    method: 'POST',
    path: '/refunds/:id',
    schema: z.strictObject({ metadata: metadata.optional() }),
    run: ({ id, params }) =>
      refunds.change(id, { metadata: mergeMetadata(refunds.get(id).metadata, params.metadata) }),
  })
}

function addDisputes(add: AddRoute, state: State): void {
  const { disputes } = state
  add({
    method: 'GET',
    path: '/disputes',
    schema: z.strictObject({ ...page, ...ofPayment }),
    run: ({ params }) => listPage(ofSame(disputes.list(), params), params, '/v1/disputes'),
  })
  add({ method: 'GET', path: '/disputes/:id', schema: nothing, run: ({ id }) => disputes.get(id) })
  add({
    method: 'POST',
    path: '/disputes/:id',
    schema: z.strictObject({
      evidence: z.record(z.string(), z.string().max(20_000)).optional(),
      metadata: metadata.optional(),
      submit: flag.optional(),
    }),
    run({ id, params }) {
      const present = disputes.get(id)
      const changed = disputes.change(id, {
        metadata: mergeMetadata(present.metadata, params.metadata),
      })
      if (params.evidence === undefined && params.submit !== true) return changed
      return giveEvidence(state, id, {
        evidence: params.evidence ?? {},
        isSubmitted: params.submit ?? true,
      })
    },
  })
  add({
    method: 'POST',
    path: '/disputes/:id/close',
    schema: nothing,
    run: ({ id }) => decideDispute(state, id, 'lost'),
  })
}

interface OfPayment {
  readonly charge?: string | undefined
  readonly payment_intent?: string | undefined
}

function ofSame<T extends { readonly charge: string; readonly payment_intent: string }>(
  rows: readonly T[],
  { charge, payment_intent: intent }: OfPayment,
): readonly T[] {
  return rows
    .filter((row) => [undefined, row.charge].includes(charge))
    .filter((row) => [undefined, row.payment_intent].includes(intent))
}

/** Throws ApiError when nothing was paid. */
function findCharge(state: State, { charge, payment_intent: intent }: OfPayment): Charge {
  if (charge !== undefined) return state.charges.get(charge, 'charge')
  if (intent === undefined) {
    throw refusal('One of the following params should be provided: payment_intent or charge.')
  }
  const { latest_charge: id } = state.paymentIntents.get(intent, 'payment_intent')
  if (id !== null) return state.charges.get(id)
  throw refusal(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}
