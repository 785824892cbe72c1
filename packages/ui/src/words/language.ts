import { deviceMemory } from '../state/memory.ts'
import { createStore, useStore } from '../state/store.ts'

export const LANGUAGES = ['en', 'ru', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each by its own name, because that is the one its readers know. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  zh: '中文',
}

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/** The chosen language, else the first of the browser's that we speak, else English. */
export function pickLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  const spoken = browser.map((tag) => tag.toLowerCase().split('-')[0])
  return spoken.find(isLanguage) ?? 'en'
}

/** The browser's own variant of the language (en-GB), because it knows how its owner writes dates. */
export function pickLocale(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}

const KEY = 'language'
const browserLanguages = (): readonly string[] =>
  typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])

const current = createStore<Language>(pickLanguage(deviceMemory.read(KEY), browserLanguages()))

export function currentLanguage(): Language {
  return current.get()
}

/** Speaks this language from now on, on this device. */
export function chooseLanguage(language: Language): void {
  deviceMemory.write(KEY, language)
  current.set(language)
  markDocument()
}

/** Speaks the language of an account, unless another was chosen on this device. */
export function speakUnlessChosen(language: Language): void {
  if (isLanguage(deviceMemory.read(KEY))) return
  current.set(language)
  markDocument()
}

/** Tells the document its language, for screen readers, hyphenation and Chinese glyphs. */
export function markDocument(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current.get()
}

export function useLanguage(): Language {
  return useStore(current)
}

/** For Intl: the locale in which numbers and dates are written. */
export function useLocale(): string {
  return pickLocale(useLanguage(), browserLanguages())
}
