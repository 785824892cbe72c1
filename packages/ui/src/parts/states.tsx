import { CloudOff, type LucideIcon, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { refusalOf } from '../api/api-refusal.ts'
import { useRefusalText } from '../api/use-refusal-text.ts'
import { Button } from '../controls/button.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { cx } from './cx.ts'

const stateWords = words({
  loading: { en: 'Loading …', ru: 'Загрузка…', zh: '正在加载…' },
  failed: { en: 'This could not be loaded', ru: 'Не удалось загрузить', zh: '无法加载' },
  missing: { en: 'There is nothing here', ru: 'Здесь ничего нет', zh: '这里没有内容' },
  retry: { en: 'Try again', ru: 'Попробовать ещё раз', zh: '重试' },
})

/** A grey place of the size of what is to come, so that nothing jumps. */
export function Skeleton({ className = 'h-4 w-full' }: { readonly className?: string }) {
  return (
    <span aria-hidden className={cx('block animate-shimmer rounded-small bg-well', className)} />
  )
}

/** Surrounds skeletons: says once that something is coming. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const t = useWords(stateWords)
  return (
    <div role="status" aria-busy className="flex flex-col gap-4">
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  )
}

/** Some lines of text to come. */
export function SkeletonLines({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Loading>
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} className={at === lines - 1 ? 'h-4 w-3/5' : 'h-4 w-full'} />
      ))}
    </Loading>
  )
}

/** Cards to come. */
export function SkeletonCards({ cards = 2 }: { readonly cards?: number }) {
  return (
    <Loading>
      {Array.from({ length: cards }, (_, at) => (
        <span key={at} className="flex flex-col gap-3 rounded-card bg-card p-5 shadow-card">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-8 w-3/5" />
          <Skeleton />
        </span>
      ))}
    </Loading>
  )
}

export interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  /** What would stand here, and how it comes. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Nothing is there, and that is all right. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-well text-ink-soft">
        <Icon aria-hidden className="size-7" strokeWidth={1.5} />
      </span>
      <p className="text-large font-strong">{title}</p>
      {children !== undefined && <div className="max-w-md text-ink-soft">{children}</div>}
      {action}
    </div>
  )
}

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Something could not be loaded: why, and once more. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useWords(stateWords)
  const tell = useRefusalText()
  const missing = refusalOf(error).code === 'not_found'
  return (
    <div role="alert">
      <EmptyState
        icon={CloudOff}
        title={missing ? t('missing') : t('failed')}
        action={
          onRetry !== undefined && (
            <Button kind="secondary" icon={RotateCw} onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {tell(error)}
      </EmptyState>
    </div>
  )
}

/** The parts of a query that decide what is shown; a result of TanStack Query fits. */
export interface Loadable<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

export interface LoadedProps<T> {
  readonly query: Loadable<T>
  /** Of the shape of what is to come. */
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Skeleton, then content or the reason why not; what was read last stays when a reload fails. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) return skeleton ?? <SkeletonCards />
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
}
