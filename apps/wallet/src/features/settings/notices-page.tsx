import { NOTICE_KINDS, type NoticeKind, type SettingsView } from '@danbao/contracts/wallet'
import { Card, Checkbox, Loaded, Page, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { api } from '../../api.ts'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const noticeWords = words({
  title: { en: 'Mails', ru: 'Письма', zh: '邮件通知' },
  intro: {
    en: 'Choose what we write to {email} about.',
    ru: 'Выберите, о чём писать на {email}.',
    zh: '请选择哪些事项需要发邮件至 {email}。',
  },
  payments: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  payments_text: {
    en: 'Paid, shipped, arrived, released, refunded.',
    ru: 'Оплачено, отправлено, доставлено, выплачено, возвращено.',
    zh: '已付款、已发货、已送达、已放款、已退款。',
  },
  disputes: { en: 'Disputes', ru: 'Споры', zh: '争议' },
  disputes_text: {
    en: 'Answers, offers and decisions.',
    ru: 'Ответы, предложения и решения.',
    zh: '回复、提议和裁决。',
  },
  reminders: { en: 'Reminders', ru: 'Напоминания', zh: '提醒' },
  reminders_text: {
    en: 'When something waits for you, before its time is over.',
    ru: 'Когда что-то ждёт вас и срок подходит к концу.',
    zh: '有事项等待您处理且即将到期时。',
  },
  news: { en: 'News', ru: 'Новости', zh: '新功能与资讯' },
  news_text: {
    en: 'What is new in Danbao, a few times a year.',
    ru: 'Что нового в Danbao, несколько раз в год.',
    zh: 'Danbao 的新动态，每年数次。',
  },
  safety: { en: 'Safety of your account', ru: 'Безопасность аккаунта', zh: '账户安全' },
  safety_text: {
    en: 'Always sent, and by SMS too: sign-ins from new devices, changed passwords, recoveries. Who breaks into an account turns off its mails first; here nobody can.',
    ru: 'Приходят всегда, и по SMS тоже: вход с нового устройства, смена пароля, восстановление доступа. Взломщик первым делом отключил бы письма, поэтому отключить их нельзя никому.',
    zh: '始终发送，并附短信提醒：新设备登录、密码修改、账户恢复。盗号者往往先关闭通知，因此这类通知任何人都无法关闭。',
  },
})

/** By kind; each choice is kept at once. */
export function NoticesPage() {
  const t = useWords(noticeWords)
  const settings = useSettings()
  const email = settings.data?.email
  return (
    <Page
      title={t('title')}
      intro={email === undefined ? undefined : t('intro', { email })}
      back="/settings"
    >
      <Loaded query={settings}>
        {({ notices }) => (
          <>
            <Kinds notices={notices} />
            <Safety />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Kinds({ notices }: Pick<SettingsView, 'notices'>) {
  const t = useWords(noticeWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const save = useMutation({
    mutationFn: (body: SettingsView['notices']) => api.call('changeNotices', { body }),
    // One after the other: the answer of the first must not undo the second on the screen.
    scope: { id: 'notices' },
    onSuccess: (next) => {
      take(next)
      toast(say('saved'))
    },
  })
  const shown = save.isPending ? save.variables : notices
  const choose = (kind: NoticeKind, on: boolean): void => save.mutate({ ...shown, [kind]: on })
  return (
    <Card>
      <RefusalNote error={save.error} />
      <div className="flex flex-col divide-y divide-line">
        {NOTICE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            className="py-1.5"
            checked={shown[kind]}
            onChecked={(on) => choose(kind, on)}
            label={
              <>
                <span className="block font-strong">{t(kind)}</span>
                <span className="block text-small text-ink-soft">{t(`${kind}_text`)}</span>
              </>
            }
          />
        ))}
      </div>
    </Card>
  )
}

function Safety() {
  const t = useWords(noticeWords)
  return (
    <Card title={t('safety')} action={<ShieldCheck aria-hidden className="size-5 text-jade" />}>
      <p className="text-ink-soft">{t('safety_text')}</p>
    </Card>
  )
}
