import {
  Button,
  Callout,
  FileDrop,
  Page,
  refusalOf,
  TextLink,
  useGo,
  useRefusalText,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { NoLink } from '../links/opened-link.tsx'

const documentWords = words({
  title: { en: 'Forgot password', ru: 'Забыт пароль', zh: '忘记密码' },
  intro: {
    en: 'Without the answers our staff have to see that it is you. Send the main page of your passport; they decide within 48 hours and write to you.',
    ru: 'Без ответов сотрудникам нужно убедиться, что это вы. Отправьте главную страницу паспорта: решение — в течение 48 часов, письмом.',
    zh: '没有答案时，需由工作人员确认是您本人。请提交护照资料页，48 小时内作出决定并邮件通知您。',
  },
  file: { en: 'Main page of your passport', ru: 'Главная страница паспорта', zh: '护照资料页' },
  hint: {
    en: 'The whole page in colour and good light, without glare. JPEG, PNG, HEIC or PDF, up to 15 MB.',
    ru: 'Страница целиком, в цвете, при хорошем свете, без бликов. JPEG, PNG, HEIC или PDF, до 15 МБ.',
    zh: '彩色、光线充足、无反光，完整包含整页。JPEG、PNG、HEIC 或 PDF，最大 15 MB。',
  },
  needed: { en: 'Choose the picture first.', ru: 'Сначала выберите снимок.', zh: '请先选择图片。' },
  too_small: {
    en: 'The picture is too small to be read. Go nearer, or choose a larger file.',
    ru: 'Снимок слишком мал. Подойдите ближе или выберите файл побольше.',
    zh: '图片尺寸过小。请靠近拍摄，或选择更大的文件。',
  },
  no_colour: {
    en: 'The picture is black and white. Take it in colour.',
    ru: 'Снимок чёрно-белый. Нужен цветной.',
    zh: '图片是黑白的，请提交彩色图片。',
  },
  link_gone: {
    en: 'Ask for a new link, then choose this way again.',
    ru: 'Запросите новую ссылку и снова выберите этот путь.',
    zh: '请重新获取链接，再选择此方式。',
  },
  submit: { en: 'Send it to our staff', ru: 'Отправить сотрудникам', zh: '提交给工作人员' },
  safe: {
    en: 'The picture is encrypted. Only those who decide see it.',
    ru: 'Снимок шифруется. Его видят только те, кто решает.',
    zh: '图片加密保存，仅审核人员可见。',
  },
  again: { en: 'Ask for a new link', ru: 'Запросить новую ссылку', zh: '获取新链接' },
})

/** For who forgot the answers as well; the link of the mail stays good until a picture is sent. */
export function DocumentPage() {
  const token = useSearchText('token')
  if (token === undefined) return <NoLink again="/recover/password" />
  return <SendDocument token={token} />
}

function SendDocument({ token }: { readonly token: string }) {
  const t = useWords(documentWords)
  const go = useGo()
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: (body: File) => api.call('sendRecoveryDocument', { query: { token }, body }),
    onSuccess: ({ status_token: status }) =>
      go(`/recover/status?token=${encodeURIComponent(status ?? '')}`, { replace: true }),
  })
  const gone = send.error !== null && refusalOf(send.error).code === 'link_invalid'
  const complaint = useComplaint(send.error)
  const missing = tried && file === undefined ? t('needed') : undefined
  const submit = (): void => {
    setTried(true)
    if (file !== undefined) send.mutate(file)
  }
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      back={`/recover/password?token=${encodeURIComponent(token)}`}
    >
      {gone && (
        <Callout
          kind="danger"
          live
          action={<TextLink href="/recover/password?lost=answers">{t('again')}</TextLink>}
        >
          {complaint} {t('link_gone')}
        </Callout>
      )}
      <FileDrop
        label={t('file')}
        hint={t('hint')}
        file={file}
        busy={send.isPending}
        error={gone ? undefined : (complaint ?? missing)}
        onFile={(chosen) => {
          send.reset()
          setFile(chosen)
        }}
      />
      <Button onClick={submit} busy={send.isPending} wide>
        {t('submit')}
      </Button>
      <p className="text-small text-ink-soft">{t('safe')}</p>
    </Page>
  )
}

function useComplaint(error: unknown): string | undefined {
  const t = useWords(documentWords)
  const tell = useRefusalText()
  if (error === null) return undefined
  const why = refusalOf(error).member('why')
  return why === 'too_small' || why === 'no_colour' ? t(why) : tell(error)
}
