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
  differs: {
    en: 'This device speaks {here}, because that was chosen on it. Mails and SMS come in {mails}.',
    ru: 'На этом устройстве выбран язык: {here}. Письма и SMS приходят на языке: {mails}.',
    zh: '此设备选择了{here}，邮件和短信使用{mails}。',
  },
  all_in: { en: 'All in {language}', ru: 'Всё на языке: {language}', zh: '全部使用{language}' },
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
  // What is being stored is shown as chosen; when that fails, what the account has is shown again.
  const stored = settings?.language ?? language
  const account = save.isPending ? save.variables : stored
  const differs = account !== language
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-5">
        <Select
          label={t('language')}
          value={account}
          placeholder={false}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onValue={choose}
        />
        <RefusalNote error={save.error} />
        {differs && (
          <div className="flex flex-wrap items-center gap-2">
            <p className="text-small text-ink-soft">
              {t('differs', { here: LANGUAGE_NAMES[language], mails: LANGUAGE_NAMES[account] })}
            </p>
            {[account, language].map((one) => (
              <Button key={one} kind="secondary" onClick={() => choose(one)}>
                {t('all_in', { language: LANGUAGE_NAMES[one] })}
              </Button>
            ))}
          </div>
        )}
        <ThemeSelect />
      </div>
    </Card>
  )
}
