import { isRefusal, safeNext, signInFor, useGo, useSearchText } from '@danbao/ui'

export interface Next {
  /** Where somebody wanted to go; undefined: to the first page. */
  readonly next: string | undefined
  /** The address of a later step, which still leads there. */
  readonly step: (path: '/sign-in/code' | '/sign-in/enrol') => string
  /** The sign-in from its beginning. */
  readonly start: string
  /** Back to the beginning when the step before was too long ago; true: it was. */
  readonly restart: (error: unknown) => boolean
}

/** Carries through all steps of the sign-in where it is to lead. */
export function useNext(): Next {
  const go = useGo()
  const next = useSearchText('next')
  const start = signInFor(safeNext(next))
  const asked = start.slice('/sign-in'.length)
  return {
    next,
    start,
    step: (path) => path + asked,
    restart: (error) => {
      if (!isRefusal(error, 'session_required')) return false
      go(`${start}${asked === '' ? '?' : '&'}again=1`, { replace: true })
      return true
    },
  }
}
