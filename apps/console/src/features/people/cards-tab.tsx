import type { PersonPage } from '@danbao/contracts/console'
import { Badge, Card, EmptyState, useTime, useWords, words } from '@danbao/ui'
import { CreditCard } from 'lucide-react'

const tabWords = words({
  none: { en: 'No card is linked', ru: 'Карт нет', zh: '未绑定银行卡' },
  none_text: {
    en: 'The person adds and unlinks cards themselves, in the wallet.',
    ru: 'Карты человек добавляет и отвязывает сам, в кошельке.',
    zh: '用户可在钱包中自行添加或解绑银行卡。',
  },
  away: {
    en: 'This Danbao takes no cards yet',
    ru: 'Этот Danbao пока не принимает карты',
    zh: '此 Danbao 暂不支持银行卡',
  },
  away_text: {
    en: 'No card processor is connected, so nobody can add a card. People pay from the wallet.',
    ru: 'Карточный процессинг не подключён, поэтому добавить карту нельзя. Платят из кошелька.',
    zh: '尚未接入银行卡通道，任何用户都无法添加银行卡，付款均从钱包扣款。',
  },
  title: { en: 'Cards', ru: 'Карты', zh: '银行卡' },
  default: { en: 'Default', ru: 'Основная', zh: '默认' },
  expiring: { en: 'Expires soon', ru: 'Скоро истекает', zh: '即将过期' },
  expired: { en: 'Expired', ru: 'Истекла', zh: '已过期' },
  since: {
    en: 'Good through {month} · linked {date}',
    ru: 'До {month} · привязана {date}',
    zh: '有效期至 {month} · {date} 绑定',
  },
})

/** What a person may pay with; the numbers are known to the processor alone. */
export function CardsTab({ cards: { available, data } }: Pick<PersonPage, 'cards'>) {
  const t = useWords(tabWords)
  if (data.length === 0) {
    return (
      <EmptyState icon={CreditCard} title={t(available ? 'none' : 'away')}>
        {t(available ? 'none_text' : 'away_text')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('title')}>
      <ul className="-my-2 divide-y divide-line">
        {data.map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </ul>
    </Card>
  )
}

function CardRow({ card }: { readonly card: PersonPage['cards']['data'][number] }) {
  const t = useWords(tabWords)
  const { date } = useTime()
  const { brand, last4, exp_month, exp_year, is_default, standing, linked_at } = card
  const month = `${String(exp_month).padStart(2, '0')}/${exp_year}`
  return (
    <li className="flex items-center gap-3 py-2">
      <CreditCard aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block">
          {brand} <bdi dir="ltr">•••• {last4}</bdi>
        </span>
        <span className="block text-small text-ink-soft">
          {t('since', { month, date: date(linked_at) })}
        </span>
      </span>
      {is_default && <Badge>{t('default')}</Badge>}
      {standing !== 'good' && <Badge kind="attention">{t(standing)}</Badge>}
    </li>
  )
}
