import { PASSWORD_RULES } from '@danbao/contracts/wallet'
import { Button, Form, PasswordInput, useForm, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import { PasswordStrength } from './password-strength.tsx'
import type { StepProps } from './step.ts'

const passwordWords = words({
  label: { en: 'Password', ru: 'Пароль', zh: '登录密码' },
  why: {
    en: 'You sign in with it. A few words that nobody else would put together are best.',
    ru: 'С ним вы входите. Лучше всего несколько слов, которые никто другой рядом не поставит.',
    zh: '用于登录。最好由几个别人想不到会放在一起的词组成。',
  },
  password: { en: 'New password', ru: 'Новый пароль', zh: '新密码' },
  hint: {
    en: 'At least {count, plural, one {# character} other {# characters}}.',
    ru: 'Не меньше {count, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}.',
    zh: '{count, plural, other {至少 # 个字符。}}',
  },
  short: { en: 'This is too short.', ru: 'Слишком коротко.', zh: '密码太短。' },
  submit: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
})

/** The password for signing in. */
export function PasswordStep({ registration, onDone }: StepProps) {
  const t = useWords(passwordWords)
  const { given_name, family_name } = registration.profile
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password: password.length < PASSWORD_RULES.shortest ? t('short') : undefined,
    }),
    at: { password_weak: 'password' },
    submit: (body) => api.call('setPassword', { body }),
    done: onDone,
  })
  const personal = [registration.email, given_name, family_name].filter((text) => text !== null)
  return (
    <Form form={form} label={t('label')}>
      <p>{t('why')}</p>
      {/* Password managers want to know whose password they keep. */}
      <input type="text" autoComplete="username" value={registration.email} readOnly hidden />
      <PasswordInput
        {...form.text('password')}
        label={t('password')}
        hint={t('hint', { count: PASSWORD_RULES.shortest })}
        autoComplete="new-password"
      />
      <PasswordStrength password={form.values.password} personal={personal} />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
