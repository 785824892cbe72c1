import { useSyncExternalStore } from 'react'
import { createStore, useStore } from '../state/store.ts'

/** Whether the last call reached the server. */
export const serverReachable = createStore(true)

function subscribe(listener: () => void): () => void {
  const cameBack = (): void => {
    serverReachable.set(true)
    listener()
  }
  addEventListener('online', cameBack)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', cameBack)
    removeEventListener('offline', listener)
  }
}

/** Whether we can be asked: the device has a network and the last call came through. */
export function useOnline(): boolean {
  const network = useSyncExternalStore(subscribe, () => navigator.onLine)
  return useStore(serverReachable) && network
}
