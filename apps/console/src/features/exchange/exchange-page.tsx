import { Card, Loaded, Page, SkeletonCards, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../common/allowed.tsx'
import { Position } from './position.tsx'
import { exchangeQuery } from './queries.ts'
import { Rates } from './rates.tsx'
import { Source } from './source.tsx'
import { TermsForm } from './terms-form.tsx'
import { TypeRate } from './type-rate.tsx'
import { WaitingRates } from './waiting-rates.tsx'

const pageWords = words({
  title: { en: 'Rates', ru: 'Курсы', zh: '汇率' },
  intro: {
    en: 'At what buyers exchange money of one currency for another, and what we keep of it. Limits go by these rates too.',
    ru: 'По каким курсам покупатели обменивают валюту и сколько мы с этого удерживаем. По ним же считаются лимиты.',
    zh: '买家兑换货币的汇率，以及我们从中保留的部分。限额也按此汇率计算。',
  },
  source: { en: 'Where they come from', ru: 'Откуда курсы', zh: '汇率来源' },
  rates: { en: 'One euro is worth', ru: 'Сколько стоит один евро', zh: '一欧元兑换' },
  type: { en: 'Type in a rate', ru: 'Внести курс вручную', zh: '手动录入汇率' },
  terms: { en: 'Spread and age', ru: 'Наценка и срок', zh: '点差与时效' },
  position: { en: 'What the exchange holds', ru: 'Валютная позиция', zh: '外汇头寸' },
})

/** The rates, what is kept of an exchange, and what the exchange has won or lost. */
export function ExchangePage() {
  const t = useWords(pageWords)
  return (
    <Allowed to="funding.manage">
      <Page title={t('title')} intro={t('intro')}>
        <Loaded query={useQuery(exchangeQuery)} skeleton={<SkeletonCards cards={3} />}>
          {(exchange) => (
            <>
              <Card title={t('source')}>
                <Source exchange={exchange} />
              </Card>
              {exchange.waiting.length > 0 && <WaitingRates waiting={exchange.waiting} />}
              <Card title={t('rates')}>
                <Rates exchange={exchange} />
              </Card>
              <Card title={t('type')}>
                <TypeRate exchange={exchange} />
              </Card>
              <Card title={t('terms')}>
                <TermsForm exchange={exchange} />
              </Card>
              <Card title={t('position')}>
                <Position exchange={exchange} />
              </Card>
            </>
          )}
        </Loaded>
      </Page>
    </Allowed>
  )
}
