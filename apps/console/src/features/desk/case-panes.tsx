import { Button, EmptyState, Link, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { ArrowLeft, Split } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { Assignment } from './assignment.tsx'
import { type OpenCase, useQueueFilter } from './case-address.ts'
import { CaseSkeleton, DecisionSkeleton } from './case-skeleton.tsx'
import { queueQuery, useRefreshWork } from './queries.ts'
import { useMayOpen } from './kinds.ts'

const paneWords = words({
  back: { en: 'Back to the queue', ru: 'Назад к очереди', zh: '返回队列' },
  sharing: { en: 'You share out the work', ru: 'Вы распределяете дела', zh: '您负责分配案件' },
  sharing_text: {
    en: 'What is in the case is for those who decide it. You can hand it to one of them.',
    ru: 'Содержание дела видят те, кто его решает. Вы можете передать его одному из них.',
    zh: '案件内容仅供处理人员查看。您可以将案件分配给他们。',
  },
  gone: { en: 'No longer in the queue', ru: 'Уже не в очереди', zh: '已不在队列中' },
  again: { en: 'Read the queue again', ru: 'Обновить очередь', zh: '刷新队列' },
})

/** What a case needs is loaded with the first of its kind: nobody works on all kinds. */
const CONTENTS = {
  identity: lazyRouteComponent(() => import('./identity/identity-content.tsx'), 'IdentityContent'),
  recovery: lazyRouteComponent(() => import('./recovery/recovery-content.tsx'), 'RecoveryContent'),
  closure: lazyRouteComponent(() => import('./closure/closure-content.tsx'), 'ClosureContent'),
  payment_check: lazyRouteComponent(
    () => import('./payment-check/payment-check-content.tsx'),
    'PaymentCheckContent',
  ),
  dispute: lazyRouteComponent(() => import('./dispute/dispute-content.tsx'), 'DisputeContent'),
} as const

const DECISIONS = {
  identity: lazyRouteComponent(
    () => import('./identity/identity-decision.tsx'),
    'IdentityDecision',
  ),
  recovery: lazyRouteComponent(
    () => import('./recovery/recovery-decision.tsx'),
    'RecoveryDecision',
  ),
  closure: lazyRouteComponent(() => import('./closure/closure-decision.tsx'), 'ClosureDecision'),
  payment_check: lazyRouteComponent(
    () => import('./payment-check/payment-check-decision.tsx'),
    'PaymentCheckDecision',
  ),
  dispute: lazyRouteComponent(() => import('./dispute/dispute-decision.tsx'), 'DisputeDecision'),
} as const

/** The case in the middle. */
export function CaseContent({ open, back }: { readonly open: OpenCase; readonly back: string }) {
  const t = useWords(paneWords)
  const Content = CONTENTS[open.kind]
  return (
    <div className="@container flex flex-col gap-6">
      <Link
        href={back}
        className="tap -ms-2 -mb-4 inline-flex items-center gap-1.5 self-start rounded-card px-2 text-ink-soft hover:text-ink xl:hidden"
      >
        <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
        {t('back')}
      </Link>
      <Suspense fallback={<CaseSkeleton />}>
        {useMayOpen(open.kind) ? <Content id={open.subject} /> : <SharedOut open={open} />}
      </Suspense>
    </div>
  )
}

/** The decision at its right. */
export function CaseDecision({ open }: { readonly open: OpenCase }) {
  const Decision = DECISIONS[open.kind]
  return (
    <Suspense fallback={<DecisionSkeleton />}>
      {useMayOpen(open.kind) ? <Decision id={open.subject} /> : <Sharing open={open} />}
    </Suspense>
  )
}

function SharedOut({ open }: { readonly open: OpenCase }) {
  const t = useWords(paneWords)
  return (
    <EmptyState icon={Split} title={t('sharing')}>
      <span className="block">{t('sharing_text')}</span>
      <span className="mt-2 block text-small break-all">{open.subject}</span>
    </EmptyState>
  )
}

function Sharing({ open }: { readonly open: OpenCase }): ReactNode {
  const t = useWords(paneWords)
  const refresh = useRefreshWork()
  const { data } = useInfiniteQuery(queueQuery(useQueueFilter()))
  const listed = data?.pages.flatMap((page) => page.data)
  const found = listed?.find(({ subject }) => subject === open.subject)
  if (listed === undefined) return null
  if (found === undefined) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{t('gone')}</p>
        <Button kind="secondary" dense onClick={() => void refresh()}>
          {t('again')}
        </Button>
      </div>
    )
  }
  return <Assignment caseId={found.id} kind={found.kind} holder={found.assigned_to} />
}
