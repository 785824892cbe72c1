import { Button, Form, Page, useForm, useSearchText, useTime, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { QuestionFields } from '../questions/question-fields.tsx'
import { NO_QUESTIONS, questionsOf, useQuestionParts } from '../questions/use-question-parts.ts'
import { isTooShort, NewPassword, newPasswordWords } from './new-password.tsx'
import { OpenedLink } from '../links/opened-link.tsx'
import { Recovered } from './recovered.tsx'

const secretsWords = words({
  title: {
    en: 'New password, new questions',
    ru: 'Новый пароль и вопросы',
    zh: '设置新密码和安全问题',
  },
  intro: {
    en: 'Our staff have agreed. Set a new password, and questions whose answers only you know.',
    ru: 'Сотрудники согласны. Задайте новый пароль и вопросы, ответы на которые знаете только вы.',
    zh: '申请已通过。请设置新密码，以及只有您知道答案的安全问题。',
  },
  until: {
    en: 'The link is good until {when}.',
    ru: 'Ссылка действует до: {when}.',
    zh: '链接有效期至 {when}。',
  },
  submit: { en: 'Set both', ru: 'Сохранить', zh: '保存' },
  done: { en: 'You are back', ru: 'Доступ восстановлен', zh: '账户已找回' },
  done_text: {
    en: 'The new password and questions are set. Everybody was signed out, and the old password is gone for ever.',
    ru: 'Новый пароль и вопросы сохранены. Со всех устройств выполнен выход, старый пароль больше не действует.',
    zh: '新密码和安全问题已设置。所有设备均已退出登录，旧密码永久失效。',
  },
})

/** After staff agreed: the link of their mail. */
export function SecretsPage() {
  return (
    <OpenedLink
      name="secrets"
      token={useSearchText('token')}
      again="/recover"
      open={(token) => api.call('openNewSecrets', { body: { token } })}
    >
      {({ expires_at: until }, token) => <SecretsForm token={token} until={until} />}
    </OpenedLink>
  )
}

interface SecretsFormProps {
  readonly token: string
  readonly until: string
}

function SecretsForm({ token, until }: SecretsFormProps) {
  const t = useWords(secretsWords)
  const { deadline } = useTime()
  const [done, setDone] = useState(false)
  const form = useSecretsForm(token, () => setDone(true))
  if (done) return <Recovered title={t('done')} text={t('done_text')} to="sign_in" />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Form form={form} label={t('title')}>
        <NewPassword {...form.text('password')} />
        <QuestionFields form={form} />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
      <p className="text-small text-ink-soft">{t('until', { when: deadline(until) })}</p>
    </Page>
  )
}

function useSecretsForm(token: string, onDone: () => void) {
  const passwordText = useWords(newPasswordWords)
  const session = useSession()
  const { missing, told, pointers } = useQuestionParts()
  return useForm({
    initial: { ...NO_QUESTIONS, password: '' },
    check: ({ password, ...questions }) => ({
      ...missing(questions),
      password: isTooShort(password) ? passwordText('short') : undefined,
    }),
    at: { password_weak: 'password', password_used: 'password' },
    told,
    pointers,
    submit: ({ password, ...questions }) =>
      api.call('setNewSecrets', { body: { token, password, questions: questionsOf(questions) } }),
    done: () => {
      onDone()
      void session.refresh()
    },
  })
}
