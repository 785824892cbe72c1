import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import {
  amount,
  currencyCode,
  id,
  list,
  page,
  positiveAmount,
  reason,
  timestamp,
} from '../primitives.ts'
import { DEPOSIT_DOUBTS, RAILS, TOP_UP_STATES } from '../top-ups.ts'
import { importedFileView } from '../rail-files.ts'
import { commandKey } from '../wallet/checkout.ts'
import { deskParty } from './payments.ts'
import { staffRef } from './staff.ts'

export const RESOLUTION_KINDS = ['assign', 'return', 'collect', 'write_off'] as const
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number]

export const WISH_STATES = ['asked', 'agreed', 'done', 'refused', 'failed'] as const
export type WishState = (typeof WISH_STATES)[number]

export const deskDeposit = z.object({
  id: id('dep'),
  rail: z.enum(RAILS),
  kind: z.enum(['arrival', 'reversal']),
  amount,
  open: amount.meta({ description: 'What of it waits for staff.' }),
  doubt: z.enum(DEPOSIT_DOUBTS).nullable(),
  payer: z.string().nullable(),
  payer_account: z.string().nullable(),
  note: z.string().nullable(),
  reference: z.string().nullable(),
  file: z.object({ name: z.string(), place: z.string().nullable() }).nullable(),
  account: deskParty.nullable().meta({ description: 'Who got it, or is thought to.' }),
  created_at: timestamp,
})
export type DeskDeposit = z.infer<typeof deskDeposit>

/** Somebody whose top-up it may be. */
const suggestion = z.object({
  account: deskParty,
  state: z.enum(TOP_UP_STATES),
  amount,
  reference: z.string().nullable(),
  created_at: timestamp,
  name_alike: z.boolean().meta({ description: 'Whether the payer’s name may be theirs.' }),
})

export const deskDepositPage = z.object({
  object: z.literal('desk_deposit'),
  deposit: deskDeposit,
  suggestions: z.array(suggestion),
  /** What was wanted with it so far, newest first. */
  wishes: z.array(
    z.object({
      kind: z.enum(RESOLUTION_KINDS),
      amount,
      account: deskParty.nullable(),
      state: z.enum(WISH_STATES),
      failure: z.string().nullable(),
      reason: z.string(),
      requested_by: staffRef,
      requested_at: timestamp,
      approval: id('apr'),
    }),
  ),
  /** What can be wanted now; empty: nothing is open, or another wish waits. */
  choices: z.array(z.enum(RESOLUTION_KINDS)),
})
export type DeskDepositPage = z.infer<typeof deskDepositPage>

/** What a rail owes the operator, or has laid down where nobody knows whose it is. */
export const clearingLine = z.object({
  rail: z.enum(RAILS),
  owed: amount.meta({ description: 'Reported and not yet paid to the operator.' }),
  items: z.int(),
  oldest: timestamp.nullable(),
  suspense: amount,
  waiting: z.int(),
  waiting_since: timestamp.nullable(),
})
export type ClearingLine = z.infer<typeof clearingLine>

/** Reported by a rail and not yet paid to the operator; below zero: it went back. */
const openItem = z.object({
  kind: z.enum(['deposit', 'charge']),
  id: z.uuid(),
  amount,
  reference: z.string().nullable(),
  at: timestamp,
})
export type OpenItem = z.infer<typeof openItem>

export const openItems = z.object({
  object: z.literal('open_items'),
  rail: z.enum(RAILS),
  currency: currencyCode,
  items: z.array(openItem).meta({ description: 'The oldest 200.' }),
})
export type OpenItems = z.infer<typeof openItems>

/** A rail's day in UTC, in minor units. */
const railDay = z.object({
  day: z.iso.date(),
  arrived: z.string().meta({ description: 'Reported, into wallets and suspense.' }),
  returned: z.string().meta({ description: 'Taken back or sent back.' }),
  paid: z.string().meta({ description: 'To the operator.' }),
  fee: z.string().meta({ description: 'Kept by the rail.' }),
  owed: z.string().meta({ description: 'At the end; below zero: the operator owes it.' }),
})
export type RailDay = z.infer<typeof railDay>

