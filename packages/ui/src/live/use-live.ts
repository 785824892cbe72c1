import { useEffect, useRef } from 'react'
import { type LiveOptions, openLive } from './open-live.ts'

/** Hears what changes on the server while the component is there. */
export function useLive(options: LiveOptions): void {
  const { url } = options
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(
    () =>
      openLive({
        url,
        onMessage: (message) => latest.current.onMessage(message),
        onRefused: () => latest.current.onRefused(),
      }),
    [url],
  )
}
