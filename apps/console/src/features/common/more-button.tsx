import { Button, useWords, words } from '@danbao/ui'

const moreWords = words({
  more: { en: 'Show more', ru: 'Показать ещё', zh: '显示更多' },
  all: { en: 'That is all.', ru: 'Это всё.', zh: '已全部显示。' },
})

export interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** At the foot of a list that is read piece by piece. */
export function MoreButton({ query }: MoreButtonProps) {
  const t = useWords(moreWords)
  if (!query.hasNextPage) return <p className="py-3 text-small text-ink-soft">{t('all')}</p>
  return (
    <div className="py-3">
      <Button
        kind="secondary"
        dense
        busy={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </div>
  )
}
