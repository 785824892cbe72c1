import { Link, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { unreadQuery } from './queries.ts'

const bellWords = words({
  none: { en: 'Notifications', ru: 'Уведомления', zh: '通知' },
  some: {
    en: 'Notifications: {count} new',
    ru: 'Уведомления: {count, plural, one {# новое} few {# новых} many {# новых} other {# новых}}',
    zh: '通知：{count} 条未读',
  },
})

/** How much is new, and the way there. */
export function Bell() {
  const t = useWords(bellWords)
  const { data } = useQuery(unreadQuery)
  const count = data?.count ?? 0
  return (
    <Link
      href="/notifications"
      className="tap relative inline-flex items-center justify-center rounded-card text-ink-soft hover:bg-well hover:text-ink"
    >
      <BellIcon aria-hidden className="size-5" />
      <span className="sr-only">{count === 0 ? t('none') : t('some', { count })}</span>
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-0.5 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-jade px-1 text-[0.6875rem] leading-none font-strong text-on-jade tabular-nums"
        >
          {count > 9 ? '9+' : count}
        </span>
      )}
    </Link>
  )
}
