import { createStore } from '../state/store.ts'
import type { Language } from '../words/language.ts'

// Operators choose it, so the server tells it with its answers.
const address = createStore('')

/** Takes over where to write, as an answer told it. */
export function setSupportAddress(told: string | null): void {
  if (told !== null) address.set(told)
}

/** What follows the word "support" in a text: " (help@danbao.example)", nothing while unknown. */
export function tellSupport(language: Language): string {
  const told = address.get()
  if (told === '') return ''
  return language === 'zh' ? `（${told}）` : ` (${told})`
}
