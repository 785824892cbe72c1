import type { SettlementView } from '@danbao/contracts/wallet'
import { type AmountView, Facts, Money, RefusalNote, Skeleton, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { Side } from './dispute-situation.ts'
import { settlementQuery } from './queries.ts'

const consequenceWords = words({
  title: { en: 'What that means', ru: 'Что это значит', zh: '结果' },
  you_get_back: { en: 'Back to your wallet', ru: 'Вернётся в ваш кошелёк', zh: '退回您的钱包' },
  buyer_gets_back: { en: 'Back to the buyer', ru: 'Вернётся покупателю', zh: '退还买家' },
  coupon: { en: 'Back to the coupon’s giver', ru: 'Вернётся выдавшему купон', zh: '退回优惠券方' },
  seller_keeps: { en: 'The seller gets', ru: 'Получит продавец', zh: '卖家所得' },
  you_keep: { en: 'You get', ru: 'Получите вы', zh: '您所得' },
  commission: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
})

export interface ConsequenceProps {
  readonly paymentId: string
  readonly role: Side
  /** To the buyer; undefined: what was typed is no amount. */
  readonly back: AmountView | undefined
}

/** The money of both sides before anything is done, by the server's own rules. */
export function Consequence({ paymentId, role, back }: ConsequenceProps) {
  const t = useWords(consequenceWords)
  const { data, error } = useQuery(settlementQuery(paymentId, back))
  if (error !== null) return <RefusalNote error={error} />
  return (
    <section aria-label={t('title')} aria-live="polite" className="rounded-card bg-well px-4 py-2">
      {data === undefined || back === undefined ? (
        <Skeleton className="my-2 h-16 w-full" />
      ) : (
        <Lines settlement={data} role={role} />
      )}
    </section>
  )
}

function Lines({ settlement, role }: { readonly settlement: SettlementView; readonly role: Side }) {
  const t = useWords(consequenceWords)
  const { to_buyer, to_promotions, to_seller, commission } = settlement
  const line = (name: string, amount: AmountView) => ({ name, value: <Money amount={amount} /> })
  const isThere = ({ value }: AmountView): boolean => value !== '0'
  return (
    <Facts
      facts={[
        line(role === 'buyer' ? t('you_get_back') : t('buyer_gets_back'), to_buyer),
        ...(isThere(to_promotions) ? [line(t('coupon'), to_promotions)] : []),
        line(role === 'seller' ? t('you_keep') : t('seller_keeps'), to_seller),
        ...(isThere(commission) ? [line(t('commission'), commission)] : []),
      ]}
    />
  )
}
