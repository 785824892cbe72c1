import type { PaymentView } from '@danbao/contracts'
import { Money } from '../formats/money-text.tsx'
import { Time } from '../formats/time-text.tsx'
import { Avatar } from '../parts/badge.tsx'
import { Card } from '../parts/card.tsx'
import { PaymentBadge } from './payment-badge.tsx'
import { timelineOf } from './timeline.ts'
import { useWaiting } from './use-waiting.ts'

export interface MoneyCardProps {
  readonly payment: PaymentView
  readonly role: 'buyer' | 'seller'
  /** The name of the other side; null: nobody yet. */
  readonly counterpart: string | null
  readonly href: string
}

/** A payment at a glance: how much, with whom, how it stands, what is next. All of it is the link. */
export function MoneyCard({ payment, role, counterpart, href }: MoneyCardProps) {
  const present = timelineOf(payment).find(({ state }) => state === 'present')
  return (
    <Card href={href}>
      <div className="flex items-start gap-3">
        <Avatar name={counterpart ?? payment.description ?? '·'} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-3">
            <p className="min-w-0 break-words font-strong">{counterpart ?? payment.description}</p>
            <Money amount={payment.amount} />
          </div>
          {counterpart !== null && payment.description !== null && (
            <p className="truncate text-small text-ink-soft">{payment.description}</p>
          )}
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
            <PaymentBadge state={payment.state} />
            <Time
              at={payment.closed_at ?? payment.paid_at ?? payment.created_at}
              className="text-small text-ink-soft"
            />
          </div>
          {present !== undefined && <Next step={present} role={role} />}
        </div>
      </div>
    </Card>
  )
}

function Next(props: {
  readonly step: Parameters<typeof useWaiting>[0]
  readonly role: 'buyer' | 'seller'
}) {
  const waiting = useWaiting(props.step, props.role)
  return waiting === undefined ? null : <p className="mt-2 text-small text-ink-soft">{waiting}</p>
}
