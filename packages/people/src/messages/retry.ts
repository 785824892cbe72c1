import { type Duration, hours, minutes, seconds } from '@danbao/kernel'

/** After each failed try. Ten tries in about a day; then it is given up. */
const PAUSES: readonly Duration[] = [
  seconds(10),
  minutes(1),
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(3),
  hours(6),
  hours(13),
]

export const MOST_TRIES = PAUSES.length + 1

/** How long to wait after the failed try of this number, from 1; undefined: it was the last. */
export function pauseAfter(attempt: number): Duration | undefined {
  return PAUSES[attempt - 1]
}
