import { Loading, Skeleton } from '@danbao/ui'

const CARD = 'flex flex-col gap-3 rounded-card bg-card p-4 shadow-card sm:p-5'

/** An order with its total, and what it is paid from, to come. */
export function CheckoutSkeleton() {
  return (
    <Loading>
      <span className={CARD}>
        <Skeleton className="h-6 w-32" />
        <span className="flex justify-between gap-4">
          <Skeleton className="h-10 w-3/5" />
          <Skeleton className="h-5 w-16" />
        </span>
        <span className="flex items-end justify-between gap-4 border-t border-line pt-3">
          <Skeleton className="h-5 w-16" />
          <Skeleton className="h-10 w-32" />
        </span>
        <Skeleton className="h-24 w-full" />
      </span>
      <span className={CARD}>
        <Skeleton className="h-6 w-24" />
        <Skeleton className="h-11 w-full" />
      </span>
    </Loading>
  )
}
