import { buttonClass, Callout, Link, Page, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { FollowedLink } from '../links/followed-link.tsx'

const confirmWords = words({
  title: {
    en: 'Confirming your new address',
    ru: 'Подтверждаем новый адрес',
    zh: '正在确认新邮箱',
  },
  changed: { en: 'Your address is changed', ru: 'Адрес изменён', zh: '邮箱已更换' },
  changed_text: {
    en: 'From now on you sign in with {email}. For 72 hours the old address can take the change back.',
    ru: 'Теперь вы входите с адресом {email}. Ещё 72 часа замену можно отменить с прежнего адреса.',
    zh: '今后请使用 {email} 登录。72 小时内可从原邮箱撤销此更改。',
  },
  on: { en: 'To my wallet', ru: 'К кошельку', zh: '进入钱包' },
})

/** Where the mail to the new address leads. */
export function ConfirmEmailPage() {
  const t = useWords(confirmWords)
  const client = useQueryClient()
  return (
    <FollowedLink
      title={t('title')}
      again="/settings/email"
      follow={(token) => api.call('confirmEmailChange', { body: { token } })}
      onFollowed={() => client.invalidateQueries()}
    >
      {({ email }) => (
        <Page key="changed" title={t('changed')}>
          <Callout kind="success">{t('changed_text', { email })}</Callout>
          <Link href="/" className={buttonClass({ wide: true })}>
            {t('on')}
          </Link>
        </Page>
      )}
    </FollowedLink>
  )
}
