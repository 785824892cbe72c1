import { useEffect, useState } from 'react'
import { createStore, useStore } from '../state/store.ts'

// How far the server's clock is ahead of the device's: devices go wrong, and a sandbox moves its
// clock. Deadlines count by the server's.
const ahead = createStore(0)

/** Takes over the server's time, as an answer told it. */
export function setServerTime(serverNow: string | null): void {
  const told = serverNow === null ? Number.NaN : Date.parse(serverNow)
  if (Number.isNaN(told)) return
  const difference = told - Date.now()
  // The way of an answer takes a moment; following that would only make figures tremble.
  if (Math.abs(difference - ahead.get()) > 2_000) ahead.set(difference)
}

/** The server's time, epoch milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead.get()
}

/** The server's time, kept up to date so often. */
export function useNow(everyMs = 30_000): number {
  const offset = useStore(ahead)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}

/** Whole seconds until a moment of the server's time, counting down; 0 when it is over. */
export function useSecondsUntil(at: string): number {
  const now = useNow(1_000)
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 1_000))
}
