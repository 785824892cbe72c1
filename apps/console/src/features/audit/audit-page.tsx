import { Card, EmptyState, Loading, Page, Skeleton, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { PagedList } from '../common/paged-list.tsx'
import { afterCursor, PAGED } from '../common/paged.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { type AuditFilter, queryOf, useAuditFilter } from './filters.ts'

const pageWords = words({
  title: { en: 'Audit log', ru: 'Журнал', zh: '审计日志' },
  intro: {
    en: 'What staff looked at and decided, newest first. Nobody can change it.',
    ru: 'Что просматривали и решали сотрудники. Новые записи сверху; изменить их не может никто.',
    zh: '员工的查看和决定，最新在前。任何人都无法更改。',
  },
  empty: { en: 'Nothing found', ru: 'Ничего не найдено', zh: '未找到记录' },
  empty_text: {
    en: 'No entry fits all filters. Take one away.',
    ru: 'Под все фильтры ничего не подходит. Уберите один из них.',
    zh: '没有符合全部条件的记录，请减少筛选条件。',
  },
})

export function AuditPage() {
  const t = useWords(pageWords)
  const filter = useAuditFilter()
  return (
    <Allowed to="audit.read">
      <Page title={t('title')} intro={t('intro')}>
        <Card>
          <AuditFilters key={JSON.stringify(filter)} filter={filter} />
        </Card>
        <Card>
          <Entries filter={filter} />
        </Card>
      </Page>
    </Allowed>
  )
}

function Entries({ filter }: { readonly filter: AuditFilter }) {
  const t = useWords(pageWords)
  const asked = queryOf(filter)
  const query = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam, signal }) =>
      api.call('searchAudit', {
        query: { ...asked, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
  })
  return (
    <PagedList
      query={query}
      skeleton={<RowsSkeleton />}
      empty={
        <EmptyState icon={ScrollText} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    >
      {(entries) => <AuditTable entries={entries} />}
    </PagedList>
  )
}

function RowsSkeleton() {
  return (
    <Loading>
      {Array.from({ length: 8 }, (_, at) => (
        <Skeleton key={at} className="h-5 w-full" />
      ))}
    </Loading>
  )
}
