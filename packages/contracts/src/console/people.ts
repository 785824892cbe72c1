import { z } from 'zod'
import { balanceView } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { PAYMENT_STATES } from '../payments.ts'
import { amount, id, list, page, reason, timestamp } from '../primitives.ts'
import { cardList } from '../wallet/cards.ts'
import { levelView } from '../wallet/levels.ts'
import { staffRef } from './staff.ts'

const level = z.union([z.literal(0), z.literal(1), z.literal(2)])

export const PERSON_STATES = ['registering', 'open', 'frozen', 'resting', 'closed'] as const

export const personRef = z.object({
  id: id('acc'),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  level,
  state: z.enum(PERSON_STATES),
  created_at: timestamp,
})
export type PersonRef = z.infer<typeof personRef>

/** Told to the person in their own words and language; the reason is for staff only. */
export const FREEZE_CAUSES = [
  'suspicious_activity',
  'owner_request',
  'legal_request',
  'terms_breach',
] as const
export type FreezeCause = (typeof FREEZE_CAUSES)[number]

export const freezeView = z.object({
  cause: z.enum(FREEZE_CAUSES),
  reason: z.string(),
  frozen_by: staffRef,
  frozen_at: timestamp,
  /** An approval to lift it is waited for. */
  approval: id('apr').nullable(),
})

export const personPayment = z.object({
  id: id('pay'),
  side: z.enum(['buyer', 'seller']),
  state: z.enum(PAYMENT_STATES),
  amount,
  in_escrow: amount,
  description: z.string().nullable(),
  /** A dispute that is or was open about it. */
  dispute: id('dsp').nullable(),
  created_at: timestamp,
})
export type PersonPayment = z.infer<typeof personPayment>

export const historyEntry = z.object({
  id: z.string(),
  /** What happened, e.g. `signed_in`; the apps have words for each. */
  kind: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  at: timestamp,
})

export const personSession = z.object({
  id: id('ses'),
  ip: z.string(),
  user_agent: z.string(),
  created_at: timestamp,
  last_seen_at: timestamp,
})

/** An identity check, recovery or closure as one line. */
const past = <P extends 'idc' | 'rec' | 'clo'>(prefix: P) =>
  z.object({
    id: id(prefix),
    kind: z.string().nullable(),
    state: z.string(),
    started_at: timestamp,
    ended_at: timestamp.nullable(),
  })

export const personPage = z.object({
  person: personRef,
  profile: z.object({
    given_name: z.string().nullable(),
    family_name: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    postal_code: z.string().nullable(),
    street: z.string().nullable(),
    language: z.enum(['en', 'ru', 'zh']),
    document_type: z.string().nullable(),
    email_confirmed_at: timestamp,
    registered_at: timestamp.nullable(),
    closed_at: timestamp.nullable(),
  }),
  /** Of the present level, and what is used of them. */
  limits: levelView,
  freeze: freezeView.nullable(),
  /** Until when nothing is spent, because the account was recovered. */
  resting_until: timestamp.nullable(),
  balances: z.array(balanceView),
  /** The newest; `listPersonPayments` has the rest. */
  payments: z.array(personPayment),
  cards: cardList,
  sessions: z.array(personSession),
  /** The newest; `listPersonHistory` has the rest. */
  history: z.array(historyEntry),
  identity_checks: z.array(past('idc')),
  recoveries: z.array(past('rec')),
  closures: z.array(past('clo')),
})
export type PersonPage = z.infer<typeof personPage>

const one = { params: { id: 'acc' } } as const

export const peopleRoutes = {
  /**
   * By e-mail address, telephone number, name or account id; the newest 20. It is asked by POST so
   * that what is looked for stays out of addresses and logs.
   */
  findPeople: {
    method: 'POST',
    path: '/console/api/people/find',
    access: 'person.search',
    body: z.strictObject({ query: z.string().trim().min(2, 'must be longer').max(254) }),
    response: z.object({ data: z.array(personRef), more: z.boolean() }),
    refusals: ['try_later'],
  },
  getPersonPage: {
    ...one,
    method: 'GET',
    path: '/console/api/people/{id}',
    access: 'person.read',
    response: personPage,
    refusals: ['not_found'],
  },
  listPersonPayments: {
    ...one,
    method: 'GET',
    path: '/console/api/people/{id}/payments',
    access: 'person.read',
    query: z.strictObject(page),
    response: list(personPayment),
    refusals: ['not_found', 'invalid_cursor'],
  },
  listPersonHistory: {
    ...one,
    method: 'GET',
    path: '/console/api/people/{id}/history',
    access: 'person.read',
    query: z.strictObject(page),
    response: list(historyEntry),
    refusals: ['not_found', 'invalid_cursor'],
  },
  endPersonSessions: {
    ...one,
    method: 'POST',
    path: '/console/api/people/{id}/sessions/end',
    access: 'session.end',
    body: z.strictObject({ reason }),
    response: z.object({ ended: z.number().int() }),
    refusals: ['not_found'],
  },
  /** Nothing is spent from now on; refunds keep coming in. */
  freezeAccount: {
    ...one,
    method: 'POST',
    path: '/console/api/people/{id}/freeze',
    access: 'account.freeze',
    body: z.strictObject({ cause: z.enum(FREEZE_CAUSES), reason }),
    response: z.object({ freeze: freezeView.nullable() }),
    refusals: ['not_found', 'wrong_state'],
  },
  /** By somebody else than who froze it; who froze it asks for an approval this way. */
  unfreezeAccount: {
    ...one,
    method: 'POST',
    path: '/console/api/people/{id}/unfreeze',
    access: 'account.freeze',
    body: z.strictObject({ reason }),
    response: z.object({ freeze: freezeView.nullable() }),
    refusals: ['not_found', 'wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