export const railStatement = z.object({
  object: z.literal('rail_statement'),
  rail: z.enum(RAILS),
  currency: currencyCode,
  days: z.array(railDay).meta({ description: 'The last 30, oldest first; today is not over.' }),
})
export type RailStatement = z.infer<typeof railStatement>

const reconciliation = z.object({
  object: z.literal('reconciliation'),
  lines: z.array(clearingLine),
  accounts: z
    .array(z.object({ rail: z.enum(RAILS), currency: currencyCode }))
    .meta({ description: 'Whatever was ever reported in, also where nothing is open.' }),
})

export const railFileView = z.object({
  id: z.string(),
  name: z.string(),
  format: z.string(),
  by: z.string(),
  at: timestamp,
  finished: z.boolean(),
  counts: z.record(z.string(), z.int()),
})
export type RailFileView = z.infer<typeof railFileView>

const one = { access: 'funding.manage', params: { id: 'dep' }, response: deskDepositPage } as const

export const fundingDeskRoutes = {
  /** Newest first. */
  listDeposits: {
    method: 'GET',
    path: '/console/api/deposits',
    access: 'funding.manage',
    query: z.strictObject({ which: z.enum(['open', 'all']), ...page }),
    response: list(deskDeposit),
    refusals: ['invalid_cursor'],
  },
  getDeposit: {
    ...one,
    method: 'GET',
    path: '/console/api/deposits/{id}',
    refusals: ['not_found'],
  },
  /** Asks for it; it is done when another member agrees. */
  wishResolution: {
    ...one,
    method: 'POST',
    path: '/console/api/deposits/{id}/resolutions',
    body: z.strictObject({
      kind: z.enum(RESOLUTION_KINDS),
      amount: positiveAmount,
      account: id('acc').optional(),
      reason,
    }),
    refusals: ['not_found', 'wrong_state', 'amount_too_large', 'currency_mismatch'],
  },
  getReconciliation: {
    method: 'GET',
    path: '/console/api/reconciliation',
    access: 'funding.manage',
    response: reconciliation,
    refusals: [],
  },
  listOpenItems: {
    method: 'GET',
    path: '/console/api/reconciliation/items',
    access: 'funding.manage',
    query: z.strictObject({ rail: z.enum(RAILS), currency: currencyCode }),
    response: openItems,
    refusals: [],
  },
  /** What it reported, took back, paid and kept, day by day. */
  getRailStatement: {
    method: 'GET',
    path: '/console/api/reconciliation/days',
    access: 'funding.manage',
    query: z.strictObject({ rail: z.enum(RAILS), currency: currencyCode }),
    response: railStatement,
    refusals: [],
  },
  /** A rail has paid; what is missing to the sum of the items it has kept as its fee. */
  settleRail: {
    method: 'POST',
    path: '/console/api/settlements',
    access: 'funding.manage',
    body: z.strictObject({
      key: commandKey,
      rail: z.enum(RAILS),
      paid: amount,
      reference: z.string().trim().min(1).max(100),
      items: z
        .array(z.strictObject({ kind: z.enum(['deposit', 'charge']), id: z.uuid() }))
        .min(1)
        .max(200),
    }),
    response: reconciliation,
    refusals: ['wrong_state', 'amount_mismatch', 'reference_in_use'],
  },
  /** The newest. */
  listRailFiles: {
    method: 'GET',
    path: '/console/api/rail_files',
    access: 'funding.manage',
    response: z.object({ object: z.literal('list'), data: z.array(railFileView) }),
    refusals: [],
  },
  /** A bank's camt.053, camt.054 or MT940. */
  importRailFile: {
    method: 'POST',
    path: '/console/api/rail_files',
    access: 'funding.manage',
    query: z.strictObject({ name: z.string().min(1).max(200) }),
    body: 'file',
    response: importedFileView,
    refusals: ['file_refused'],
  },
} as const satisfies Record<string, AppRoute>
