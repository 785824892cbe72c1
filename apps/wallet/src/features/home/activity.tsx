import { ACTIVITY_WORDS, activityWord, type ActivityView } from '@danbao/contracts/wallet'
import { Avatar, Card, EmptyState, Money, TextLink, Time, useWords, words } from '@danbao/ui'
import {
  ArrowDownLeft,
  ArrowLeftRight,
  ArrowUpRight,
  CreditCard,
  History,
  Landmark,
  type LucideIcon,
  PlusCircle,
  Undo2,
} from 'lucide-react'

const activityWords = words(ACTIVITY_WORDS)

const listWords = words({
  title: { en: 'Recent activity', ru: 'Последние операции', zh: '最近动态' },
  statements: { en: 'Statements', ru: 'Выписки', zh: '对账单' },
  none: { en: 'Nothing has happened yet', ru: 'Пока ничего не было', zh: '暂无动态' },
  none_text: {
    en: 'Payments, refunds and sales will stand here, the newest first.',
    ru: 'Здесь появятся платежи, возвраты и продажи — сначала новые.',
    zh: '付款、退款和销售记录将显示在这里，最新的在最前。',
  },
})

const ICONS: Readonly<Record<string, LucideIcon>> = {
  refund: Undo2,
  top_up: PlusCircle,
  exchange: ArrowLeftRight,
  charge: CreditCard,
  payout: Landmark,
  payout_undone: Undo2,
}

/** The newest movements: with whom, what, when, how much. */
export function Activity({ entries }: { readonly entries: readonly ActivityView[] }) {
  const t = useWords(listWords)
  return (
    <Card title={t('title')}>
      {entries.length === 0 ? (
        <EmptyState icon={History} title={t('none')}>
          {t('none_text')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries.length > 0 && (
        <p className="mt-3">
          <TextLink href="/statements">{t('statements')}</TextLink>
        </p>
      )}
    </Card>
  )
}

function Entry({ entry }: { readonly entry: ActivityView }) {
  const tell = useWords(activityWords)
  const { change, code, description, occurred_at: at } = entry
  // At the other side of a card that pays in stands nobody, whatever it pays for.
  const counterpart = code === 'charge' ? null : entry.counterpart
  const comesIn = BigInt(change.value) > 0n
  const what = tell(activityWord(code, comesIn))
  return (
    <li className="flex items-start gap-3 py-3 first:pt-0 last:pb-0">
      {counterpart === null ? (
        <Sign code={code} comesIn={comesIn} />
      ) : (
        <Avatar name={counterpart} />
      )}
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-3">
          <p className="min-w-0 break-words">
            <Subject subject={entry.subject}>{counterpart ?? what}</Subject>
          </p>
          <Money amount={change} signed className={comesIn ? 'text-jade' : ''} />
        </div>
        {counterpart !== null && <p className="text-small text-ink-soft">{what}</p>}
        {description !== null && (
          <p className="truncate text-small text-ink-soft" title={description}>
            {description}
          </p>
        )}
        <p className="text-small text-ink-soft">
          <Time at={at} />
        </p>
      </div>
    </li>
  )
}

/** Leads to the payment, the top-up or the payouts, where there is one. */
function Subject(props: { readonly subject: string | null; readonly children: string }) {
  const { subject, children } = props
  return subject === null ? children : <TextLink href={placeOf(subject)}>{children}</TextLink>
}

function placeOf(subject: string): string {
  if (subject.startsWith('pot_')) return '/payouts'
  return subject.startsWith('top_') ? `/top-up/${subject}` : `/payments/${subject}`
}

interface SignProps {
  readonly code: string
  readonly comesIn: boolean
}

/** In the place of a face, where nobody stands at the other side. */
function Sign({ code, comesIn }: SignProps) {
  const Icon = ICONS[code] ?? (comesIn ? ArrowDownLeft : ArrowUpRight)
  return (
    <span className="grid size-11 shrink-0 place-items-center rounded-full bg-well text-ink-soft">
      <Icon aria-hidden className="size-5" />
    </span>
  )
}
