import type { CardView } from '@danbao/contracts/wallet'
import { Badge, IconButton, RowLink, useWords } from '@danbao/ui'
import { CreditCard, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { cardWords } from './card-words.ts'
import { expiryText } from './expiry-text.ts'
import { UnlinkDialog } from './unlink-dialog.tsx'

/** Each card leads to its page, and can be unlinked right here. */
export function CardRows({ cards }: { readonly cards: readonly CardView[] }) {
  return (
    <ul className="-my-2 divide-y divide-line">
      {cards.map((card) => (
        <CardRow key={card.id} card={card} isLast={cards.length === 1} />
      ))}
    </ul>
  )
}

interface CardRowProps {
  readonly card: CardView
  /** There is no other one. */
  readonly isLast: boolean
}

function CardRow({ card, isLast }: CardRowProps) {
  const t = useWords(cardWords)
  const [asking, setAsking] = useState(false)
  const { id, brand, last4, exp_month, exp_year, is_default, standing } = card
  return (
    <li className="flex items-center gap-2 py-1">
      <span className="min-w-0 flex-1">
        <RowLink
          href={`/cards/${id}`}
          icon={CreditCard}
          title={`${brand} •••• ${last4}`}
          text={t('until', { month: expiryText(exp_month, exp_year) })}
          end={
            standing === 'good' ? (
              is_default && <Badge>{t('default')}</Badge>
            ) : (
              <Badge kind="attention">{t(standing)}</Badge>
            )
          }
        />
      </span>
      <IconButton
        icon={Trash2}
        label={t('unlink_named', { last4 })}
        onClick={() => setAsking(true)}
      />
      <UnlinkDialog card={card} isLast={isLast} open={asking} onClose={() => setAsking(false)} />
    </li>
  )
}
