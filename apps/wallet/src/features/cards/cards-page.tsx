import type { CardList } from '@danbao/contracts/wallet'
import { Card, EmptyState, Loaded, Page, useWords } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { CreditCard } from 'lucide-react'
import { AddCard } from './add-card.tsx'
import { CardRows } from './card-rows.tsx'
import { cardWords } from './card-words.ts'
import { cardsQuery } from './queries.ts'

/** The person's cards. */
export function CardsPage() {
  const t = useWords(cardWords)
  const query = useQuery(cardsQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={query}>{(cards) => <Cards cards={cards} />}</Loaded>
    </Page>
  )
}

function Cards({ cards: { data, available } }: { readonly cards: CardList }) {
  const t = useWords(cardWords)
  const isEmpty = data.length === 0
  return (
    <>
      {isEmpty && (
        <EmptyState icon={CreditCard} title={t(available ? 'none' : 'away')}>
          {t(available ? 'none_text' : 'away_text')}
        </EmptyState>
      )}
      {!isEmpty && (
        <Card title={t('present')}>
          <CardRows cards={data} />
        </Card>
      )}
      {available && (
        <Card>
          <AddCard more={!isEmpty} />
        </Card>
      )}
    </>
  )
}
