const MOST_BPS = 1000

/** '1.5' or '1,5' as 150 hundredths of a percent; undefined: not from 0 to 10. */
export function readPercent(typed: string): number | undefined {
  const [, whole, fraction = ''] = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? []
  if (whole === undefined) return undefined
  const bps = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return bps > MOST_BPS ? undefined : bps
}

/** 150 as '1.50'. */
export function writePercent(bps: number): string {
  return `${Math.floor(bps / 100)}.${String(bps % 100).padStart(2, '0')}`
}
