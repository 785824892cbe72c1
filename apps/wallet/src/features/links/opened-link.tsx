import {
  Button,
  isRefusal,
  Page,
  RefusalNote,
  SkeletonLines,
  TextLink,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MissingToken } from './missing-token.tsx'

const linkWords = words({
  opening: { en: 'One moment', ru: 'Секунду', zh: '请稍候' },
  failed: { en: 'The link does not work', ru: 'Ссылка не работает', zh: '链接无效' },
  again: { en: 'Begin again', ru: 'Начать заново', zh: '重新开始' },
  retry: { en: 'Try again', ru: 'Попробовать ещё раз', zh: '重试' },
})

export interface OpenedLinkProps<T> {
  readonly name: string
  readonly token: string | undefined
  /** Asks what the link is good for, without using it up. */
  readonly open: (token: string) => Promise<T>
  /** Where a new link is asked for. */
  readonly again: string
  readonly children: (opened: T, token: string) => ReactNode
}

/** The page of a mail's link: looks first whether it is still good. */
export function OpenedLink<T>({ name, token, open, again, children }: OpenedLinkProps<T>) {
  const t = useWords(linkWords)
  const { data, error, refetch } = useQuery({
    queryKey: ['link', name, token],
    queryFn: () => open(token ?? ''),
    enabled: token !== undefined,
    // Once it was used it opens no more, and the screen of the one who used it must stay.
    staleTime: Infinity,
    retry: false,
  })
  const restart = <TextLink href={again}>{t('again')}</TextLink>
  if (token === undefined) return <NoLink again={again} />
  if (data !== undefined) return children(data, token)
  if (error === null) {
    return (
      <Page title={t('opening')}>
        <SkeletonLines lines={4} />
      </Page>
    )
  }
  return (
    <Page title={t('failed')}>
      <RefusalNote error={error} action={restart} />
      {!isRefusal(error, 'link_invalid') && (
        <Button kind="secondary" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      )}
    </Page>
  )
}

/** An address without its token, where all begins again. */
export function NoLink({ again }: { readonly again: string }) {
  const t = useWords(linkWords)
  return (
    <MissingToken title={t('failed')} action={<TextLink href={again}>{t('again')}</TextLink>} />
  )
}
