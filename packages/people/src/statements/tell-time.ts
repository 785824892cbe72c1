import { formatInstant, type Instant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'
import { tellDay } from '../messages/index.ts'
import { dayOf } from './statement.ts'

/** '1 June 2026, 12:00 UTC': with its year, for a document is kept for longer than one. */
export function tellTime(at: Instant, language: Language): string {
  return `${tellDay(dayOf(at), language)}, ${formatInstant(at).slice(11, 16)} UTC`
}
