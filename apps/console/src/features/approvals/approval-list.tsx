import type { ApprovalView, StaffMe } from '@danbao/contracts/console'
import { Badge, EmptyState, Link, Loaded, SkeletonLines, Time, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useStaff } from '../../session.ts'
import { MoreButton } from '../common/paged-list.tsx'
import { approvalKindWords, approvalStateWords } from './approval-words.ts'
import { approvalsQuery } from './queries.ts'

const listWords = words({
  asked: { en: 'Asked by {name}', ru: 'Запрос: {name}', zh: '由 {name} 发起' },
  you: { en: 'Asked by you', ru: 'Запросили вы', zh: '由您发起' },
  waiting_empty: {
    en: 'Nothing waits for you',
    ru: 'Запросов к вам нет',
    zh: '没有待您审批的事项',
  },
  mine_empty: {
    en: 'You asked for nothing',
    ru: 'Вы ещё ничего не запрашивали',
    zh: '您没有发起过审批',
  },
  past_empty: { en: 'Nothing was decided yet', ru: 'Решений ещё не было', zh: '尚无已处理的审批' },
})

export const APPROVAL_LISTS = ['waiting', 'mine', 'past'] as const
export type ApprovalLists = (typeof APPROVAL_LISTS)[number]

const BELONGS: Readonly<Record<ApprovalLists, (one: ApprovalView, me: StaffMe) => boolean>> = {
  waiting: (one) => one.may_decide,
  mine: (one, me) => one.requested_by.id === me.id,
  past: (one) => one.state !== 'open',
}

export interface ApprovalListProps {
  readonly which: ApprovalLists
  /** The id of the one that is open. */
  readonly open: string
}

export function ApprovalList({ which, open }: ApprovalListProps) {
  const t = useWords(listWords)
  const me = useStaff()
  const query = useInfiniteQuery(approvalsQuery(which === 'waiting' ? 'open' : 'all'))
  return (
    <Loaded query={query} skeleton={<SkeletonLines lines={5} />}>
      {({ pages }) => {
        const all = pages.flatMap(({ data }) => data).filter((one) => BELONGS[which](one, me))
        return (
          <>
            {all.length === 0 && <EmptyState icon={CheckCheck} title={t(`${which}_empty`)} />}
            <ul className="-mx-2 divide-y divide-line">
              {all.map((one) => (
                <li key={one.id} className="py-0.5">
                  <ApprovalRow one={one} open={one.id === open} me={me.id} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && <MoreButton query={query} />}
          </>
        )
      }}
    </Loaded>
  )
}

interface ApprovalRowProps {
  readonly one: ApprovalView
  readonly open: boolean
  readonly me: string
}

function ApprovalRow({ one, open, me }: ApprovalRowProps) {
  const t = useWords(listWords)
  const kind = useWords(approvalKindWords)
  const state = useWords(approvalStateWords)
  const { requested_by: by } = one
  return (
    <Link
      href={`/approvals/${one.id}`}
      aria-current={open ? 'page' : undefined}
      className="block rounded-card px-3 py-2.5 text-small hover:bg-well focus-visible:-outline-offset-2 aria-[current=page]:bg-jade-wash"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-strong">{kind(one.kind)}</span>
        {one.state !== 'open' && <Badge>{state(one.state)}</Badge>}
      </span>
      <span className="block break-words">{one.person?.name ?? one.member?.name}</span>
      <span className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
        <span>{by.id === me ? t('you') : t('asked', { name: by.name })}</span>
        <Time at={one.requested_at} />
      </span>
    </Link>
  )
}
