import type { PaymentState } from '@danbao/contracts'
import type { NoticeKind, NotificationKind } from '@danbao/contracts/wallet'
import type { Instant, Uuid } from '@danbao/kernel'

/** A payment as those who are told of it need it. */
export interface Subject {
  readonly paymentId: Uuid
  /** Null: nobody with a login. */
  readonly buyerId: Uuid | null
  readonly sellerId: Uuid | null
  readonly buyerName: string | null
  readonly sellerName: string | null
  readonly description: string | null
  readonly currency: string
  /** The total, minor units, like all amounts here. */
  readonly amount: bigint
  readonly toBuyer: bigint
  readonly toSeller: bigint
  readonly stage: Stage
}

/** How far a payment has come: what its timeline shows. */
export interface Stage {
  readonly state: PaymentState
  readonly paidAt: Instant | null
  readonly shippedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly closedAt: Instant | null
  readonly dueAt: Instant | null
}

/** One thing that one person is told. */
export interface Told {
  readonly kind: NotificationKind
  readonly personId: Uuid
  /** What it tells of: nobody is told of it twice. */
  readonly cause: string
  readonly subject: Subject | null
  readonly currency: string
  readonly amount: bigint
  readonly part: bigint | null
  readonly dueAt: Instant | null
  readonly at: Instant
  /** They did it themselves: it stands in their list as read, and is no news by mail. */
  readonly own: boolean
}

/** The same, before it is known who it is: for the buyer, the seller, or both. */
export interface Draft {
  readonly kind: NotificationKind
  readonly to: 'buyer' | 'seller'
  readonly part?: bigint
  readonly due?: Instant | null
  readonly own?: boolean
}

/** Own acts that are mailed all the same: proofs of what happened to the money. */
const RECEIPTS: ReadonlySet<NotificationKind> = new Set(['buyer_checking', 'buyer_paid'])
/** Nothing happened to any money, and nothing is to be done. */
const SCREEN_ONLY: ReadonlySet<NotificationKind> = new Set(['buyer_dropped'])

export function isMailed({ kind, own }: Pick<Told, 'kind' | 'own'>): boolean {
  return !SCREEN_ONLY.has(kind) && (!own || RECEIPTS.has(kind))
}

/** Which choice of the person a mail goes by. */
export function noticeKindOf(kind: NotificationKind): NoticeKind {
  if (kind.endsWith('_soon')) return 'reminders'
  return DISPUTES.test(kind) ? 'disputes' : 'payments'
}

const DISPUTES = /disputed|offer|return|escalated|decided|appeal|claim|withdrawn/
