import type { FundingWays } from '@danbao/contracts/wallet'
import { EmptyState, Loaded, Page, SkeletonCards, useSearchText, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Landmark } from 'lucide-react'
import { StartForm } from './start-form.tsx'
import { TopUpList } from './top-up-list.tsx'
import { waysQuery } from './queries.ts'

const startWords = words({
  title: { en: 'Top up the wallet', ru: 'Пополнить кошелёк', zh: '钱包充值' },
  intro: {
    en: 'Money in the wallet pays for purchases. It can not be paid out to a bank.',
    ru: 'Деньгами в кошельке оплачивают покупки. Вывести их в банк нельзя.',
    zh: '钱包余额用于购物付款，不能提现到银行。',
  },
  none: { en: 'No way to top up yet', ru: 'Способов пополнения пока нет', zh: '暂无充值方式' },
  none_text: {
    en: 'This Danbao takes no money from outside so far. Refunds still arrive in your wallet.',
    ru: 'Этот Danbao пока не принимает деньги извне. Возвраты по-прежнему приходят в кошелёк.',
    zh: '此 Danbao 目前不接收外部资金，退款仍会退回您的钱包。',
  },
})

/** How much, and how it comes. */
export function StartPage() {
  const t = useWords(startWords)
  const query = useQuery(waysQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/">
      <Loaded query={query} skeleton={<SkeletonCards cards={1} />}>
        {(ways) => <Start ways={ways} />}
      </Loaded>
      <TopUpList />
    </Page>
  )
}

function Start({ ways }: { readonly ways: FundingWays }) {
  const t = useWords(startWords)
  const asked = {
    amount: useSearchText('amount'),
    currency: useSearchText('currency'),
    rail: useSearchText('rail'),
    next: useSearchText('next'),
  }
  if (ways.ways.length === 0) {
    return (
      <EmptyState icon={Landmark} title={t('none')}>
        {t('none_text')}
      </EmptyState>
    )
  }
  return <StartForm ways={ways} asked={asked} />
}
