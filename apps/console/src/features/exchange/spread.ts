import { basisPointsOf } from '../common/percent.ts'

const MOST_BPS = 1000

/** '1.5' or '1,5' as 150 hundredths of a percent; undefined: not from 0 to 10. */
export function readSpread(typed: string): number | undefined {
  const bps = basisPointsOf(typed) ?? undefined
  return bps === undefined || bps > MOST_BPS ? undefined : bps
}
