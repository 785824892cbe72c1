import { createStore, deviceMemory, useStore } from '@danbao/ui'

const KEY = 'console.queue'
const whole = createStore(deviceMemory.read(KEY) === 'whole')

/**
 * Whether the queue is but a rail while a case is open: documents need the room. Who has a wide
 * screen may have it whole; that is kept on the device.
 */
export function useQueueRail(): readonly [boolean, (rail: boolean) => void] {
  return [
    !useStore(whole),
    (rail) => {
      deviceMemory.write(KEY, rail ? 'rail' : 'whole')
      whole.set(!rail)
    },
  ]
}
