import { type AnswerOf } from '@danbao/contracts'
import { QUESTION_IDS, type walletRoutes } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Page,
  TextInput,
  TextLink,
  useForm,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { questionWords } from '../questions/question-words.ts'
import { isTooShort, NewPassword, newPasswordWords } from './new-password.tsx'
import { OpenedLink } from '../links/opened-link.tsx'
import { Recovered } from './recovered.tsx'

const resetWords = words({
  title: { en: 'Set a new password', ru: 'Задайте новый пароль', zh: '设置新密码' },
  intro: {
    en: 'Answer your three questions. Capital letters and spaces do not matter.',
    ru: 'Ответьте на три ваших вопроса. Заглавные буквы и пробелы не важны.',
    zh: '请回答您的三个安全问题，不区分大小写和空格。',
  },
  until: {
    en: 'The link is good until {when}.',
    ru: 'Ссылка действует до: {when}.',
    zh: '链接有效期至 {when}。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  submit: { en: 'Set the password', ru: 'Задать пароль', zh: '设置密码' },
  forgotten: {
    en: 'I do not remember the answers',
    ru: 'Не помню ответы',
    zh: '我不记得答案',
  },
  done: { en: 'Your password is new', ru: 'Пароль сменён', zh: '密码已更新' },
  done_text: {
    en: 'Everybody was signed out, on all devices. The old password is gone for ever.',
    ru: 'Со всех устройств выполнен выход. Старый пароль больше не действует.',
    zh: '所有设备均已退出登录，旧密码永久失效。',
  },
})

type Opened = AnswerOf<(typeof walletRoutes)['openPasswordReset']>

/** Where the mail's link leads: three answers and a new password. */
export function ResetPassword({ token }: { readonly token: string }) {
  return (
    <OpenedLink
      name="password"
      token={token}
      again="/recover/password"
      open={(given) => api.call('openPasswordReset', { body: { token: given } })}
    >
      {(opened) => <ResetForm opened={opened} token={token} />}
    </OpenedLink>
  )
}

interface ResetFormProps {
  readonly opened: Opened
  readonly token: string
}

function ResetForm({ opened, token }: ResetFormProps) {
  const t = useWords(resetWords)
  const { deadline } = useTime()
  const [done, setDone] = useState(false)
  const form = useResetForm(token, () => setDone(true))
  if (done) return <Recovered title={t('done')} text={t('done_text')} to="sign_in" />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Form form={form} label={t('title')}>
        {opened.questions.map(({ position, question }) => (
          <Answer key={position} question={question} {...form.text(answerName(position))} />
        ))}
        <NewPassword {...form.text('password')} />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
      <p>
        <TextLink href={`/recover/document?token=${encodeURIComponent(token)}`}>
          {t('forgotten')}
        </TextLink>
      </p>
      <p className="text-small text-ink-soft">
        {t('until', { when: deadline(opened.expires_at) })}
      </p>
    </Page>
  )
}

function useResetForm(token: string, onDone: () => void) {
  const t = useWords(resetWords)
  const passwordText = useWords(newPasswordWords)
  const session = useSession()
  const needed = (text: string) => (text.trim() === '' ? t('needed') : undefined)
  return useForm({
    initial: { answer1: '', answer2: '', answer3: '', password: '' },
    check: ({ answer1, answer2, answer3, password }) => ({
      answer1: needed(answer1),
      answer2: needed(answer2),
      answer3: needed(answer3),
      password: isTooShort(password) ? passwordText('short') : undefined,
    }),
    at: { password_weak: 'password', password_used: 'password' },
    pointers: { '/answers/0': 'answer1', '/answers/1': 'answer2', '/answers/2': 'answer3' },
    submit: ({ answer1, answer2, answer3, password }) =>
      api.call('resetPassword', {
        body: { token, answers: [answer1, answer2, answer3], password },
      }),
    done: () => {
      onDone()
      void session.refresh()
    },
  })
}

interface AnswerProps {
  readonly question: string
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

function Answer({ question, ...field }: AnswerProps) {
  const ask = useWords(questionWords)
  const known = QUESTION_IDS.find((id) => id === question)
  return (
    <TextInput {...field} label={known === undefined ? question : ask(known)} autoComplete="off" />
  )
}

function answerName(position: number): 'answer1' | 'answer2' | 'answer3' {
  if (position === 1) return 'answer1'
  return position === 2 ? 'answer2' : 'answer3'
}
