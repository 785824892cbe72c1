import { COUNTRIES, hasPostcodes, type SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  countryName,
  CountryInput,
  Facts,
  Form,
  Loaded,
  Page,
  TextInput,
  TextLink,
  toast,
  useForm,
  useLocale,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const profileWords = words({
  title: { en: 'Name and address', ru: 'Имя и адрес', zh: '姓名与地址' },
  given_name: { en: 'Given names', ru: 'Имя', zh: '名' },
  family_name: { en: 'Family name', ru: 'Фамилия', zh: '姓' },
  country: { en: 'Country', ru: 'Страна', zh: '国家或地区' },
  street: { en: 'Street and house', ru: 'Улица, дом, квартира', zh: '街道门牌' },
  city: { en: 'Town', ru: 'Город', zh: '城市' },
  region: { en: 'State, province or region', ru: 'Область, край или регион', zh: '省、州或地区' },
  postal_code: { en: 'Postcode', ru: 'Индекс', zh: '邮政编码' },
  proved: {
    en: 'Proved by your documents',
    ru: 'Подтверждено документами',
    zh: '已由证件证实',
  },
  locked: {
    en: 'Name and country stay as your documents say. A new name takes <link>a new identity check</link>.',
    ru: 'Имя и страна остаются такими, как в документах. Чтобы сменить имя, <link>пройдите проверку личности заново</link>.',
    zh: '姓名和国家以证件为准。如需更改，请<link>重新进行身份验证</link>。',
  },
})

type Profile = SettingsView['profile']

/** Who the person is and where they live. */
export function ProfilePage() {
  const t = useWords(profileWords)
  const settings = useSettings()
  return (
    <Page title={t('title')} back="/settings">
      <Loaded query={settings}>{({ profile }) => <ProfileForm profile={profile} />}</Loaded>
    </Page>
  )
}

const PLACE = ['street', 'city', 'region'] as const
const POSTCODE = ['postal_code'] as const
const IDENTITY = ['given_name', 'family_name', 'country'] as const

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const t = useWords(profileWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const form = useForm({
    initial: initialOf(profile),
    check: (values) =>
      Object.fromEntries(
        [
          ...PLACE,
          ...(hasPostcodes(values.country) ? POSTCODE : []),
          ...(profile.locked ? [] : IDENTITY),
        ]
          .filter((name) => values[name].trim() === '')
          .map((name) => [name, say('needed')]),
      ),
    submit: ({ given_name, family_name, country, postal_code, ...place }) => {
      const code = COUNTRIES.find((one) => one === country)
      const identity =
        profile.locked || code === undefined ? {} : { given_name, family_name, country: code }
      const postcode = hasPostcodes(country) ? { postal_code } : {}
      return api.call('changeProfile', { body: { ...place, ...postcode, ...identity } })
    },
    done: (next) => {
      take(next)
      toast(say('saved'))
    },
  })
  return (
    <Form form={form} label={t('title')}>
      {profile.locked ? (
        <Proved profile={profile} />
      ) : (
        <>
          <TextInput
            {...form.text('given_name')}
            label={t('given_name')}
            autoComplete="given-name"
          />
          <TextInput
            {...form.text('family_name')}
            label={t('family_name')}
            autoComplete="family-name"
          />
          <CountryInput {...form.text('country')} label={t('country')} codes={COUNTRIES} />
        </>
      )}
      <TextInput {...form.text('street')} label={t('street')} autoComplete="street-address" />
      <TextInput {...form.text('city')} label={t('city')} autoComplete="address-level2" />
      <TextInput {...form.text('region')} label={t('region')} autoComplete="address-level1" />
      {hasPostcodes(form.values.country) && (
        <TextInput
          {...form.text('postal_code')}
          label={t('postal_code')}
          autoComplete="postal-code"
        />
      )}
      <Button type="submit" busy={form.busy} wide>
        {say('save')}
      </Button>
    </Form>
  )
}

/** What documents proved is told, not asked. */
function Proved({ profile }: { readonly profile: Profile }) {
  const t = useWords(profileWords)
  const locale = useLocale()
  const { given_name, family_name, country } = profile
  return (
    <Callout kind="success" title={t('proved')}>
      <Facts
        facts={[
          { name: t('given_name'), value: given_name },
          { name: t('family_name'), value: family_name },
          { name: t('country'), value: country === null ? null : countryName(country, locale) },
        ]}
      />
      <p className="mt-2 text-small">
        {t.rich('locked', { link: (inside) => <TextLink href="/identity">{inside}</TextLink> })}
      </p>
    </Callout>
  )
}

function initialOf(profile: Profile) {
  return {
    given_name: profile.given_name ?? '',
    family_name: profile.family_name ?? '',
    country: profile.country ?? '',
    street: profile.street ?? '',
    city: profile.city ?? '',
    region: profile.region ?? '',
    postal_code: profile.postal_code ?? '',
  }
}
