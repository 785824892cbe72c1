import type { PersonPage } from '@danbao/contracts/console'
import { Money, Seal, useWords, words } from '@danbao/ui'

const balanceWords = words({
  caption: { en: 'Balances by currency', ru: 'Остатки по валютам', zh: '各币种余额' },
  available: { en: 'Available', ru: 'Доступно', zh: '可用' },
  held: { en: 'Held', ru: 'Удержано', zh: '担保中' },
  proceeds: { en: 'Proceeds', ru: 'Выручка', zh: '货款' },
  expected: { en: 'Expected', ru: 'Ожидается', zh: '待到账' },
  none: {
    en: 'No money has come or gone yet.',
    ru: 'Денег ещё не было.',
    zh: '尚无资金往来。',
  },
})

/** What somebody has, by currency. */
export function BalanceList({ balances }: Pick<PersonPage, 'balances'>) {
  const t = useWords(balanceWords)
  if (balances.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul aria-label={t('caption')} className="flex flex-col gap-3">
      {balances.map(({ currency, available, held, proceeds, expected }) => (
        <li key={currency}>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-small @lg:grid-cols-4">
            {(
              [
                ['available', available],
                ['held', held],
                ['proceeds', proceeds],
                ['expected', expected],
              ] as const
            ).map(([name, amount]) => (
              <div key={name}>
                <dt className="flex items-center gap-1.5 text-ink-soft">
                  {name === 'held' && amount.value !== '0' && <Seal size={14} />}
                  {t(name)}
                </dt>
                <dd>
                  <Money amount={amount} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
