import { Loading, Skeleton } from '@danbao/ui'

/** A case to come: its head, pictures, facts. */
export function CaseSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-4 w-3/5" />
      <Skeleton className="h-56 w-full" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-full" />
    </Loading>
  )
}

/** A decision to come. */
export function DecisionSkeleton() {
  return (
    <Loading>
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-14 w-full" />
    </Loading>
  )
}
