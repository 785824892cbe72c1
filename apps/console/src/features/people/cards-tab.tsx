import type { PersonPage } from '@danbao/contracts/console'
import { Card, EmptyState, Facts, useWords, words } from '@danbao/ui'
import { CreditCard } from 'lucide-react'

const tabWords = words({
  empty: { en: 'No cards', ru: 'Карт нет', zh: '没有银行卡' },
  empty_text: {
    en: 'The person has not added a card.',
    ru: 'Человек не добавил ни одной карты.',
    zh: '用户尚未添加银行卡。',
  },
  title: { en: 'Cards', ru: 'Карты', zh: '银行卡' },
})

export function CardsTab({ cards }: Pick<PersonPage, 'cards'>) {
  const t = useWords(tabWords)
  if (cards.length === 0) {
    return (
      <EmptyState icon={CreditCard} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('title')}>
      <Facts facts={cards.map(({ brand, last4 }) => ({ name: brand, value: `•••• ${last4}` }))} />
    </Card>
  )
}
