import type { QuoteView } from '@danbao/contracts'
import type { WalletCheckout } from '@danbao/contracts/wallet'
import {
  Card,
  Countdown,
  Facts,
  Loaded,
  SkeletonCards,
  useLocale,
  useMoney,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { quoteQuery } from './queries.ts'

const quoteWords = words({
  title: { en: 'The exchange', ru: 'Обмен', zh: '兑换' },
  pays: { en: 'Leaves your wallet', ru: 'Спишется из кошелька', zh: '从钱包扣除' },
  buys: { en: 'Pays for the order', ru: 'Пойдёт на заказ', zh: '用于支付订单' },
  rate: { en: 'Rate', ru: 'Курс', zh: '汇率' },
  rate_of: {
    en: '1 {from} = {rate} {to}, of {day}',
    ru: '1 {from} = {rate} {to} на {day}',
    zh: '1 {from} = {rate} {to}（{day}）',
  },
  spread: {
    en: '1 {from} = {rate} {to}, of {day}, our {percent} % included',
    ru: '1 {from} = {rate} {to} на {day}, включая наши {percent} %',
    zh: '1 {from} = {rate} {to}（{day}），含本站 {percent}%',
  },
  valid: { en: 'Good for', ru: 'Действует ещё', zh: '有效期' },
  renews: { en: 'a new one is coming', ru: 'получаем новый', zh: '正在更新' },
})

export interface PayByQuoteProps {
  readonly checkout: WalletCheckout
  /** The currency of the wallet that pays. */
  readonly from: string
  readonly children: (quote: QuoteView) => ReactNode
}

/** What leaves the wallet, at which rate and how long it holds, before anything is authorised. */
export function PayByQuote({ checkout, from, children }: PayByQuoteProps) {
  return (
    <Loaded query={useQuery(quoteQuery(checkout.id, from))} skeleton={<SkeletonCards cards={1} />}>
      {(quote) => (
        <>
          <Exchange quote={quote} />
          {children(quote)}
        </>
      )}
    </Loaded>
  )
}

function Exchange({ quote }: { readonly quote: QuoteView }) {
  const t = useWords(quoteWords)
  const money = useMoney()
  const { day } = useTime()
  const { pays, buys, rate, rate_date: of, spread_bps: bps, expires_at: until } = quote
  const parts = { from: pays.currency, to: buys.currency, rate, day: day(of) }
  const percent = new Intl.NumberFormat(useLocale()).format(bps / 100)
  return (
    <Card title={t('title')}>
      <Facts
        facts={[
          { name: t('pays'), value: money(pays) },
          { name: t('buys'), value: money(buys) },
          {
            name: t('rate'),
            value: bps === 0 ? t('rate_of', parts) : t('spread', { ...parts, percent }),
          },
          { name: t('valid'), value: <Countdown until={until} over={t('renews')} /> },
        ]}
      />
    </Card>
  )
}
