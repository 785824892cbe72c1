import { DanbaoConnectionError, DanbaoError } from '@danbao/sdk'

/** Why Danbao did not do what it was asked, as far as people here can make use of it. */
export const TROUBLES = [
  'away',
  'wrong_state',
  'amount_too_large',
  'nothing_to_accept',
  'invalid',
  'refused',
] as const
export type Trouble = (typeof TROUBLES)[number]

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble }

/** What came of a call. Other errors than Danbao's are faults of this program, and thrown. */
export async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble === undefined) throw error
    return { ok: false, trouble }
  }
}

export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof DanbaoConnectionError) return 'away'
  if (!(error instanceof DanbaoError)) return undefined
  if (error.status >= 500 || error.status === 429 || error.status === 401) return 'away'
  if (error.code === 'invalid_request') return 'invalid'
  return TROUBLES.find((trouble) => trouble === error.code) ?? 'refused'
}
