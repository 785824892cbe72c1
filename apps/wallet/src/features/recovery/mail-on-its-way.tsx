import { Button, Callout, Card, Page, RefusalNote, useWords, words } from '@danbao/ui'
import { ResendButton } from '../links/resend-button.tsx'

const sentWords = words({
  title: { en: 'Look into your mail', ru: 'Проверьте почту', zh: '请查看邮箱' },
  arrived: { en: 'It did not arrive?', ru: 'Письмо не пришло?', zh: '没有收到？' },
  wait: {
    en: 'Mails sometimes take a few minutes.',
    ru: 'Иногда письма идут несколько минут.',
    zh: '邮件有时需要几分钟才能送达。',
  },
  spam: {
    en: 'Look into the spam folder, and mark the mail as “not spam”.',
    ru: 'Загляните в папку «Спам» и отметьте письмо как «не спам».',
    zh: '请查看垃圾邮件文件夹，并将邮件标记为“非垃圾邮件”。',
  },
  typo: {
    en: 'Make sure that this is the right address, without a typo.',
    ru: 'Проверьте, тот ли это адрес и нет ли опечатки.',
    zh: '请确认邮箱地址正确、没有拼写错误。',
  },
  again: { en: 'Try another address', ru: 'Указать другой адрес', zh: '更换邮箱重试' },
})

/** Sooner nobody needs a second mail: the first one may still come. */
const RESEND_AFTER_MS = 60_000

/** The form that asked for the mail, to ask for it once more. */
export interface Resend {
  /** Of the server's time, in milliseconds. */
  readonly sentAt: number
  readonly form: {
    readonly busy: boolean
    readonly refusal: unknown
    readonly send: () => void
  }
}

export interface MailOnItsWayProps {
  readonly text: string
  /** What comes next, beyond reading the mail. */
  readonly next?: string
  readonly resend: Resend
  /** Where the person asks once more. */
  readonly onAgain?: () => void
  readonly back: string
}

/** The same for everybody: whether an address has a wallet is told to its mailbox only. */
export function MailOnItsWay({ text, next, resend, onAgain, back }: MailOnItsWayProps) {
  const t = useWords(sentWords)
  return (
    <Page title={t('title')} back={back}>
      <Callout kind="success" live>
        {text}
      </Callout>
      {next !== undefined && <p>{next}</p>}
      <Card title={t('arrived')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          <li>{t('wait')}</li>
          <li>{t('spam')}</li>
          <li>{t('typo')}</li>
        </ul>
        <div className="mt-4 flex flex-col gap-2">
          <RefusalNote error={resend.form.refusal} />
          <ResendButton
            from={new Date(resend.sentAt + RESEND_AFTER_MS).toISOString()}
            busy={resend.form.busy}
            onPress={() => resend.form.send()}
            wide
          />
          {onAgain !== undefined && (
            <Button kind="quiet" onClick={onAgain} wide>
              {t('again')}
            </Button>
          )}
        </div>
      </Card>
    </Page>
  )
}
