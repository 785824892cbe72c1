import type { PersonPage } from '@danbao/contracts/console'
import { Card, EmptyState, Facts, useWords, words } from '@danbao/ui'
import { CreditCard } from 'lucide-react'

const tabWords = words({
  empty: {
    en: 'This Danbao takes no cards yet',
    ru: 'Этот Danbao пока не принимает карты',
    zh: '此 Danbao 暂不支持银行卡',
  },
  empty_text: {
    en: 'No card processor is connected, so nobody can add a card. People pay from the wallet.',
    ru: 'Карточный процессинг не подключён, поэтому добавить карту нельзя. Платят из кошелька.',
    zh: '尚未接入银行卡通道，任何用户都无法添加银行卡，付款均从钱包扣款。',
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
