import type { NotificationView } from '@danbao/contracts/wallet'
import {
  Button,
  Card,
  EmptyState,
  Loaded,
  Page,
  RefusalNote,
  TextLink,
  useLocale,
  useNow,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { BellOff, CheckCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { byDay, dayTitle } from './by-day.ts'
import { Entry } from './entry.tsx'
import { notificationsQuery, useRead } from './queries.ts'

const pageWords = words({
  title: { en: 'Notifications', ru: 'Уведомления', zh: '通知' },
  intro: {
    en: 'What happened to your money. By mail, too: <link>choose what</link>.',
    ru: 'Что происходило с вашими деньгами. И письмом: <link>выберите, о чём</link>.',
    zh: '您的资金动态，同时发送邮件：<link>选择事项</link>。',
  },
  all_read: { en: 'Mark all as read', ru: 'Отметить все прочитанными', zh: '全部标为已读' },
  more: { en: 'Show earlier', ru: 'Показать более ранние', zh: '查看更早的通知' },
  none: { en: 'Nothing yet', ru: 'Пока ничего нет', zh: '暂无通知' },
  none_text: {
    en: 'When you pay, sell or are paid, each step stands here, with what happens next.',
    ru: 'Когда вы платите или продаёте, здесь появляется каждый шаг и что будет дальше.',
    zh: '您付款、出售或收款时，每一步及后续安排都会显示在这里。',
  },
})

/** What happened to the person's money, newest first, day by day. */
export function NotificationsPage() {
  const t = useWords(pageWords)
  const query = useInfiniteQuery(notificationsQuery)
  const choose = (inside: ReactNode) => <TextLink href="/settings/notices">{inside}</TextLink>
  return (
    <Page title={t('title')} intro={t.rich('intro', { link: choose })}>
      <Loaded query={query}>
        {({ pages }) => <Entries entries={pages.flatMap(({ data }) => data)} />}
      </Loaded>
      {query.hasNextPage && (
        <Button
          kind="secondary"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          wide
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

function Entries({ entries }: { readonly entries: readonly NotificationView[] }) {
  const t = useWords(pageWords)
  const locale = useLocale()
  const now = useNow()
  if (entries.length === 0) {
    return (
      <EmptyState icon={BellOff} title={t('none')}>
        {t('none_text')}
      </EmptyState>
    )
  }
  return (
    <>
      <ReadAll entries={entries} />
      {byDay(entries).map((day) => (
        <Card key={day.at} title={dayTitle(day.at, now, locale)}>
          <ul className="-my-2 divide-y divide-line">
            {day.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

function ReadAll({ entries }: { readonly entries: readonly NotificationView[] }) {
  const t = useWords(pageWords)
  const read = useRead()
  const [newest] = entries
  if (newest === undefined || entries.every((entry) => entry.read)) return null
  return (
    <div>
      <RefusalNote error={read.error} />
      <Button
        kind="secondary"
        icon={CheckCheck}
        busy={read.isPending}
        onClick={() => read.mutate({ newest: newest.id })}
      >
        {t('all_read')}
      </Button>
    </div>
  )
}
