import { deviceMemory } from '@danbao/ui'
import { useState } from 'react'

const KEY = 'asked-checkout'

/** Whether a friend was asked from here to pay this checkout, and a way to note that one was. */
export function useAsked(id: string): readonly [boolean, () => void] {
  const [asked, setAsked] = useState(() => deviceMemory.read(KEY) === id)
  const noteAsked = (): void => {
    // The last one is enough: it is what somebody waits for on this page.
    deviceMemory.write(KEY, id)
    setAsked(true)
  }
  return [asked, noteAsked]
}
