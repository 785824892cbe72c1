import { Card, Skeleton } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { LevelMeter } from '../levels/level-meter.tsx'
import { levelsQuery } from '../levels/queries.ts'
import { NextStep } from '../levels/next-step.tsx'

/** How much of the level is used, and the way to the next one; the rest stands without it. */
export function NextLevel() {
  const { data, error } = useQuery(levelsQuery)
  if (error !== null && data === undefined) return null
  if (data === undefined) {
    return (
      <Card>
        <Skeleton className="h-6 w-full" />
        <Skeleton className="mt-3 h-2 w-full" />
        <Skeleton className="mt-4 h-11 w-full" />
      </Card>
    )
  }
  const present = data.levels.find(({ level }) => level === data.level)
  return (
    <Card>
      {present !== undefined && <LevelMeter level={present} named />}
      <NextStep levels={data} />
    </Card>
  )
}
