import type { PersonPage } from '@danbao/contracts/console'
import {
  Card,
  countryName,
  Facts,
  isLanguage,
  LANGUAGE_NAMES,
  useLocale,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { BalanceList } from '../common/balance-list.tsx'
import { documentWords, wordOf } from '../common/kind-words.ts'
import { AttentionNotes } from './attention-notes.tsx'
import { Limits } from './limits.tsx'

const overviewWords = words({
  limits: { en: 'Limits', ru: 'Лимиты', zh: '限额' },
  balances: { en: 'Money', ru: 'Деньги', zh: '资金' },
  profile: { en: 'Profile', ru: 'Профиль', zh: '资料' },
  given_name: { en: 'Given names', ru: 'Имя', zh: '名' },
  family_name: { en: 'Family name', ru: 'Фамилия', zh: '姓' },
  address: { en: 'Address', ru: 'Адрес', zh: '地址' },
  document: { en: 'Identity document', ru: 'Документ', zh: '证件类型' },
  language: { en: 'Language', ru: 'Язык', zh: '语言' },
  confirmed: { en: 'E-mail confirmed', ru: 'Почта подтверждена', zh: '邮箱确认时间' },
  registered: { en: 'Registered', ru: 'Регистрация', zh: '注册时间' },
  unfinished: { en: 'not finished', ru: 'не закончена', zh: '未完成' },
  closed: { en: 'Closed', ru: 'Закрыт', zh: '销户时间' },
})

export function OverviewTab({ found }: { readonly found: PersonPage }) {
  const t = useWords(overviewWords)
  return (
    <div className="flex flex-col gap-5">
      <AttentionNotes found={found} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Card title={t('balances')} className="@container">
            <BalanceList balances={found.balances} />
          </Card>
          <Card title={t('limits')}>
            <Limits limits={found.limits} />
          </Card>
        </div>
        <Card title={t('profile')}>
          <Profile profile={found.profile} />
        </Card>
      </div>
    </div>
  )
}

function Profile({ profile }: Pick<PersonPage, 'profile'>) {
  const t = useWords(overviewWords)
  const kind = useWords(documentWords)
  const { moment } = useTime()
  const address = useAddress(profile)
  const { document_type: type, language, registered_at: since, closed_at: closed } = profile
  const facts = [
    { name: t('given_name'), value: profile.given_name },
    { name: t('family_name'), value: profile.family_name },
    { name: t('address'), value: address },
    { name: t('document'), value: type === null ? null : wordOf(documentWords, type, kind) },
    { name: t('language'), value: isLanguage(language) ? LANGUAGE_NAMES[language] : language },
    { name: t('confirmed'), value: moment(profile.email_confirmed_at) },
    { name: t('registered'), value: since === null ? t('unfinished') : moment(since) },
    ...(closed === null ? [] : [{ name: t('closed'), value: moment(closed) }]),
  ]
  return <Facts facts={facts.map((fact) => ({ ...fact, value: fact.value ?? '—' }))} />
}

function useAddress(profile: PersonPage['profile']): string | null {
  const locale = useLocale()
  const { street, postal_code: code, city, region, country } = profile
  const town = [code, city].filter((part) => part !== null).join(' ')
  const named = country === null ? null : countryName(country, locale)
  const lines = [street, town, region, named].filter((part) => part !== null && part !== '')
  return lines.length === 0 ? null : lines.join(', ')
}
