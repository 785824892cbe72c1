import { useTime } from '../formats/time-text.tsx'
import { useWords } from '../words/use-words.ts'
import { waitingWords } from './station-words.ts'
import type { TimelineStep } from './timeline.ts'

/** Who has to do what by when, in a sentence; nothing where nobody has to. */
export function useWaiting(
  { station, at }: Pick<TimelineStep, 'station' | 'at'>,
  role: 'buyer' | 'seller' | 'staff',
): string | undefined {
  const t = useWords(waitingWords)
  const { deadline } = useTime()
  switch (station) {
    case 'split':
    case 'refunded':
    case 'cancelled':
    case 'expired':
      return undefined
    case 'disputed':
    case 'claimed':
      return t(`${station}_${role}`)
    default:
      return at === null ? undefined : t(`${station}_${role}`, { when: deadline(at) })
  }
}
