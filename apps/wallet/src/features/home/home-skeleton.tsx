import { Loading, Skeleton } from '@danbao/ui'

const CARD = 'flex flex-col gap-3 rounded-card bg-card p-4 shadow-card sm:p-5'
const ROWS = [0, 1, 2, 3] as const

/** A balance, four rows and a chart to come. */
export function HomeSkeleton() {
  return (
    <Loading>
      <span className={CARD}>
        <Skeleton className="h-4 w-28" />
        <Skeleton className="h-11 w-48" />
        <span className="mt-2 flex gap-3">
          <Skeleton className="h-14 flex-1" />
          <Skeleton className="h-14 flex-1" />
        </span>
      </span>
      <span className={CARD}>
        <Skeleton className="h-6 w-40" />
        {ROWS.map((row) => (
          <span key={row} className="flex items-center gap-3 py-1">
            <Skeleton className="size-11 shrink-0 rounded-full" />
            <span className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-4 w-2/3" />
              <Skeleton className="h-3 w-2/5" />
            </span>
            <Skeleton className="h-4 w-16" />
          </span>
        ))}
      </span>
      <span className={CARD}>
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-32 w-full" />
      </span>
    </Loading>
  )
}
