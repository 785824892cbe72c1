import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { signInAnswer } from './sign-in.ts'

/** The seeded people of a sandbox: with money, without, and with something to sell. */
export const SANDBOX_PEOPLE = ['buyer', 'new_buyer', 'seller'] as const
export type SandboxPerson = (typeof SANDBOX_PEOPLE)[number]

export const walletEntrance = z.object({
  object: z.literal('wallet_entrance'),
  mode: z.enum(['sandbox', 'live']),
  one_click: z
    .array(z.object({ person: z.enum(SANDBOX_PEOPLE), name: z.string(), email: z.string() }))
    .meta({ description: 'Whom one click signs in as; empty unless this is a sandbox.' }),
  payment_password: z
    .string()
    .nullable()
    .meta({ description: 'Of the seeded people, who are nobody; null: there are none.' }),
})
export type WalletEntrance = z.infer<typeof walletEntrance>

export const sandboxAppRoutes = {
  getWalletEntrance: {
    method: 'GET',
    path: '/wallet/api/entrance',
    access: 'anyone',
    response: walletEntrance,
    refusals: [],
  },
  signInAsSandboxPerson: {
    method: 'POST',
    path: '/wallet/api/sandbox/sign-in',
    access: 'anyone',
    sandboxOnly: true,
    body: z.strictObject({ person: z.enum(SANDBOX_PEOPLE) }),
    response: signInAnswer,
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
