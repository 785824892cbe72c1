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
  identity: {
    en: 'Every check of your documents: what was typed, read and decided, with the pictures',
    ru: 'Все проверки документов: что введено, прочитано и решено, вместе со снимками',
    zh: '历次证件审核：填写、识别的信息和审核结果，以及图片',
  },
  money: {
    en: 'Payments, balances, and disputes with the files you added',
    ru: 'Платежи, остатки и споры вместе с вашими файлами',
    zh: '付款、余额，以及争议和您提交的文件',
  },
  safety: {
    en: 'Devices, sign-ins, changes of the settings, recoveries and closures',
    ru: 'Устройства, входы, изменения настроек, восстановление доступа и закрытие аккаунта',
    zh: '设备、登录记录、设置更改、账户恢复和销户记录',
  },
  never: {
    en: 'Passwords and answers are not in it: nobody can read them, not even we.',
    ru: 'Паролей и ответов в нём нет: прочитать их не может никто, даже мы.',
    zh: '不含密码和安全问题答案：任何人都无法读取，包括我们。',
  },
  large: {
    en: 'Pictures and files of more than 60 MB together: the newest are in it, the others are listed.',
    ru: 'Если снимков и файлов больше 60 МБ, внутри будут самые новые, остальные — списком.',
    zh: '若图片和文件总计超过 60 MB，仅包含最新的，其余只列出条目。',
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
          {(['you', 'identity', 'money', 'safety'] as const).map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
        <p className="mt-3 text-ink-soft">{t('never')}</p>
        <p className="mt-3 text-small text-ink-soft">{t('large')}</p>
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
