import { isRefusal } from '../api/api-refusal.ts'

const TRIES = 2

/** Whether reading once more can help: the server was away for a moment, it did not say no. */
export function mayRetry(failures: number, error: unknown): boolean {
  return failures < TRIES && isRefusal(error, 'offline', 'database_unavailable', 'internal_error')
}

/** Whether the session ended while the app was open. */
export function isSignedOut(error: unknown): boolean {
  return isRefusal(error, 'session_required', 'unauthenticated', 'second_factor_required')
}
