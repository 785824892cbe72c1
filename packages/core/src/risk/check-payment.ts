import type { Uuid } from '@danbao/kernel'
import { type Account } from '../accounts/account.ts'
import { settingsOf } from '../clock/settings.ts'
import type { Context } from '../engine/command.ts'
import type { WorkingSet } from '../engine/working-set.ts'
import type { LimitUse, Payment } from '../payments/payment.ts'
import { collectFacts } from './collect.ts'
import type { KnownOfPayer } from './facts.ts'
import { type PastWithSeller, pasts, sales } from './load.ts'
import { type Assessment, assess } from './rules.ts'
import { recordCheck } from './store.ts'

export interface ToCheck {
  readonly buyer: Account
  /** What is paid by one authorisation, with what each takes of the limits. */
  readonly payments: readonly Payment[]
  readonly limits: readonly LimitUse[]
  readonly known: KnownOfPayer | undefined
}

/**
 * Whether these payments have to wait for staff, kept with them. Undefined: nobody is checked here,
 * or not this buyer. Only people at level 0 are; a verified card or identity is enough.
 */
export function checkPayments(context: Context, paid: ToCheck): Assessment | undefined {
  const { ws, at } = context
  const { buyer, payments, limits, known } = paid
  if (settingsOf(ws).paymentCheck === 'approve' || buyer.level > 0) return undefined
  const [first] = payments
  if (first === undefined) return undefined
  const past = pasts.get(ws, buyer.id)?.sellers ?? []
  const base = limits.reduce((sum, use) => sum + use.base, 0n)
  const facts = collectFacts({ payments, base, buyer, known, at, past, sales: sales.all(ws) })
  const assessment = assess(facts)
  payments.forEach(({ id, sellerId }, index) => {
    recordCheck(ws, { ...assessment, id, leaderId: first.id, at })
    addToPast(ws, buyer.id, { sellerId, sum: limits[index]?.base ?? 0n })
  })
  return assessment
}

/** The next payment of the same transaction sees this one. */
function addToPast(
  ws: WorkingSet,
  buyerId: Uuid,
  { sellerId, sum }: { readonly sellerId: Uuid; readonly sum: bigint },
): void {
  const sellers = pasts.get(ws, buyerId)?.sellers ?? []
  const before = sellers.find((one) => one.sellerId === sellerId) ?? { ...NOTHING_PAST, sellerId }
  const after = { ...before, recent: before.recent + 1, recentSum: before.recentSum + sum }
  pasts.put(ws, {
    id: buyerId,
    sellers: [...sellers.filter((one) => one.sellerId !== sellerId), after],
  })
}

const NOTHING_PAST: Omit<PastWithSeller, 'sellerId'> = {
  recent: 0,
  recentSum: 0n,
  released: 0,
  opened: 0,
  lost: 0,
}
