import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import {
  Badge,
  cx,
  EmptyState,
  Link,
  Loaded,
  Loading,
  Skeleton,
  TextLink,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AlarmClock, Coffee } from 'lucide-react'
import type { Ref } from 'react'
import { useStaff } from '../../session.ts'
import { kindWords } from '../common/kind-words.ts'
import { MoreButton } from '../common/paged-list.tsx'
import { caseAddress, type OpenCase, queueAddress } from './case-address.ts'
import { useKinds } from './kinds.ts'
import { type QueueFilter, queueQuery } from './queries.ts'
import { QueueRow } from './queue-row.tsx'

const listWords = words({
  filters: { en: 'Filters', ru: 'Фильтры', zh: '筛选' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  mine: { en: 'Mine', ru: 'Мои', zh: '我的' },
  overdue: {
    en: '{count, plural, one {# is overdue} other {# are overdue}}',
    ru: '{count, plural, one {Просрочено # дело} few {Просрочено # дела} many {Просрочено # дел} other {Просрочено # дела}}',
    zh: '{count, plural, other {# 件已逾期}}',
  },
  empty: { en: 'Nothing waits', ru: 'Дел нет', zh: '暂无待办' },
  empty_text: {
    en: 'New cases appear here by themselves.',
    ru: 'Новые дела появятся здесь сами.',
    zh: '新案件会自动出现在这里。',
  },
  none_mine: { en: 'You have no cases', ru: 'У вас нет дел', zh: '您没有案件' },
  none_mine_text: {
    en: 'Take one from the <link>whole queue</link>.',
    ru: 'Возьмите дело из <link>общей очереди</link>.',
    zh: '从<link>全部队列</link>中领取。',
  },
  cases: { en: 'Cases', ru: 'Дела', zh: '案件' },
})

export interface QueueListProps {
  readonly filter: QueueFilter
  readonly open: OpenCase | undefined
  readonly list: Ref<HTMLUListElement>
  /** Little room: what a row says is shortened, and filters wait for a wider list. */
  readonly rail: boolean
}

export function QueueList(props: QueueListProps) {
  const { filter, rail } = props
  const query = useInfiniteQuery(queueQuery(filter))
  return (
    <div className="flex flex-col gap-3">
      {!rail && <Filters filter={filter} counts={query.data?.pages[0]?.counts} />}
      <Loaded query={query} skeleton={<QueueSkeleton />}>
        {({ pages }) => {
          const cases = pages.flatMap(({ data }) => data)
          if (cases.length === 0) return rail ? null : <NothingWaits mine={filter.mine} />
          return (
            <>
              <Rows {...props} cases={cases} />
              {query.hasNextPage && !rail && <MoreButton query={query} />}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function Rows({
  cases,
  filter,
  open,
  list,
  rail,
}: QueueListProps & { readonly cases: readonly QueueCase[] }) {
  const t = useWords(listWords)
  const { id } = useStaff()
  return (
    <ul
      ref={list}
      aria-label={t('cases')}
      className={cx('divide-y divide-line', rail ? 'flex flex-col' : '-mx-2')}
    >
      {cases.map((one) => (
        <li key={one.id} className="py-0.5">
          <QueueRow
            one={one}
            me={id}
            href={caseAddress(one, filter)}
            open={one.subject === open?.subject}
            rail={rail}
          />
        </li>
      ))}
    </ul>
  )
}

type Counts = Readonly<Record<CaseKind | 'overdue' | 'mine', number>>

interface FiltersProps {
  readonly filter: QueueFilter
  readonly counts: Counts | undefined
}

function Filters({ filter, counts }: FiltersProps) {
  const t = useWords(listWords)
  const kind = useWords(kindWords)
  const kinds = useKinds()
  const sum = counts && kinds.reduce((all, one) => all + counts[one], 0)
  const { mine } = filter
  const overdue = counts?.overdue ?? 0
  return (
    <>
      <nav aria-label={t('filters')} className="flex flex-wrap gap-1.5">
        <Chip
          href={queueAddress({ kind: undefined, mine: false })}
          on={filter.kind === undefined && !mine}
          label={t('all')}
          count={sum}
        />
        {kinds.length > 1 &&
          kinds.map((one) => (
            <Chip
              key={one}
              href={queueAddress({ kind: one, mine: false })}
              on={filter.kind === one && !mine}
              label={kind(one)}
              count={counts?.[one]}
            />
          ))}
        <Chip
          href={queueAddress({ kind: undefined, mine: true })}
          on={mine}
          label={t('mine')}
          count={counts?.mine}
        />
      </nav>
      {overdue > 0 && (
        <p>
          <Badge kind="danger" icon={AlarmClock}>
            {t('overdue', { count: overdue })}
          </Badge>
        </p>
      )}
    </>
  )
}

interface ChipProps {
  readonly href: string
  readonly on: boolean
  readonly label: string
  readonly count: number | undefined
}

function Chip({ href, on, label, count }: ChipProps) {
  return (
    <Link
      href={href}
      aria-current={on ? 'page' : undefined}
      className={cx(
        'inline-flex min-h-9 items-center gap-1.5 rounded-card border border-line px-3 text-small hover:bg-well',
        'aria-[current=page]:border-jade aria-[current=page]:bg-jade-wash aria-[current=page]:font-strong aria-[current=page]:text-jade',
      )}
    >
      {label}
      <span className="min-w-2 tabular-nums">{count ?? ' '}</span>
    </Link>
  )
}

function NothingWaits({ mine }: { readonly mine: boolean }) {
  const t = useWords(listWords)
  if (!mine) {
    return (
      <EmptyState icon={Coffee} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Coffee} title={t('none_mine')}>
      {t.rich('none_mine_text', {
        link: (inside) => <TextLink href="/">{inside}</TextLink>,
      })}
    </EmptyState>
  )
}

function QueueSkeleton() {
  return (
    <Loading>
      {Array.from({ length: 5 }, (_, at) => (
        <span key={at} className="flex flex-col gap-2 px-1 py-1.5">
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-2/5" />
        </span>
      ))}
    </Loading>
  )
}
