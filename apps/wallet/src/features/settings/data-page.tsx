import type { AnswerOf } from '@danbao/contracts'
import type { SettingsRoutes } from '@danbao/contracts/wallet'
import {
  Button,
  Card,
  Form,
  Page,
  PasswordInput,
  serverNow,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { Download } from 'lucide-react'
import { api } from '../../api.ts'
import { saveFile } from './save-file.ts'
import { fieldWords } from './field-words.ts'

const dataWords = words({
  title: { en: 'My data', ru: 'Мои данные', zh: '我的数据' },
  intro: {
    en: 'One file with everything that we keep about you.',
    ru: 'Один файл со всем, что мы о вас храним.',
    zh: '一个文件，包含我们保存的关于您的全部数据。',
  },
  inside: { en: 'What is in it', ru: 'Что внутри', zh: '文件内容' },
  you: {
    en: 'Your profile, address and document number',
    ru: 'Профиль, адрес и номер документа',
    zh: '您的资料、地址和证件号码',
  },
  money: {
    en: 'Payments, disputes and balances',
    ru: 'Платежи, споры и остатки',
    zh: '付款、争议和余额',
  },
  safety: {
    en: 'Devices, sign-ins and changes of the settings',
    ru: 'Устройства, входы и изменения настроек',
    zh: '设备、登录记录和设置更改',
  },
  never: {
    en: 'Passwords and answers are not in it: nobody can read them, not even we.',
    ru: 'Паролей и ответов в нём нет: прочитать их не может никто, даже мы.',
    zh: '不含密码和安全问题答案：任何人都无法读取，包括我们。',
  },
  careful: {
    en: 'Keep it where nobody else looks. We tell you by mail that it was fetched.',
    ru: 'Храните файл там, куда никто не заглянет. О выгрузке мы сообщим письмом.',
    zh: '请妥善保管此文件。下载后我们会邮件通知您。',
  },
  submit: { en: 'Download', ru: 'Скачать', zh: '下载' },
  fetched: { en: 'The file was downloaded.', ru: 'Файл скачан.', zh: '文件已下载。' },
})

/** Everything that is kept about the person, for the person. */
export function DataPage() {
  const t = useWords(dataWords)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Card title={t('inside')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(['you', 'money', 'safety'] as const).map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
        <p className="mt-3 text-ink-soft">{t('never')}</p>
      </Card>
      <ExportForm />
    </Page>
  )
}

function ExportForm() {
  const t = useWords(dataWords)
  const say = useWords(fieldWords)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? say('needed') : undefined }),
    at: { password_wrong: 'password' },
    submit: (body) => api.call('exportData', { body }),
    done: (file) => {
      save(file)
      form.reset()
      toast(t('fetched'))
    },
  })
  return (
    <Form form={form} label={t('title')}>
      <p>{t('careful')}</p>
      <PasswordInput
        {...form.text('password')}
        label={say('password')}
        hint={say('password_why')}
        autoComplete="current-password"
      />
      <Button type="submit" icon={Download} busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}

function save({ bytes, mediaType }: AnswerOf<SettingsRoutes['exportData']>): void {
  const day = new Date(serverNow()).toISOString().slice(0, 10)
  saveFile(`danbao-${day}.json`, new Blob([new Uint8Array(bytes)], { type: mediaType }))
}
