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
  friend: {
    en: 'The money is held. Tell {name} that it is paid, and confirm here once {name} has everything.',
    ru: 'Деньги удержаны. {name} ждёт: сообщите, что заказ оплачен, и подтвердите здесь, когда всё будет получено.',
    zh: '资金担保中。请告知 {name} 已付款，待 {name} 收到后在此确认。',
  },
  by_friend: {
    en: 'Your friend has paid. Tell them when everything has arrived: they confirm it, and a refund goes to them.',
    ru: 'Друг оплатил заказ. Скажите ему, когда всё придёт: подтверждает он, и возврат придёт ему.',
    zh: '朋友已付款。收到后请告知对方：由对方确认收货，如有退款也退给对方。',
  },
  by_other: {
    en: 'This order is paid. Whoever paid it confirms that everything arrived, and a refund goes to them.',
    ru: 'Заказ оплачен. Получение подтверждает тот, кто заплатил, и возврат придёт ему.',
    zh: '此订单已付款。由付款人确认收货，如有退款也退给付款人。',
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
  /** Who asked the person to pay. */
  readonly askedBy: string | undefined
  /** A friend was asked from here. */
  readonly hasAsked: boolean
  /** It was paid on this page, just now. */
  readonly justNow: boolean
}

/** The seal is pressed; what happens next, and where to go on. */
export function Paid({ checkout, askedBy, hasAsked, justNow }: PaidProps) {
  const t = useWords(paidWords)
  const paid = checkout.payments.filter(({ state }) => state !== 'cancelled' && state !== 'expired')
  const told = whatIsTold(paid, { checkout, hasAsked, isFriend: askedBy !== undefined })
  const isHeld = paid.some(({ state }) => SEALED.has(state))
  return (
    <>
      <Card>
        <div className="flex flex-col items-center gap-4 py-4 text-center">
          <Seal size={96} state={isHeld ? 'held' : 'open'} press={justNow} />
          <Money amount={checkout.total} size="figure" />
          <p className="max-w-md" role="status">
            {t(told, { name: askedBy ?? '' })}
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
      {askedBy === undefined && <BackToShop checkout={checkout} />}
    </>
  )
}

interface Onlooker {
  readonly checkout: WalletCheckout
  readonly hasAsked: boolean
  readonly isFriend: boolean
}

function whatIsTold(
  paid: WalletCheckout['payments'],
  { checkout, hasAsked, isFriend }: Onlooker,
): keyof typeof paidWords {
  if (checkout.buyer !== 'you') return hasAsked ? 'by_friend' : 'by_other'
  const states = new Set(paid.map(({ state }) => state))
  if (states.has('verifying')) return 'verifying'
  if (!states.has('held')) return 'later'
  return isFriend ? 'friend' : 'held'
}
