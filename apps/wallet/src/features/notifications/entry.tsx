import { NOTIFICATION_WORDS, type NotificationView } from '@danbao/contracts/wallet'
import { cx, Link, Time, useLocale, useMoney, useWords, words } from '@danbao/ui'
import { dueText } from './by-day.ts'
import { iconOf } from './kind-icon.ts'
import { useRead } from './queries.ts'

const kindWords = words(NOTIFICATION_WORDS)
const entryWords = words({
  unread: { en: 'New', ru: 'Новое', zh: '未读' },
})

/** One thing that happened; opening it leads to its payment and makes it read. */
export function Entry({ entry }: { readonly entry: NotificationView }) {
  const t = useWords(kindWords)
  const say = useWords(entryWords)
  const money = useMoney()
  const locale = useLocale()
  const read = useRead()
  const { kind, payment, counterpart, description, amount, part, due } = entry
  const values = {
    amount: money(amount),
    part: part === null ? '' : money(part),
    other: counterpart ?? '',
    due: due === null ? '' : dueText(due, locale),
  }
  const Icon = iconOf(kind)
  return (
    <li>
      <Link
        href={payment === null ? '/' : `/payments/${payment}`}
        onClick={() => {
          if (!entry.read) read.mutate({ id: entry.id })
        }}
        className="-mx-2 flex items-start gap-3 rounded-card px-2 py-3 hover:bg-well"
      >
        <span
          className={cx(
            'grid size-11 shrink-0 place-items-center rounded-full',
            entry.read ? 'bg-well text-ink-soft' : 'bg-jade-wash text-jade',
          )}
        >
          <Icon aria-hidden className="size-5" />
        </span>
        <span className="min-w-0 flex-1 break-words">
          <span className={cx('block', !entry.read && 'font-strong')}>{t(kind, values)}</span>
          <span className="block text-small text-ink-soft">{t(`${kind}_text`, values)}</span>
          <span className="block text-small text-ink-soft">
            {!entry.read && <span className="font-strong text-jade">{say('unread')} · </span>}
            <Time at={entry.created_at} />
            {description !== null && ` · ${description}`}
          </span>
        </span>
      </Link>
    </li>
  )
}
