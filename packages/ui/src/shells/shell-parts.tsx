import { CloudOff, type LucideIcon } from 'lucide-react'
import { useOnline } from '../api/online.ts'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { Link } from './link.tsx'

export const shellWords = words({
  skip: { en: 'Skip to the content', ru: 'К содержанию', zh: '跳到内容' },
  main: { en: 'Main', ru: 'Главное', zh: '主导航' },
  home: { en: 'Danbao, to the first page', ru: 'Danbao, на главную', zh: 'Danbao，返回首页' },
  back: { en: 'Back', ru: 'Назад', zh: '返回' },
  offline: {
    en: 'No connection. You see what was read last; what you type is kept.',
    ru: 'Нет связи. Вы видите последнее загруженное; введённое сохранится.',
    zh: '网络已断开。显示的是上次读取的内容，您的输入会保留。',
  },
})

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
  readonly current: boolean
  /** How many things wait there. */
  readonly count?: number | undefined
}

/** For the keyboard: past everything that stands above each page. */
export function SkipLink() {
  const t = useWords(shellWords)
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-card focus:bg-card focus:p-3 focus:shadow-card"
    >
      {t('skip')}
    </a>
  )
}

/** Says honestly that we can not be reached. */
export function OfflineBanner() {
  const t = useWords(shellWords)
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-amber-wash px-4 py-2 text-small text-amber">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}

/** One way of the navigation at the side. */
export function SideLink({
  item,
  dense = false,
}: {
  readonly item: NavItem
  readonly dense?: boolean
}) {
  const { href, label, icon: Icon, current, count } = item
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex items-center gap-3 rounded-card px-3 text-ink-soft hover:bg-well hover:text-ink',
        dense ? 'min-h-10 text-small' : 'min-h-11',
        'aria-[current=page]:bg-jade-wash aria-[current=page]:font-strong aria-[current=page]:text-jade',
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">{label}</span>
      {count !== undefined && count > 0 && (
        <span className="rounded-full bg-well px-2 text-small text-ink tabular-nums">{count}</span>
      )}
    </Link>
  )
}
