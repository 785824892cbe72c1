import {
  Button,
  Card,
  CodeInput,
  Form,
  Loaded,
  Loading,
  Page,
  QrCode,
  Skeleton,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { useNext } from './next.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

const pageWords = words({
  title: { en: 'Set up your second factor', ru: 'Настройте второй фактор', zh: '设置第二重验证' },
  intro: {
    en: 'Staff sign in with a code that changes every 30 seconds. An authenticator app on your phone makes it.',
    ru: 'Сотрудники входят с кодом, который меняется каждые 30 секунд. Его создаёт приложение-аутентификатор на телефоне.',
    zh: '员工登录需要每 30 秒更新一次的代码，由手机上的验证器应用生成。',
  },
  scan: {
    en: 'Scan this with the app',
    ru: 'Отсканируйте код в приложении',
    zh: '用验证器应用扫描',
  },
  qr: { en: 'QR code for the authenticator app', ru: 'QR-код для приложения', zh: '验证器二维码' },
  typed: {
    en: 'Or type this key into it:',
    ru: 'Или введите этот ключ вручную:',
    zh: '或手动输入此密钥：',
  },
  once: {
    en: 'Show the key to nobody. It is not shown again.',
    ru: 'Никому не показывайте ключ. Второй раз он не появится.',
    zh: '请勿向任何人展示此密钥，之后不会再显示。',
  },
  code: { en: 'Code from the app', ru: 'Код из приложения', zh: '应用中的代码' },
  code_hint: {
    en: 'So that we know it works.',
    ru: 'Так мы убедимся, что всё работает.',
    zh: '用于确认设置成功。',
  },
  short: { en: 'The code has six digits.', ru: 'В коде шесть цифр.', zh: '代码为六位数字。' },
  submit: { en: 'Confirm', ru: 'Подтвердить', zh: '确认' },
})

export function EnrolPage() {
  const t = useWords(pageWords)
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes !== undefined) return <RecoveryCodes codes={codes} />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Enrolment onCodes={setCodes} />
    </Page>
  )
}

function Enrolment({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const t = useWords(pageWords)
  const { restart } = useNext()
  const begun = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => api.call('beginStaffTotp'),
    // Beginning again makes a new key, and the one that was scanned would be worthless.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
  const { error } = begun
  useEffect(() => {
    restart(error)
  }, [error])
  return (
    <Loaded query={begun} skeleton={<EnrolmentSkeleton />}>
      {({ secret, uri }) => (
        <Card>
          <p className="mb-3 font-strong">{t('scan')}</p>
          <div className="flex flex-wrap items-start gap-5">
            <QrCode text={uri} label={t('qr')} />
            <div className="min-w-40 flex-1">
              <p className="text-ink-soft">{t('typed')}</p>
              <p className="my-2 rounded-small bg-well px-3 py-2 font-strong break-words select-all">
                {inGroups(secret)}
              </p>
              <p className="text-small text-ink-soft">{t('once')}</p>
            </div>
          </div>
          <ConfirmForm onCodes={onCodes} />
        </Card>
      )}
    </Loaded>
  )
}

function ConfirmForm({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const t = useWords(pageWords)
  const { restart } = useNext()
  const form = useForm({
    initial: { code: '' },
    secrets: ['code'],
    check: ({ code }) => ({ code: code.length < 6 ? t('short') : undefined }),
    submit: (body) => api.call('confirmStaffTotp', { body }),
    done: (answer) => onCodes(answer.recovery_codes),
    at: { code_wrong: 'code' },
    refused: restart,
  })
  return (
    <Form form={form} label={t('title')} className="mt-6">
      <CodeInput label={t('code')} hint={t('code_hint')} {...form.text('code')} />
      <Button type="submit" wide busy={form.busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}

function EnrolmentSkeleton() {
  return (
    <Card>
      <Loading>
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="size-48" />
        <Skeleton className="h-14 w-60" />
      </Loading>
    </Card>
  )
}

/** Groups of four are easier to type. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
