import type { Duration } from './duration.ts'
import { addDuration, type Instant, instant } from './instant.ts'
import { invariant } from './invariant.ts'

/** Where rules get the time from, so that tests and sandboxes can move it. Never goes back. */
export interface Clock {
  now(): Instant
}

/** A clock that stands still until it is moved, forward only. */
export interface ManualClock extends Clock {
  /** Throws InvariantError for a negative duration. */
  advance(duration: Duration): void
  /** Throws InvariantError for an instant before now. */
  set(to: Instant): void
}

/** The machine's clock. When that is set back, readings stand still until it has caught up. */
export function systemClock(): Clock {
  let last = instant(Date.now())
  return {
    now() {
      last = instant(Math.max(last, Date.now()))
      return last
    },
  }
}

/** A clock under the caller's control, starting at the given instant. */
export function manualClock(start: Instant): ManualClock {
  let current = start
  function set(to: Instant): void {
    invariant(to >= current, 'a clock never goes back')
    current = to
  }
  return {
    now: () => current,
    advance: (duration) => set(addDuration(current, duration)),
    set,
  }
}
