import {
  Button,
  Dialog,
  Form,
  isRefusal,
  PasswordInput,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'

const sureWords = words({
  title: { en: 'Is it you?', ru: 'Это вы?', zh: '是您本人吗？' },
  why: {
    en: 'You signed in a while ago. Type your password before something of your safety changes.',
    ru: 'Вы вошли уже давно. Введите пароль, прежде чем менять настройки безопасности.',
    zh: '距上次登录已有一段时间。更改安全设置前，请输入登录密码。',
  },
  password: { en: 'Your password', ru: 'Ваш пароль', zh: '您的登录密码' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  submit: { en: 'Go on', ru: 'Дальше', zh: '继续' },
})

/** The password, when the server wanted it. */
export interface Proof {
  readonly password?: string
}

export interface Sure<V> {
  readonly run: (values: V) => void
  readonly busy: boolean
  /** Why it failed; that the password is wanted is no failure. */
  readonly error: unknown
  /** To be drawn somewhere on the screen. */
  readonly dialog: ReactNode
}

/**
 * Does what the server does for nobody whose sign-in is long ago: it asks for the password when it
 * is told to, and does it again.
 */
export function useSure<V, T>(
  action: (values: V, proof: Proof) => Promise<T>,
  done: (answer: T, values: V) => void,
): Sure<V> {
  const [asked, setAsked] = useState<{ readonly values: V }>()
  const attempt = useMutation({
    mutationFn: (values: V) => action(values, {}),
    onSuccess: done,
    onError: (error, values) => {
      if (isRefusal(error, 'password_needed')) setAsked({ values })
    },
  })
  return {
    run: attempt.mutate,
    busy: attempt.isPending,
    error: isRefusal(attempt.error, 'password_needed') ? null : attempt.error,
    dialog: (
      <PasswordDialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        onPassword={async (password) => {
          if (asked === undefined) return
          const answer = await action(asked.values, { password })
          setAsked(undefined)
          done(answer, asked.values)
        }}
      />
    ),
  }
}

interface PasswordDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onPassword: (password: string) => Promise<void>
}

function PasswordDialog({ open, onClose, onPassword }: PasswordDialogProps) {
  const t = useWords(sureWords)
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <PasswordForm onPassword={onPassword} />
    </Dialog>
  )
}

function PasswordForm({ onPassword }: Pick<PasswordDialogProps, 'onPassword'>) {
  const t = useWords(sureWords)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('needed') : undefined }),
    at: { password_wrong: 'password' },
    submit: ({ password }) => onPassword(password),
  })
  useEffect(() => {
    // The dialog gives the focus to its title first.
    const timer = setTimeout(() => form.ref.current?.querySelector('input')?.focus())
    return () => clearTimeout(timer)
  }, [form.ref])
  return (
    <Form form={form} label={t('title')}>
      <p>{t('why')}</p>
      <PasswordInput
        {...form.text('password')}
        label={t('password')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
