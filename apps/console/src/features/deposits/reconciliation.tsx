import type { ClearingLine } from '@danbao/contracts/console'
import {
  type Column,
  Loaded,
  Money,
  SkeletonLines,
  Table,
  TextLink,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { railWords } from './deposit-words.ts'
import { reconciliationQuery } from './queries.ts'

const lineWords = words({
  way: { en: 'Way', ru: 'Канал', zh: '渠道' },
  owed: { en: 'Not paid to us yet', ru: 'Нам ещё не выплачено', zh: '尚未结算' },
  items: { en: 'Items', ru: 'Позиций', zh: '笔数' },
  settle: {
    en: '{items}, enter what was paid',
    ru: '{items}, внести выплату',
    zh: '{items}，录入结算',
  },
  oldest: { en: 'Oldest', ru: 'Самая старая', zh: '最早' },
  waiting: { en: 'Waiting for staff', ru: 'Ждёт сотрудников', zh: '待人工处理' },
  since: { en: 'Since', ru: 'С какого времени', zh: '自' },
  days: {
    en: 'Every rail day by day',
    ru: 'Каждый канал по дням',
    zh: '各渠道逐日明细',
  },
  nothing: {
    en: 'Nothing is open at any rail.',
    ru: 'Ни по одному каналу ничего не открыто.',
    zh: '各渠道均无未结项目。',
  },
})

/** The open items behind each clearing account, and what lies in suspense. */
export function Reconciliation() {
  const t = useWords(lineWords)
  const rail = useWords(railWords)
  const columns: readonly Column<ClearingLine>[] = [
    { key: 'way', title: t('way'), cell: (line) => `${rail(line.rail)}, ${line.owed.currency}` },
    { key: 'owed', title: t('owed'), align: 'end', cell: ({ owed }) => <Money amount={owed} /> },
    {
      key: 'items',
      title: t('items'),
      align: 'end',
      cell: ({ items, rail: of, owed: { currency } }) =>
        items === 0 ? (
          items
        ) : (
          <TextLink href={`/deposits/settle?rail=${of}&currency=${currency}`}>
            {t('settle', { items })}
          </TextLink>
        ),
    },
    {
      key: 'oldest',
      title: t('oldest'),
      cell: ({ oldest }) => (oldest === null ? '—' : <Time at={oldest} />),
    },
    {
      key: 'waiting',
      title: t('waiting'),
      align: 'end',
      cell: ({ suspense }) => <Money amount={suspense} />,
    },
    {
      key: 'since',
      title: t('since'),
      cell: ({ waiting_since: since }) => (since === null ? '—' : <Time at={since} />),
    },
  ]
  return (
    <Loaded query={useQuery(reconciliationQuery)} skeleton={<SkeletonLines lines={3} />}>
      {({ lines, accounts }) => (
        <>
          <Table
            caption={t('owed')}
            columns={columns}
            rows={lines}
            rowKey={(line) => `${line.rail} ${line.owed.currency}`}
            empty={<p className="text-ink-soft">{t('nothing')}</p>}
          />
          {accounts.length > 0 && (
            <p className="mt-3">
              <TextLink href="/deposits/days">{t('days')}</TextLink>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}
