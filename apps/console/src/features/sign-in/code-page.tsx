import {
  Button,
  Card,
  CodeInput,
  Form,
  Page,
  TextInput,
  TextLink,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { useNext } from './next.ts'

const pageWords = words({
  title: { en: 'Second factor', ru: 'Второй фактор', zh: '第二重验证' },
  intro: {
    en: 'Open your authenticator app and type the six digits it shows for Danbao.',
    ru: 'Откройте приложение-аутентификатор и введите шесть цифр для Danbao.',
    zh: '打开验证器应用，输入其中 Danbao 的六位数字。',
  },
  code: { en: 'Code', ru: 'Код', zh: '验证码' },
  recovery_code: { en: 'Recovery code', ru: 'Резервный код', zh: '恢复代码' },
  recovery_hint: {
    en: 'One of the codes that you kept when you set up the app. Each works once.',
    ru: 'Один из кодов, сохранённых при настройке приложения. Каждый действует один раз.',
    zh: '设置验证器时保存的代码之一，每个只能使用一次。',
  },
  use_recovery: {
    en: 'Use a recovery code instead',
    ru: 'Ввести резервный код',
    zh: '改用恢复代码',
  },
  use_app: {
    en: 'Use the code of the app instead',
    ru: 'Ввести код из приложения',
    zh: '改用应用中的代码',
  },
  short: { en: 'The code is longer.', ru: 'Код введён не полностью.', zh: '代码不完整。' },
  submit: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  other: {
    en: 'Sign in as somebody else',
    ru: 'Войти с другой учётной записью',
    zh: '以其他身份登录',
  },
})

export function CodePage() {
  const t = useWords(pageWords)
  const { start } = useNext()
  const [recovery, setRecovery] = useState(false)
  return (
    <Page title={t('title')} intro={recovery ? t('recovery_hint') : t('intro')}>
      <Card>
        <CodeForm key={String(recovery)} recovery={recovery} />
        <div className="mt-3">
          <Button kind="quiet" wide onClick={() => setRecovery(!recovery)}>
            {recovery ? t('use_app') : t('use_recovery')}
          </Button>
        </div>
      </Card>
      <p>
        <TextLink href={start}>{t('other')}</TextLink>
      </p>
    </Page>
  )
}

function CodeForm({ recovery }: { readonly recovery: boolean }) {
  const t = useWords(pageWords)
  const { enter } = useSession()
  const { next, restart } = useNext()
  const form = useForm({
    initial: { code: '' },
    secrets: ['code'],
    check: ({ code }) => ({ code: code.trim().length < 6 ? t('short') : undefined }),
    submit: (body) => api.call('giveStaffCode', { body }),
    done: () => void enter(next),
    at: { code_wrong: 'code' },
    refused: restart,
  })
  return (
    <Form form={form} label={t('title')}>
      {recovery ? (
        <TextInput
          label={t('recovery_code')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.text('code')}
        />
      ) : (
        <CodeInput label={t('code')} autoFocus {...form.text('code')} />
      )}
      <Button type="submit" wide busy={form.busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}
