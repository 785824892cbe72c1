import { Callout, Page, useWords, words } from '@danbao/ui'
import type { ReactNode } from 'react'

const tokenWords = words({
  no_token: {
    en: 'A part of the link is missing. Open it from the mail once more, or copy all of it.',
    ru: 'Часть ссылки потерялась. Откройте её из письма ещё раз или скопируйте целиком.',
    zh: '链接不完整。请重新从邮件中打开，或复制完整链接。',
  },
})

export interface MissingTokenProps {
  readonly title: string
  /** Where to go on. */
  readonly action: ReactNode
}

/** An address without its token: it was not copied whole. */
export function MissingToken({ title, action }: MissingTokenProps) {
  const t = useWords(tokenWords)
  return (
    <Page title={title}>
      <Callout kind="attention" action={action}>
        {t('no_token')}
      </Callout>
    </Page>
  )
}
