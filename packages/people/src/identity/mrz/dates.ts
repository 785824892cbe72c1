/** Years, months and days, without time: `YYYY-MM-DD`. */
export type Day = string

const DAY = /^(\d{2})(\d{2})(\d{2})$/

/** The day of birth of a zone's YYMMDD; undefined when parts of it are unknown or wrong. */
export function birthOf(yymmdd: string, today: Day): Day | undefined {
  const [, yy = '', month, day] = DAY.exec(yymmdd) ?? []
  if (yy === '') return undefined
  const century = yy > today.slice(2, 4) ? '19' : '20'
  return existing(`${century}${yy}-${month}-${day}`)
}

/** Documents expire in this century. */
export function expiryOf(yymmdd: string): Day | undefined {
  const [, yy = '', month, day] = DAY.exec(yymmdd) ?? []
  return yy === '' ? undefined : existing(`20${yy}-${month}-${day}`)
}

/** `Date` moves 30 February into March instead of refusing it. */
function existing(day: string): Day | undefined {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? day : undefined
}

/** In whole years. */
export function ageOn(today: Day, birth: Day): number {
  const years = Number.parseInt(today.slice(0, 4), 10) - Number.parseInt(birth.slice(0, 4), 10)
  return today.slice(5) < birth.slice(5) ? years - 1 : years
}
