import {
  Button,
  Callout,
  Page,
  RefusalNote,
  SkeletonLines,
  TextLink,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { useSearchText } from '../../navigation.tsx'
import { useSession } from '../../session.ts'

const confirmWords = words({
  title: { en: 'Confirming your address', ru: 'Подтверждаем адрес', zh: '正在确认邮箱' },
  failed: { en: 'The link did not work', ru: 'Ссылка не сработала', zh: '链接无效' },
  again: { en: 'Ask for a new link', ru: 'Запросить новую ссылку', zh: '获取新链接' },
  retry: { en: 'Try again', ru: 'Попробовать ещё раз', zh: '重试' },
  no_token: {
    en: 'A part of the link is missing. Open it from the mail once more, or copy all of it.',
    ru: 'Часть ссылки потерялась. Откройте её из письма ещё раз или скопируйте целиком.',
    zh: '链接不完整。请重新从邮件中打开，或复制完整链接。',
  },
})

/** Where the link in the mail leads: the address is the person's, and the registration goes on. */
export function ConfirmPage() {
  const t = useWords(confirmWords)
  const token = useSearchText('token')
  const session = useSession()
  const { mutate, error } = useMutation({
    mutationFn: (given: string) => api.call('confirmEmail', { body: { token: given } }),
    onSuccess: ({ state }) => session.enter(state === 'complete' ? '/' : '/register/steps'),
  })
  useEffect(() => {
    if (token !== undefined) mutate(token)
  }, [token, mutate])
  const again = <TextLink href="/register">{t('again')}</TextLink>
  if (token === undefined) {
    return (
      <Page title={t('failed')}>
        <Callout kind="attention" action={again}>
          {t('no_token')}
        </Callout>
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
    <Page title={t('failed')}>
      <RefusalNote error={error} action={again} />
      <Button kind="secondary" onClick={() => mutate(token)}>
        {t('retry')}
      </Button>
    </Page>
  )
}
