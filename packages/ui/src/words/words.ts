import type { Language } from './language.ts'

/** One text in every language, in ICU message format. */
export type Translated = Readonly<Record<Language, string>>
export type Words = Readonly<Record<string, Translated>>

const registered = new Set<Words>()

/**
 * The texts of one screen, beside the screen: a missing language does not compile. Every definition
 * is also kept, so that a test can read them all.
 */
export function words<const W extends Words>(definition: W): W {
  registered.add(definition)
  return definition
}

/** Every definition of the modules that are loaded. */
export function registeredWords(): readonly Words[] {
  return [...registered]
}
