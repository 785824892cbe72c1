import { Languages } from 'lucide-react'
import { Select } from '../controls/select.tsx'
import {
  chooseLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  useLanguage,
} from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { chooseTheme, THEMES, useTheme } from './theme.ts'

const preferenceWords = words({
  // Also in English, for those who can not read the language that is on.
  language: { en: 'Language', ru: 'Язык (Language)', zh: '语言 (Language)' },
  theme: { en: 'Appearance', ru: 'Оформление', zh: '外观' },
  system: { en: 'As the device', ru: 'Как на устройстве', zh: '跟随系统' },
  light: { en: 'Light', ru: 'Светлое', zh: '浅色' },
  dark: { en: 'Dark', ru: 'Тёмное', zh: '深色' },
})

export interface LanguageSwitchProps {
  /** Called after the language changed, e.g. to store it with the account. */
  readonly onLanguage?: (language: (typeof LANGUAGES)[number]) => void
}

/** Small, for the top of a page: the languages by their own names. */
export function LanguageSwitch({ onLanguage }: LanguageSwitchProps) {
  const t = useWords(preferenceWords)
  const language = useLanguage()
  const choose = (value: string): void => {
    if (!isLanguage(value)) return
    chooseLanguage(value)
    onLanguage?.(value)
  }
  return (
    <label className="tap relative inline-flex items-center gap-2 rounded-card px-2 text-small hover:bg-well has-focus-visible:outline-2 has-focus-visible:outline-jade">
      <Languages aria-hidden className="size-5 text-ink-soft" />
      <span className="sr-only">{t('language')}</span>
      <select
        value={language}
        onChange={(event) => choose(event.target.value)}
        className="min-h-11 appearance-none bg-transparent outline-none [&>option]:bg-card"
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** For the settings: light, dark, or as the device. */
export function ThemeSelect() {
  const t = useWords(preferenceWords)
  return (
    <Select
      label={t('theme')}
      value={useTheme()}
      placeholder={false}
      options={THEMES.map((value) => ({ value, label: t(value) }))}
      onValue={(value) => chooseTheme(THEMES.find((theme) => theme === value) ?? 'system')}
    />
  )
}
