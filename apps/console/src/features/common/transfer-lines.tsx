import type { PaymentTransferView } from '@danbao/contracts'
import { Money, Time, useWords, words } from '@danbao/ui'
import { wordOf } from './kind-words.ts'

const codeWords = words({
  none: { en: 'No money has moved yet.', ru: 'Движений пока нет.', zh: '尚无资金流动。' },
  charge: { en: 'From the card', ru: 'С карты', zh: '银行卡转入' },
  pay: { en: 'Paid into escrow', ru: 'Оплата под защиту', zh: '付入担保' },
  coupon: { en: 'Coupon', ru: 'Купон', zh: '优惠券' },
  refund: { en: 'Back to the buyer', ru: 'Возврат покупателю', zh: '退还买家' },
  coupon_return: { en: 'Coupon returned', ru: 'Купон возвращён', zh: '优惠券退回' },
  commission: { en: 'Commission', ru: 'Комиссия', zh: '佣金' },
  release: { en: 'To the seller', ru: 'Продавцу', zh: '放款给卖家' },
  claim: { en: 'Claimed back from the seller', ru: 'Взыскано с продавца', zh: '向卖家追回' },
  claim_commission: { en: 'Commission given back', ru: 'Возврат комиссии', zh: '佣金退回' },
  claim_coupon: {
    en: 'Coupon’s share given back',
    ru: 'Возврат доли купона',
    zh: '优惠券部分退回',
  },
})

interface TransferLinesProps {
  readonly transfers: readonly PaymentTransferView[]
}

/** Every movement, oldest first. */
export function TransferLines({ transfers }: TransferLinesProps) {
  const t = useWords(codeWords)
  if (transfers.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  return (
    <ul className="divide-y divide-line text-small">
      {transfers.map((line) => (
        <li key={line.id} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
          <span className="min-w-32 flex-1">{wordOf(codeWords, line.code, t)}</span>
          <Time at={line.occurred_at} className="text-ink-soft" />
          <Money amount={line.amount} />
        </li>
      ))}
    </ul>
  )
}
