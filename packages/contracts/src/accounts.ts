import { z } from 'zod'
import { amount, currencyCode, id, list, name, page, reference, timestamp } from './primitives.ts'

export const LEVELS = [0, 1, 2] as const

export const accountView = z
  .object({
    id: id('acc'),
    object: z.literal('account'),
    name: z.string(),
    email: z.string().nullable(),
    reference: z.string().nullable(),
    level: z.literal(LEVELS),
    created_at: timestamp,
  })
  .meta({ id: 'Account', description: 'A person: buys from a wallet, sells into proceeds.' })
export type AccountView = z.infer<typeof accountView>

export const accountList = list(accountView)
export type AccountList = z.infer<typeof accountList>

export const accountsQuery = z.strictObject({ reference: reference.optional(), ...page })
export type AccountsQuery = z.infer<typeof accountsQuery>

export const createAccountRequest = z.strictObject({
  name,
  email: z.email().max(254).optional(),
  reference: reference.optional(),
})
export type CreateAccountRequest = z.infer<typeof createAccountRequest>

export const updateAccountRequest = z.strictObject({
  level: z.literal(LEVELS).meta({
    description: '0: e-mail confirmed, 1: card verified, 2: identity approved.',
  }),
})
export type UpdateAccountRequest = z.infer<typeof updateAccountRequest>

export const balanceView = z
  .object({
    currency: z.string(),
    available: amount.meta({ description: 'In the wallet; spends on purchases.' }),
    held: amount.meta({ description: 'Own money in the escrow of payments not yet closed.' }),
    proceeds: z.object({
      value: z
        .string()
        .regex(/^-?\d+$/)
        .meta({ description: 'Below zero: a debt.' }),
      currency: z.string(),
    }),
    expected: amount.meta({
      description: 'In escrow for this account as a seller, before commission.',
    }),
  })
  .meta({ id: 'Balance' })
export const balancesView = z.object({
  object: z.literal('balances'),
  account: id('acc'),
  at: timestamp,
  balances: z.array(balanceView),
})
export type BalancesView = z.infer<typeof balancesView>

export const transferView = z
  .object({
    id: id('trf'),
    object: z.literal('transfer'),
    set: z.string().meta({ description: 'Transfers of one set succeeded together.' }),
    code: z.string().meta({ description: 'What it was: pay, release, refund, …' }),
    book: z.enum(['wallet', 'proceeds']),
    change: z.object({ value: z.string().regex(/^-?\d+$/), currency: z.string() }),
    balance_after: z.object({ value: z.string().regex(/^-?\d+$/), currency: z.string() }),
    subject: z
      .string()
      .nullable()
      .meta({ description: 'The payment, top-up or payout it belongs to.' }),
    occurred_at: timestamp,
    recorded_at: timestamp,
  })
  .meta({ id: 'Transfer', description: 'One line of a statement.' })
export const transferList = list(transferView)
export type TransferView = z.infer<typeof transferView>
export type TransferList = z.infer<typeof transferList>

export const transfersQuery = z.strictObject({
  currency: currencyCode,
  book: z.enum(['wallet', 'proceeds']).optional().meta({ description: 'Default: wallet.' }),
  at: timestamp.optional().meta({ description: 'Only what happened up to this instant.' }),
  ...page,
})
export type TransfersQuery = z.infer<typeof transfersQuery>

export const balancesQuery = z.strictObject({ at: timestamp.optional() })
export type BalancesQuery = z.infer<typeof balancesQuery>
