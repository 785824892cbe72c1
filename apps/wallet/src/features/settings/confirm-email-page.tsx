import {
  Button,
  buttonClass,
  Callout,
  Link,
  Page,
  RefusalNote,
  SkeletonLines,
  TextLink,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { useSearchText } from '../../navigation.tsx'

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
  failed: { en: 'The link did not work', ru: 'Ссылка не сработала', zh: '链接无效' },
  again: { en: 'Ask for a new link', ru: 'Запросить новую ссылку', zh: '获取新链接' },
  retry: { en: 'Try again', ru: 'Попробовать ещё раз', zh: '重试' },
  on: { en: 'To my wallet', ru: 'К кошельку', zh: '进入钱包' },
  no_token: {
    en: 'A part of the link is missing. Open it from the mail once more, or copy all of it.',
    ru: 'Часть ссылки потерялась. Откройте её из письма ещё раз или скопируйте целиком.',
    zh: '链接不完整。请重新从邮件中打开，或复制完整链接。',
  },
})

/** Where the mail to the new address leads. */
export function ConfirmEmailPage() {
  const t = useWords(confirmWords)
  const token = useSearchText('token')
  const client = useQueryClient()
  const { mutate, error, data } = useMutation({
    mutationFn: (given: string) => api.call('confirmEmailChange', { body: { token: given } }),
    onSuccess: () => client.invalidateQueries(),
  })
  useEffect(() => {
    if (token !== undefined) mutate(token)
  }, [token, mutate])
  const again = <TextLink href="/settings/email">{t('again')}</TextLink>
  if (token === undefined) {
    return (
      <Page title={t('failed')}>
        <Callout kind="attention" action={again}>
          {t('no_token')}
        </Callout>
      </Page>
    )
  }
  if (data !== undefined) {
    return (
      <Page key="changed" title={t('changed')}>
        <Callout kind="success">{t('changed_text', { email: data.email })}</Callout>
        <Link href="/" className={buttonClass({ wide: true })}>
          {t('on')}
        </Link>
      </Page>
    )
  }
  if (error === null) {
    return (
      <Page title={t('title')}>
        <SkeletonLines lines={2} />
      </Page>
    )
  }
  return (
    <Page key="failed" title={t('failed')}>
      <RefusalNote error={error} action={again} />
      <Button kind="secondary" onClick={() => mutate(token)}>
        {t('retry')}
      </Button>
    </Page>
  )
}
