/** `2.5` of 250 basis points; empty: none is set. */
export function percentOf(basisPoints: number | null): string {
  if (basisPoints === null) return ''
  const rest = String(basisPoints % 100).padStart(2, '0')
  return `${Math.floor(basisPoints / 100)}.${rest}`.replace(/\.?0+$/, '') || '0'
}

/** Null: none is typed; undefined: it is no percentage with at most two places. */
export function basisPointsOf(percent: string): number | null | undefined {
  const typed = percent.trim().replace(',', '.')
  if (typed === '') return null
  const [, whole = '', places = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
  if (whole === '') return undefined
  const points = Number(whole) * 100 + Number(places.padEnd(2, '0'))
  return points <= 10_000 ? points : undefined
}
