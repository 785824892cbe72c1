import {
  type OwnPaymentDetail,
  PAYMENT_LINE_WORDS,
  paymentLineWord,
} from '@danbao/contracts/wallet'
import { Card, Money, Time, useWords, words } from '@danbao/ui'
import { type HeldLine, heldLines } from './held-lines.ts'

const lineWords = words(PAYMENT_LINE_WORDS)

const whyWords = words({
  title: { en: 'Why this amount', ru: 'Из чего складывается сумма', zh: '金额明细' },
  held: { en: 'held after it: {amount}', ru: 'удержано после: {amount}', zh: '此后担保：{amount}' },
  open: { en: 'Show every movement', ru: 'Показать все операции', zh: '显示每笔变动' },
})

/** Every movement of the money, line by line; nothing is shown before anybody has paid. */
export function WhyLines({ own }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(whyWords)
  const lines = heldLines(own.transfers, own.payment.amount.currency)
  if (lines.length === 0) return null
  return (
    <Card title={t('title')}>
      <details>
        <summary className="tap cursor-pointer rounded-small text-jade">{t('open')}</summary>
        <ol className="mt-2 divide-y divide-line">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      </details>
    </Card>
  )
}

function Line({ line: { code, at, change, held, amount } }: { readonly line: HeldLine }) {
  const t = useWords(whyWords)
  const name = useWords(lineWords)
  return (
    <li className="flex items-start justify-between gap-4 py-2.5">
      <div className="min-w-0">
        <p>{name(paymentLineWord(code))}</p>
        <p className="text-small text-ink-soft">
          <Time at={at} />
        </p>
      </div>
      <div className="text-end">
        <Money amount={change ?? amount} signed={change !== null} />
        {change !== null && (
          <p className="text-small text-ink-soft">
            {t.rich('held', { amount: <Money amount={held} strong={false} /> })}
          </p>
        )}
      </div>
    </li>
  )
}
