import type { MarketplaceLine } from '@danbao/contracts/console'
import {
  Badge,
  Card,
  type Column,
  EmptyState,
  Loaded,
  Page,
  SkeletonLines,
  Table,
  TextLink,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Store } from 'lucide-react'
import { Allowed } from '../common/allowed.tsx'
import { marketplacesQuery } from '../common/marketplaces-query.ts'

const pageWords = words({
  title: { en: 'Marketplaces', ru: 'Маркетплейсы', zh: '商城' },
  intro: {
    en: 'Who sells by this installation. What they do here themselves, you can look at and do for them.',
    ru: 'Кто продаёт через эту систему. Всё, что они настраивают здесь сами, можно посмотреть и сделать за них.',
    zh: '使用本系统的商城。商户可自行操作的事项，您都可以查看或代为处理。',
  },
  caption: { en: 'Marketplaces', ru: 'Список маркетплейсов', zh: '商城列表' },
  name: { en: 'Name', ru: 'Название', zh: '名称' },
  keys: { en: 'Valid keys', ru: 'Действующие ключи', zh: '有效密钥' },
  endpoints: { en: 'Webhooks', ru: 'Вебхуки', zh: '网络钩子' },
  failing: {
    en: '{count, plural, one {# fails} other {# fail}}',
    ru: '{count, plural, one {# не отвечает} few {# не отвечают} many {# не отвечают} other {# не отвечают}}',
    zh: '{count, plural, other {# 个失败}}',
  },
  since: { en: 'Since', ru: 'С', zh: '加入时间' },
  empty: { en: 'No marketplace yet', ru: 'Маркетплейсов пока нет', zh: '尚无商城' },
  empty_text: {
    en: 'The first key of a marketplace makes it: danbao keys create --marketplace NAME',
    ru: 'Маркетплейс появляется вместе с первым ключом: danbao keys create --marketplace NAME',
    zh: '创建商城的第一个密钥时会同时创建商城：danbao keys create --marketplace NAME',
  },
})

export function MarketplacesPage() {
  const t = useWords(pageWords)
  const query = useQuery(marketplacesQuery)
  return (
    <Allowed to="marketplace.read">
      <Page title={t('title')} intro={t('intro')}>
        <Card>
          <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
            {({ data }) => <Lines marketplaces={data} />}
          </Loaded>
        </Card>
      </Page>
    </Allowed>
  )
}

function Lines({ marketplaces }: { readonly marketplaces: readonly MarketplaceLine[] }) {
  const t = useWords(pageWords)
  const { date } = useTime()
  const columns: readonly Column<MarketplaceLine>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ id, name }) => <TextLink href={`/marketplaces/${id}`}>{name}</TextLink>,
    },
    { key: 'keys', title: t('keys'), align: 'end', cell: ({ keys }) => keys },
    {
      key: 'endpoints',
      title: t('endpoints'),
      align: 'end',
      cell: ({ endpoints, failing }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {failing > 0 && (
            <Badge kind="attention" icon={CircleAlert}>
              {t('failing', { count: failing })}
            </Badge>
          )}
          {endpoints}
        </span>
      ),
    },
    { key: 'since', title: t('since'), cell: ({ created_at: at }) => date(at) },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={marketplaces}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={Store} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    />
  )
}
