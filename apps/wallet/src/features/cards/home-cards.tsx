import { Card, useWords } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { CardRows } from './card-rows.tsx'
import { cardWords } from './card-words.ts'
import { cardsQuery } from './queries.ts'

/** The cards in the overview of the account; nothing where there are none. */
export function HomeCards() {
  const t = useWords(cardWords)
  const { data } = useQuery(cardsQuery)
  if (data === undefined || data.data.length === 0) return null
  return (
    <Card title={t('present')}>
      <CardRows cards={data.data} />
    </Card>
  )
}
