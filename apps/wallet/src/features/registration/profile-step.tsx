import { COUNTRIES, hasPostcodes, PROFILE_DOCUMENTS } from '@danbao/contracts/wallet'
import { Button, CountryInput, Form, Select, TextInput, useForm, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import type { StepProps } from './step.ts'

const profileWords = words({
  label: { en: 'About you', ru: 'О вас', zh: '个人信息' },
  names: {
    en: 'As in your identity document, in Latin letters or your own.',
    ru: 'Как в документе: латиницей или родными буквами.',
    zh: '请与证件一致，可用拉丁字母或本国文字。',
  },
  given_name: { en: 'Given names', ru: 'Имя', zh: '名' },
  family_name: { en: 'Family name', ru: 'Фамилия', zh: '姓' },
  country: { en: 'Country', ru: 'Страна', zh: '国家或地区' },
  document_type: { en: 'Identity document', ru: 'Документ', zh: '证件类型' },
  passport: { en: 'Passport', ru: 'Паспорт', zh: '护照' },
  driving_licence: { en: 'Driving licence', ru: 'Водительское удостоверение', zh: '驾驶证' },
  identity_card: { en: 'National identity card', ru: 'Удостоверение личности', zh: '身份证' },
  residence_permit: { en: 'Residence permit', ru: 'Вид на жительство', zh: '居留许可' },
  document_number: { en: 'Number of the document', ru: 'Номер документа', zh: '证件号码' },
  document_kept: {
    en: 'We have the number that ends in {end}. Leave this empty to keep it.',
    ru: 'У нас есть номер, который кончается на {end}. Оставьте пустым, если он не изменился.',
    zh: '已保存尾号为 {end} 的号码。如无变化请留空。',
  },
  document_why: {
    en: 'Kept encrypted. It makes sure that nobody opens a second wallet in your name.',
    ru: 'Хранится в зашифрованном виде. Так никто не заведёт второй кошелёк на ваше имя.',
    zh: '加密保存，用于防止他人以您的名义开立第二个钱包。',
  },
  street: { en: 'Street and house', ru: 'Улица, дом, квартира', zh: '街道门牌' },
  city: { en: 'Town', ru: 'Город', zh: '城市' },
  region: { en: 'State, province or region', ru: 'Область, край или регион', zh: '省、州或地区' },
  postal_code: { en: 'Postcode', ru: 'Индекс', zh: '邮政编码' },
  submit: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
})

const REQUIRED = [
  'given_name',
  'family_name',
  'country',
  'document_type',
  'street',
  'city',
  'region',
] as const
const POSTCODE = ['postal_code'] as const

/** Who it is and where they live. */
export function ProfileStep({ registration, onDone }: StepProps) {
  const t = useWords(profileWords)
  const { profile } = registration
  const end = profile.document_number_end
  const form = useForm({
    initial: initialOf(profile),
    keep: 'register.profile',
    secrets: ['document_number'],
    check: (values) => ({
      ...Object.fromEntries(
        [...REQUIRED, ...(hasPostcodes(values.country) ? POSTCODE : [])]
          .filter((name) => values[name].trim() === '')
          .map((name) => [name, t('needed')]),
      ),
      ...(end === null && values.document_number.trim() === ''
        ? { document_number: t('needed') }
        : {}),
    }),
    at: { document_in_use: 'document_number' },
    submit: ({ document_number, postal_code, ...rest }) =>
      api.call('setProfile', {
        body: {
          ...rest,
          country: countryOf(rest.country),
          document_type: documentType(rest.document_type),
          ...(hasPostcodes(rest.country) ? { postal_code } : {}),
          ...(document_number.trim() === '' ? {} : { document_number }),
        },
      }),
    done: onDone,
  })
  return (
    <Form form={form} label={t('label')}>
      <p className="text-ink-soft">{t('names')}</p>
      <TextInput {...form.text('given_name')} label={t('given_name')} autoComplete="given-name" />
      <TextInput
        {...form.text('family_name')}
        label={t('family_name')}
        autoComplete="family-name"
      />
      <CountryInput {...form.text('country')} label={t('country')} codes={COUNTRIES} />
      <Select
        {...form.text('document_type')}
        label={t('document_type')}
        options={PROFILE_DOCUMENTS.map((value) => ({ value, label: t(value) }))}
      />
      <TextInput
        {...form.text('document_number')}
        label={t('document_number')}
        hint={end === null ? t('document_why') : t('document_kept', { end })}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
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
        {t('submit')}
      </Button>
    </Form>
  )
}

function initialOf(profile: StepProps['registration']['profile']) {
  return {
    given_name: profile.given_name ?? '',
    family_name: profile.family_name ?? '',
    country: profile.country ?? '',
    document_type: profile.document_type ?? '',
    document_number: '',
    street: profile.street ?? '',
    city: profile.city ?? '',
    region: profile.region ?? '',
    postal_code: profile.postal_code ?? '',
  }
}

function documentType(text: string): (typeof PROFILE_DOCUMENTS)[number] {
  return PROFILE_DOCUMENTS.find((one) => one === text) ?? 'passport'
}

function countryOf(text: string): (typeof COUNTRIES)[number] {
  const found = COUNTRIES.find((code) => code === text)
  if (found === undefined) throw new RangeError('the form has checked that there is a country')
  return found
}
