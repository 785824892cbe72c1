import { useMemo } from 'react'
import { useLanguage } from './language.ts'
import { type Speak, speak } from './speak.ts'
import type { Words } from './words.ts'

/** The words of a definition in the language of the person: `t('title')`, `t('left', { count })`. */
export function useWords<W extends Words>(definition: W): Speak<W> {
  const language = useLanguage()
  return useMemo(() => speak(definition, language), [definition, language])
}
