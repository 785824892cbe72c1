import type { WalletCheckout } from '@danbao/contracts/wallet'
import { Card, Money, RowLink, Seal, useWords, words } from '@danbao/ui'
import { BackToShop } from './back-to-shop.tsx'

const paidWords = words({
  held: {
    en: 'The money is held. The seller ships now; you confirm when you have the goods.',
    ru: 'Деньги удержаны. Теперь продавец отправит товар; подтвердите, когда получите его.',
    zh: '资金担保中。卖家现在发货，收到商品后请您确认。',
  },
  verifying: {
    en: 'The money is held, and staff check the payment within 24 hours. You get a mail. If they do not agree, all of it comes back to your wallet.',
    ru: 'Деньги удержаны, сотрудники проверят платёж в течение 24 часов. Мы напишем вам. Если его не одобрят, всё вернётся в кошелёк.',
    zh: '资金担保中，工作人员将在 24 小时内核查此付款，并发邮件通知您。若未通过，资金全数退回钱包。',
  },
  later: {
    en: 'This order was paid before. Here is how it stands.',
    ru: 'Этот заказ уже оплачен. Вот как обстоят дела.',
    zh: '此订单已付款，当前状态如下。',
  },
  payments: { en: 'Follow the money', ru: 'Где деньги сейчас', zh: '资金去向' },
  untitled: { en: 'Goods', ru: 'Товар', zh: '商品' },
})

type State = WalletCheckout['payments'][number]['state']

const SEALED: ReadonlySet<State> = new Set([
  'verifying',
  'held',
  'shipped',
  'delivered',
  'disputed',
])

export interface PaidProps {
  readonly checkout: WalletCheckout
  /** It was paid on this page, just now. */
  readonly justNow: boolean
}

/** The seal is pressed; what happens next, and where to go on. */
export function Paid({ checkout, justNow }: PaidProps) {
  const t = useWords(paidWords)
  const paid = checkout.payments.filter(({ state }) => state !== 'cancelled' && state !== 'expired')
  const states = new Set(paid.map(({ state }) => state))
  const told = states.has('verifying') ? 'verifying' : states.has('held') ? 'held' : 'later'
  const isHeld = paid.some(({ state }) => SEALED.has(state))
  return (
    <>
      <Card>
        <div className="flex flex-col items-center gap-4 py-4 text-center">
          <Seal size={96} state={isHeld ? 'held' : 'open'} press={justNow} />
          <Money amount={checkout.total} size="figure" />
          <p className="max-w-md" role="status">
            {t(told)}
          </p>
        </div>
      </Card>
      {checkout.viewer !== null && (
        <Card title={t('payments')}>
          <ul className="divide-y divide-line">
            {paid.map(({ id, description, seller }) => (
              <li key={id}>
                <RowLink
                  href={`/payments/${id}`}
                  title={description ?? t('untitled')}
                  text={seller}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <BackToShop checkout={checkout} />
    </>
  )
}
