import { html, type Html } from './html.ts'
import type { Language } from './language.ts'

/** Shown in the reader's own zone once the script runs; before that in UTC, and it says so. */
export function showTime(at: string | number, language: Language): Html {
  const date = new Date(at)
  const plain = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(date)
  return html`<time datetime="${date.toISOString()}">${plain} UTC</time>`
}
