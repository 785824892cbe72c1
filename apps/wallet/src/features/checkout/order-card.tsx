import type { WalletCheckout } from '@danbao/contracts/wallet'
import { Card, Money, Seal, useTime, useWords, words } from '@danbao/ui'

const orderWords = words({
  order: { en: 'Your order', ru: 'Ваш заказ', zh: '您的订单' },
  from: { en: 'Seller: {seller}', ru: 'Продавец: {seller}', zh: '卖家：{seller}' },
  untitled: { en: 'Goods', ru: 'Товар', zh: '商品' },
  coupon: { en: 'Coupon', ru: 'Купон', zh: '优惠券' },
  total: { en: 'Total', ru: 'Итого', zh: '合计' },
  protected: { en: 'Your money is protected', ru: 'Ваши деньги защищены', zh: '您的资金受到保障' },
  protection: {
    en: 'We hold it and the seller is paid only when you confirm, or {days, plural, one {# day} other {# days}} after shipping. Until then you can report a problem and get your money back.',
    ru: 'Мы удержим их, и продавец получит деньги, только когда вы подтвердите, или через {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} после отправки. До этого можно сообщить о проблеме и вернуть деньги.',
    zh: '资金由我们担保，您确认收货后才放款给卖家，否则在发货 {days} 天后放款。在此之前，您可以报告问题并取回资金。',
  },
  until: {
    en: 'To be paid until {when}.',
    ru: 'Оплатите до срока: {when}.',
    zh: '请在 {when} 前付款。',
  },
})

/** What, from whom, how much, and what happens to the money. */
export function OrderCard({ checkout }: { readonly checkout: WalletCheckout }) {
  const t = useWords(orderWords)
  const { deadline } = useTime()
  const unpaid = checkout.payments.filter(({ state }) => state === 'requires_payment')
  return (
    <Card title={t('order')}>
      <ul className="divide-y divide-line">
        {unpaid.map(({ id, description, seller, amount, coupon }) => (
          <li key={id} className="flex items-start justify-between gap-4 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="break-words">{description ?? t('untitled')}</p>
              <p className="text-small break-words text-ink-soft">{t('from', { seller })}</p>
              {coupon.value !== '0' && (
                <p className="text-small text-ink-soft">
                  {t('coupon')}: <Money amount={{ ...coupon, value: `-${coupon.value}` }} />
                </p>
              )}
            </div>
            <Money amount={amount} />
          </li>
        ))}
      </ul>
      <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
        <span className="font-strong">{t('total')}</span>
        <Money amount={checkout.total} size="figure" />
      </div>
      <div className="mt-4 flex items-start gap-3 rounded-card bg-seal-wash p-3">
        <Seal size={32} className="mt-0.5" />
        <div className="min-w-0 text-small">
          <p className="font-strong text-seal-ink">{t('protected')}</p>
          <p>{t('protection', { days: checkout.protection.confirm_days })}</p>
        </div>
      </div>
      {checkout.pay_until !== null && (
        <p className="mt-3 text-small text-ink-soft">
          {t('until', { when: deadline(checkout.pay_until) })}
        </p>
      )}
    </Card>
  )
}
