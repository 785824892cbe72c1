import {
  Button,
  Page,
  RefusalNote,
  SkeletonLines,
  TextLink,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { MissingToken } from './missing-token.tsx'

const linkWords = words({
  failed: { en: 'The link did not work', ru: 'Ссылка не сработала', zh: '链接无效' },
  again: { en: 'Ask for a new link', ru: 'Запросить новую ссылку', zh: '获取新链接' },
  retry: { en: 'Try again', ru: 'Попробовать ещё раз', zh: '重试' },
})

export interface FollowedLinkProps<T> {
  /** While it is under way. */
  readonly title: string
  /** Where a new link is asked for. */
  readonly again: string
  readonly follow: (token: string) => Promise<T>
  readonly onFollowed?: (answer: T) => unknown
  /** What is shown then; absent: the page is left. */
  readonly children?: (answer: T) => ReactNode
}

/** The page of a mail's link that is followed at once. */
export function FollowedLink<T>(props: FollowedLinkProps<T>) {
  const { title, again: way, follow, onFollowed, children } = props
  const t = useWords(linkWords)
  const token = useSearchText('token')
  const { mutate, error, data } = useMutation({
    mutationFn: follow,
    onSuccess: (answer) => onFollowed?.(answer),
  })
  useEffect(() => {
    if (token !== undefined) mutate(token)
  }, [token, mutate])
  const again = <TextLink href={way}>{t('again')}</TextLink>
  if (token === undefined) return <MissingToken title={t('failed')} action={again} />
  if (data !== undefined && children !== undefined) return children(data)
  if (error === null) {
    return (
      <Page title={title}>
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
