import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import { Badge, cx, Link, Money, useTime, useWords, words } from '@danbao/ui'
import {
  AlarmClock,
  KeyRound,
  type LucideIcon,
  Scale,
  ScanFace,
  ShieldQuestion,
  Snowflake,
  UserRoundX,
} from 'lucide-react'
import { kindWords, levelWords } from '../common/kind-words.ts'

const rowWords = words({
  due: { en: 'Due {time}', ru: 'Срок: {time}', zh: '截止：{time}' },
  overdue: { en: 'Overdue', ru: 'Просрочено', zh: '已逾期' },
  opened: { en: 'Came {time}', ru: 'Поступило {time}', zh: '提交于{time}' },
  nobody: { en: 'Nobody has it', ru: 'Никто не взял', zh: '未领取' },
  yours: { en: 'Yours', ru: 'У вас', zh: '由您处理' },
  unknown: { en: 'No known account', ru: 'Аккаунт не найден', zh: '无对应账户' },
  frozen: { en: 'Frozen', ru: 'Заморожен', zh: '已冻结' },
  at_stake: { en: 'At stake', ru: 'Сумма под вопросом', zh: '涉及金额' },
})

const ICONS: Readonly<Record<CaseKind, LucideIcon>> = {
  identity: ScanFace,
  recovery: KeyRound,
  closure: UserRoundX,
  payment_check: ShieldQuestion,
  dispute: Scale,
}

export interface QueueRowProps {
  readonly one: QueueCase
  readonly href: string
  readonly open: boolean
  /** The id of who looks. */
  readonly me: string
  /** Little room: a picture, the initials and what is urgent; the rest is told when asked for. */
  readonly rail: boolean
}

/**
 * One case of the queue; the whole row opens it. It is one link, wide or not: the focus stays in it
 * when a case is opened or left.
 */
export function QueueRow(props: QueueRowProps) {
  const { href, open, rail } = props
  return (
    <Link
      href={href}
      aria-current={open ? 'page' : undefined}
      className={cx(
        'rounded-card text-small hover:bg-well focus-visible:-outline-offset-2',
        'aria-[current=page]:bg-jade-wash',
        rail ? 'flex flex-col items-center gap-0.5 py-2' : 'block px-3 py-2.5',
      )}
    >
      {rail ? <Shortened {...props} /> : <Whole {...props} />}
    </Link>
  )
}

type ContentProps = Pick<QueueRowProps, 'one' | 'me'>

function Whole({ one, me }: ContentProps) {
  const t = useWords(rowWords)
  const kind = useWords(kindWords)
  const { time } = useTime()
  const Icon = ICONS[one.kind]
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className="font-strong">{kind(one.kind)}</span>
        <Who person={one.person} />
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        {one.overdue ? (
          <Badge kind="danger" icon={AlarmClock}>
            {t('overdue')}
          </Badge>
        ) : (
          <span className="text-ink">{t('due', { time: time(one.due_at) })}</span>
        )}
        <span>{t('opened', { time: time(one.opened_at) })}</span>
      </span>
      <span className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <span
          className={cx(one.assigned_to?.id === me ? 'font-strong text-jade' : 'text-ink-soft')}
        >
          {holderText(one, me, t)}
        </span>
        <Stakes stakes={one.stakes} label={t('at_stake')} />
      </span>
    </>
  )
}

function Shortened({ one, me }: ContentProps) {
  const t = useWords(rowWords)
  const kind = useWords(kindWords)
  const { time } = useTime()
  const Icon = one.overdue ? AlarmClock : ICONS[one.kind]
  const initials = one.person?.initials ?? '?'
  const due = one.overdue ? t('overdue') : t('due', { time: time(one.due_at) })
  const said = [kind(one.kind), initials, due, holderText(one, me, t)].join(', ')
  return (
    <>
      <Icon aria-hidden className={cx('size-4', one.overdue ? 'text-danger' : 'text-ink-soft')} />
      <span
        aria-hidden
        title={said}
        className={cx(one.assigned_to?.id === me && 'font-strong text-jade')}
      >
        {initials}
      </span>
      <span className="sr-only">{said}</span>
    </>
  )
}

function holderText(
  { assigned_to: holder }: QueueCase,
  me: string,
  t: (key: 'nobody' | 'yours') => string,
): string {
  if (holder === null) return t('nobody')
  return holder.id === me ? t('yours') : holder.name
}

function Who({ person }: Pick<QueueCase, 'person'>) {
  const t = useWords(rowWords)
  const level = useWords(levelWords)
  if (person === null) return <span className="ms-auto text-ink-soft">{t('unknown')}</span>
  return (
    <span className="ms-auto flex flex-wrap items-center justify-end gap-x-2 text-ink-soft">
      {person.frozen && (
        <span className="inline-flex items-center gap-1 text-danger">
          <Snowflake aria-hidden className="size-3.5" />
          {t('frozen')}
        </span>
      )}
      <span>{level(`level_${person.level}`)}</span>
      <span className="font-strong text-ink">{person.initials}</span>
    </span>
  )
}

function Stakes({ stakes, label }: Pick<QueueCase, 'stakes'> & { readonly label: string }) {
  const real = stakes.filter(({ value }) => value !== '0')
  if (real.length === 0) return null
  return (
    <span className="ms-auto flex flex-wrap justify-end gap-x-2">
      <span className="sr-only">{label}</span>
      {real.map((amount) => (
        <Money key={amount.currency} amount={amount} size="small" />
      ))}
    </span>
  )
}
