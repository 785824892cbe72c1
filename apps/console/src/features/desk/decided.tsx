import { buttonClass, Callout, Link, useWords, words } from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { caseAddress, queueAddress, useOpenCase, useQueueFilter } from './case-address.ts'
import { queueQuery } from './queries.ts'

const decidedWords = words({
  title: { en: 'Nothing to decide here', ru: 'Решать здесь нечего', zh: '此处无需决定' },
  next: { en: 'Next case', ru: 'Следующее дело', zh: '下一案件' },
  queue: { en: 'Back to the queue', ru: 'Назад к очереди', zh: '返回队列' },
})

export interface DecidedProps {
  readonly title?: string
  readonly kind?: 'info' | 'success' | 'attention'
  readonly children: ReactNode
}

/** In place of the decision, when there is none to make: how it ended, and what comes next. */
export function Decided({ title, kind = 'info', children }: DecidedProps) {
  const t = useWords(decidedWords)
  const filter = useQueueFilter()
  const open = useOpenCase()
  const { data } = useInfiniteQuery(queueQuery(filter))
  const next = data?.pages
    .flatMap((page) => page.data)
    .find(({ subject }) => subject !== open?.subject)
  return (
    <div className="flex flex-col gap-3">
      <Callout kind={kind} title={title ?? t('title')}>
        {children}
      </Callout>
      <Link
        href={next === undefined ? queueAddress(filter) : caseAddress(next, filter)}
        className={buttonClass({ kind: 'secondary' })}
      >
        {next === undefined ? t('queue') : t('next')}
      </Link>
    </div>
  )
}
