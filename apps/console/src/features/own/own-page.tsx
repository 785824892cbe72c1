import {
  Button,
  Card,
  Form,
  Page,
  PasswordInput,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { useStaff } from '../../session.ts'
import { useNewPassword } from '../common/use-new-password.ts'

const ownWords = words({
  change: { en: 'Change the password', ru: 'Сменить пароль', zh: '修改密码' },
  means: {
    en: 'All your other sessions end at once.',
    ru: 'Все ваши другие сеансы сразу завершатся.',
    zh: '您的其他会话将立即结束。',
  },
  old: { en: 'Present password', ru: 'Текущий пароль', zh: '当前密码' },
  new: { en: 'New password', ru: 'Новый пароль', zh: '新密码' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  code: { en: 'Code', ru: 'Код', zh: '验证码' },
  code_hint: {
    en: 'The six digits of your authenticator app, or a recovery code.',
    ru: 'Шесть цифр из приложения-аутентификатора или резервный код.',
    zh: '验证器应用中的六位数字，或一个恢复代码。',
  },
  code_short: { en: 'The code is longer.', ru: 'Код введён не полностью.', zh: '代码不完整。' },
  done: {
    en: 'The password is changed. Your other sessions were ended.',
    ru: 'Пароль изменён. Другие ваши сеансы завершены.',
    zh: '密码已修改，您的其他会话已结束。',
  },
})

/** What a member of staff changes about themselves. */
export function OwnPage() {
  const t = useWords(ownWords)
  const { name } = useStaff()
  return (
    <Page title={name}>
      <div className="max-w-xl">
        <Card title={t('change')}>
          <p className="mb-4 text-ink-soft">{t('means')}</p>
          <PasswordForm />
        </Card>
      </div>
    </Page>
  )
}

function PasswordForm() {
  const t = useWords(ownWords)
  const { email } = useStaff()
  const { hint } = useNewPassword()
  const form = usePassword()
  return (
    <Form form={form} label={t('change')}>
      {/* Password managers want to know whose password they keep. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t('old')}
        autoComplete="current-password"
        {...form.text('old_password')}
      />
      <PasswordInput
        label={t('new')}
        hint={hint}
        autoComplete="new-password"
        {...form.text('new_password')}
      />
      <TextInput
        label={t('code')}
        hint={t('code_hint')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('code')}
      />
      <div>
        <Button type="submit" busy={form.busy}>
          {t('change')}
        </Button>
      </div>
    </Form>
  )
}

function usePassword() {
  const t = useWords(ownWords)
  const fresh = useNewPassword()
  const form = useForm({
    initial: { old_password: '', new_password: '', code: '' },
    check: ({ old_password, new_password, code }) => ({
      old_password: old_password === '' ? t('needed') : undefined,
      new_password: fresh.check(new_password),
      code: code.trim().length < 6 ? t('code_short') : undefined,
    }),
    submit: (body) => api.call('changeStaffPassword', { body }),
    done: () => {
      form.reset()
      toast(t('done'))
    },
    at: {
      password_wrong: 'old_password',
      password_weak: 'new_password',
      password_used: 'new_password',
      code_wrong: 'code',
    },
  })
  return form
}
