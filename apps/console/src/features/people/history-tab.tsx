import type { PersonPage } from '@danbao/contracts/console'
import { Card, EmptyState, SkeletonLines, useTime, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useDetailText } from '../common/detail-text.ts'
import { wordOf } from '../common/kind-words.ts'
import { PagedList } from '../common/paged-list.tsx'
import { useDeviceName } from './device-name.ts'
import { historyWords } from './history-words.ts'
import { personHistoryQuery } from './queries.ts'

const tabWords = words({
  empty: { en: 'No history yet', ru: 'Истории ещё нет', zh: '尚无历史' },
  empty_text: {
    en: 'Sign-ins, changes and decisions will stand here.',
    ru: 'Здесь появятся входы, изменения и решения.',
    zh: '登录、更改和决定会显示在这里。',
  },
  list: { en: 'History, newest first', ru: 'История, сначала новое', zh: '历史记录（最新在前）' },
})

export function HistoryTab({ found }: { readonly found: PersonPage }) {
  const t = useWords(tabWords)
  const query = useInfiniteQuery(personHistoryQuery(found.person.id))
  if (found.history.length === 0) {
    return (
      <EmptyState icon={History} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <Card>
      <PagedList query={query} skeleton={<SkeletonLines lines={8} />}>
        {(entries) => (
          <ol aria-label={t('list')} className="divide-y divide-line">
            {entries.map((entry) => (
              <li key={entry.id} className="py-2.5">
                <HistoryLine entry={entry} />
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </Card>
  )
}

function HistoryLine({ entry }: { readonly entry: PersonPage['history'][number] }) {
  const say = useWords(historyWords)
  const device = useDeviceName()
  const { moment } = useTime()
  const facts = useDetailText()(entry.detail)
  const from = [entry.ip, entry.user_agent === null ? null : device(entry.user_agent)]
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-0.5">
      <div className="min-w-0">
        <p>{wordOf(historyWords, entry.kind, say)}</p>
        {facts !== '' && <p className="text-small break-words text-ink-soft">{facts}</p>}
      </div>
      <p className="text-small text-ink-soft">
        <time dateTime={entry.at}>{moment(entry.at)}</time>
        <br />
        {from.filter((part) => part !== null).join(' · ')}
      </p>
    </div>
  )
}
