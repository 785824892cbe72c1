import { PASSWORD_RULES, type SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Loaded,
  Page,
  PasswordInput,
  TextLink,
  toast,
  useForm,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { PasswordStrength } from '../registration/password-strength.tsx'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const passwordWords = words({
  title: { en: 'Password', ru: 'Пароль', zh: '登录密码' },
  intro: {
    en: 'You sign in with it. A new one signs out all other devices.',
    ru: 'С ним вы входите. После замены на других устройствах будет выполнен выход.',
    zh: '用于登录。修改后，其他设备将退出登录。',
  },
  old: { en: 'Present password', ru: 'Нынешний пароль', zh: '当前密码' },
  new: { en: 'New password', ru: 'Новый пароль', zh: '新密码' },
  hint: {
    en: 'At least {count, plural, one {# character} other {# characters}}. A few words that nobody else would put together are best.',
    ru: 'Не меньше {count, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}. Лучше всего несколько слов, которые никто другой рядом не поставит.',
    zh: '{count, plural, other {至少 # 个字符。}}最好由几个别人想不到会放在一起的词组成。',
  },
  short: { en: 'This is too short.', ru: 'Слишком коротко.', zh: '密码太短。' },
  submit: { en: 'Change the password', ru: 'Сменить пароль', zh: '修改密码' },
  forgotten: {
    en: 'Present password forgotten?',
    ru: 'Забыли нынешний пароль?',
    zh: '忘记当前密码？',
  },
  changed: {
    en: 'Your password is changed. All other devices are signed out.',
    ru: 'Пароль изменён. На всех других устройствах выполнен выход.',
    zh: '密码已修改，其他设备已退出登录。',
  },
})

/** A new password for signing in. */
export function PasswordPage() {
  const t = useWords(passwordWords)
  const settings = useSettings()
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={settings}>{(known) => <PasswordForm settings={known} />}</Loaded>
    </Page>
  )
}

function PasswordForm({ settings }: { readonly settings: SettingsView }) {
  const t = useWords(passwordWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const go = useGo()
  const { given_name, family_name } = settings.profile
  const form = useForm({
    initial: { old_password: '', new_password: '' },
    check: ({ old_password, new_password }) => ({
      old_password: old_password === '' ? say('needed') : undefined,
      new_password: new_password.length < PASSWORD_RULES.shortest ? t('short') : undefined,
    }),
    at: {
      password_wrong: 'old_password',
      password_weak: 'new_password',
      password_used: 'new_password',
    },
    submit: (body) => api.call('changePassword', { body }),
    done: (next) => {
      take(next)
      toast(t('changed'))
      go('/settings')
    },
  })
  const personal = [settings.email, given_name, family_name].filter((text) => text !== null)
  return (
    <Form form={form} label={t('title')}>
      {/* Password managers want to know whose password they keep. */}
      <input type="text" autoComplete="username" value={settings.email} readOnly hidden />
      <PasswordInput
        {...form.text('old_password')}
        label={t('old')}
        autoComplete="current-password"
      />
      <PasswordInput
        {...form.text('new_password')}
        label={t('new')}
        hint={t('hint', { count: PASSWORD_RULES.shortest })}
        autoComplete="new-password"
      />
      <PasswordStrength password={form.values.new_password} personal={personal} />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
      <p>
        <TextLink href="/recover">{t('forgotten')}</TextLink>
      </p>
    </Form>
  )
}
