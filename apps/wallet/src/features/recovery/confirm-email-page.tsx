import {
  Button,
  Page,
  RefusalNote,
  TextLink,
  useGo,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { NoLink } from '../links/opened-link.tsx'

const confirmWords = words({
  title: { en: 'Is this your new address?', ru: 'Это ваш новый адрес?', zh: '这是您的新邮箱吗？' },
  intro: {
    en: 'Somebody, you we hope, asked to reach their Danbao account at this address from now on. When you confirm it, our staff get the request.',
    ru: 'Кто-то — надеемся, вы — попросил перевести свой аккаунт Danbao на этот адрес. Когда вы подтвердите, запрос получат сотрудники.',
    zh: '有人（希望是您本人）申请将 Danbao 账户改用此邮箱。确认后，申请将提交给工作人员。',
  },
  not_me: {
    en: 'If you know nothing of this, close the page. Then nothing happens.',
    ru: 'Если вы об этом не знаете, закройте страницу. Тогда ничего не произойдёт.',
    zh: '如果您毫不知情，请关闭此页，不会有任何变化。',
  },
  confirm: { en: 'Yes, send the request', ru: 'Да, отправить запрос', zh: '是的，提交申请' },
  again: { en: 'Begin again', ru: 'Начать заново', zh: '重新开始' },
})

/** From the mail to the new address. A press is needed: mail scanners open links too. */
export function ConfirmEmailPage() {
  const t = useWords(confirmWords)
  const token = useSearchText('token')
  const go = useGo()
  const confirm = useMutation({
    mutationFn: (given: string) => api.call('confirmEmailRecovery', { body: { token: given } }),
    onSuccess: ({ status_token: status }) =>
      go(`/recover/status?token=${encodeURIComponent(status ?? '')}`, { replace: true }),
  })
  if (token === undefined) return <NoLink again="/recover/email" />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <RefusalNote
        error={confirm.error}
        action={<TextLink href="/recover/email">{t('again')}</TextLink>}
      />
      <Button wide busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
        {t('confirm')}
      </Button>
      <p className="text-small text-ink-soft">{t('not_me')}</p>
    </Page>
  )
}
