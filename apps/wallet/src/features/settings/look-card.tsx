import type { SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Card,
  chooseLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  RefusalNote,
  Select,
  ThemeSelect,
  useLanguage,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useTakeSettings } from './queries.ts'

const lookWords = words({
  title: { en: 'Language and look', ru: 'Язык и оформление', zh: '语言与外观' },
  // Also in English, for those who can not read the language that is on.
  language: {
    en: 'Language of the app and mails',
    ru: 'Язык приложения и писем (Language)',
    zh: '应用和邮件语言 (Language)',
  },
  mails: {
    en: 'Mails and SMS still come in another language: {language}.',
    ru: 'Письма и SMS пока приходят на другом языке: {language}.',
    zh: '邮件和短信目前使用其他语言：{language}。',
  },
  mails_too: {
    en: 'Write to me in English too',
    ru: 'Писать мне тоже по-русски',
    zh: '邮件和短信也使用中文',
  },
})

/** What this device shows, and the language in which we write. */
export function LookCard({ settings }: { readonly settings: SettingsView | undefined }) {
  const t = useWords(lookWords)
  const language = useLanguage()
  const take = useTakeSettings()
  const save = useMutation({
    mutationFn: (chosen: Language) => api.call('changeLanguage', { body: { language: chosen } }),
    onSuccess: take,
  })
  const choose = (value: string): void => {
    if (!isLanguage(value)) return
    chooseLanguage(value)
    save.mutate(value)
  }
  const differs = settings !== undefined && settings.language !== language && !save.isPending
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-5">
        <Select
          label={t('language')}
          value={language}
          placeholder={false}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onValue={choose}
        />
        <RefusalNote error={save.error} />
        {differs && (
          <div className="flex flex-wrap items-center gap-2">
            <p className="text-small text-ink-soft">
              {t('mails', { language: LANGUAGE_NAMES[settings.language] })}
            </p>
            <Button kind="secondary" onClick={() => save.mutate(language)}>
              {t('mails_too')}
            </Button>
          </div>
        )}
        <ThemeSelect />
      </div>
    </Card>
  )
}
