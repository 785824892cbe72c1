import type { ExchangeDesk } from '@danbao/contracts/console'
import { type Column, Money, Table, useMoney, useWords, words } from '@danbao/ui'

const positionWords = words({
  caption: { en: 'Position', ru: 'Позиция', zh: '头寸' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '货币' },
  held: { en: 'Balance', ru: 'Остаток', zh: '余额' },
  none: {
    en: 'Nobody has exchanged anything yet.',
    ru: 'Обменов ещё не было.',
    zh: '还没有任何兑换。',
  },
  about: {
    en: 'Below zero, we have given more of a currency than we took: buy it at your bank to be safe from its rate.',
    ru: 'Меньше нуля — мы отдали больше, чем получили: докупите валюту в банке, чтобы не зависеть от курса.',
    zh: '低于零表示我们付出多于收入：请在银行买入该货币以规避汇率风险。',
  },
  worth: {
    en: 'All together at these rates: {worth}',
    ru: 'Всё вместе по этим курсам: {worth}',
    zh: '按当前汇率合计：{worth}',
  },
  unknown: {
    en: 'What it comes to is not known: a rate is missing or too old.',
    ru: 'Итог неизвестен: какого-то курса нет или он устарел.',
    zh: '合计未知：缺少汇率或汇率已过期。',
  },
})

/** What was taken and given in each currency: an open risk, and what the spread has brought. */
export function Position({ exchange: { positions, worth } }: { readonly exchange: ExchangeDesk }) {
  const t = useWords(positionWords)
  const money = useMoney()
  const columns: readonly Column<ExchangeDesk['positions'][number]>[] = [
    { key: 'currency', title: t('currency'), cell: ({ currency }) => currency },
    {
      key: 'held',
      title: t('held'),
      align: 'end',
      cell: (amount) => <Money amount={amount} signed />,
    },
  ]
  return (
    <div className="flex flex-col gap-3">
      {positions.length > 0 && <p className="text-ink-soft">{t('about')}</p>}
      <Table
        caption={t('caption')}
        columns={columns}
        rows={positions}
        rowKey={({ currency }) => currency}
        empty={<p className="text-ink-soft">{t('none')}</p>}
      />
      {positions.length > 0 && (
        <p>
          {worth === null ? t('unknown') : t('worth', { worth: money(worth, { signed: true }) })}
        </p>
      )}
    </div>
  )
}
