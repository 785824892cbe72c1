import {
  Button,
  Dialog,
  Form,
  PasswordInput,
  TextInput,
  useForm,
  useWords,
  words,
} from '@danbao/ui'

const dialogWords = words({
  password: { en: 'Your password', ru: 'Ваш пароль', zh: '您的登录密码' },
  code: {
    en: 'Code of the app, or a recovery code',
    ru: 'Код из приложения или резервный код',
    zh: '应用中的验证码，或恢复代码',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
})

interface Factors {
  readonly password: string
  readonly code: string
}

export interface BothFactorsDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What it brings about. */
  readonly text: string
  readonly submit: string
  readonly kind: 'primary' | 'danger'
  readonly onFactors: (factors: Factors) => Promise<void>
}

/** For what would help a thief most: the password and a code. */
export function BothFactorsDialog({ open, onClose, title, ...rest }: BothFactorsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <FactorsForm title={title} {...rest} />
    </Dialog>
  )
}

type FactorsFormProps = Omit<BothFactorsDialogProps, 'open' | 'onClose'>

function FactorsForm({ title, text, submit, kind, onFactors }: FactorsFormProps) {
  const t = useWords(dialogWords)
  const form = useForm({
    initial: { password: '', code: '' },
    check: ({ password, code }) => ({
      password: password === '' ? t('needed') : undefined,
      code: code.trim() === '' ? t('needed') : undefined,
    }),
    at: { password_wrong: 'password', code_wrong: 'code' },
    submit: onFactors,
  })
  return (
    <Form form={form} label={title}>
      <p>{text}</p>
      <PasswordInput
        {...form.text('password')}
        label={t('password')}
        autoComplete="current-password"
      />
      <TextInput
        {...form.text('code')}
        label={t('code')}
        autoComplete="one-time-code"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit" kind={kind} busy={form.busy} wide>
        {submit}
      </Button>
    </Form>
  )
}
