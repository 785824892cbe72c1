import type { WalletCheckout } from '@danbao/contracts/wallet'
import {
  Callout,
  ErrorState,
  isRefusal,
  Loaded,
  Page,
  usePathText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meQuery } from '../../queries.ts'
import { BackToShop } from './back-to-shop.tsx'
import { CheckoutSkeleton } from './checkout-skeleton.tsx'
import { NotYours } from './not-yours.tsx'
import { OrderCard } from './order-card.tsx'
import { Paid } from './paid.tsx'
import { PaySheet } from './pay-sheet.tsx'
import { checkoutQuery } from './queries.ts'
import { SignInToPay } from './sign-in-to-pay.tsx'

const pageWords = words({
  title: { en: 'Pay at {shop}', ru: 'Оплата в {shop}', zh: '在 {shop} 付款' },
  paid: { en: 'Paid', ru: 'Оплачено', zh: '已付款' },
  loading: { en: 'Pay', ru: 'Оплата', zh: '付款' },
  gone: { en: 'There is nothing left to pay', ru: 'Платить больше нечего', zh: '无需付款' },
  gone_text: {
    en: 'The order was cancelled or its time is over. Nothing was charged. Order again at the shop if you still want it.',
    ru: 'Заказ отменён или его срок истёк. Ничего не списано. Если товар ещё нужен, оформите заказ заново.',
    zh: '订单已取消或已超时，未扣款。如仍需要，请在商店重新下单。',
  },
})

/** What a shop has put together, and the one button that pays it. */
export function CheckoutPage() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const me = useQuery(meQuery)
  const query = useQuery(checkoutQuery(id, me.data))
  const isIn = me.data?.state === 'signed_in'
  const seen: Seen = {
    signedIn: useEver(isIn),
    open: useEver(query.data?.state === 'open'),
  }
  if (me.data === undefined && me.error !== null) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />
  }
  // Also after it was shown: somebody else may have taken it on meanwhile.
  if (isRefusal(query.error, 'not_found')) return <NotYours id={id} />
  const isPaid = query.data?.state === 'paid'
  return (
    // A page of its own, so that screen readers are told when it is paid.
    <Page
      key={isPaid ? 'paid' : 'open'}
      title={query.data === undefined ? t('loading') : titleOf(t, query.data)}
    >
      <Loaded query={query} skeleton={<CheckoutSkeleton />}>
        {(checkout) => <Checkout checkout={checkout} isIn={isIn} seen={seen} />}
      </Loaded>
    </Page>
  )
}

/** What was so at some time since the page was opened. */
interface Seen {
  readonly signedIn: boolean
  readonly open: boolean
}

function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now)
  useEffect(() => {
    if (now) setEver(true)
  }, [now])
  return ever
}

type Say = ReturnType<typeof useWords<typeof pageWords>>

function titleOf(t: Say, { state, marketplace }: WalletCheckout): string {
  if (state === 'open') return t('title', { shop: marketplace.name })
  return state === 'paid' ? t('paid') : t('gone')
}

interface CheckoutProps {
  readonly checkout: WalletCheckout
  readonly isIn: boolean
  readonly seen: Seen
}

function Checkout({ checkout, isIn, seen }: CheckoutProps) {
  const t = useWords(pageWords)
  switch (checkout.state) {
    case 'paid':
      return <Paid checkout={checkout} justNow={seen.open} />
    case 'gone':
      return (
        <>
          <Callout kind="info">{t('gone_text')}</Callout>
          <BackToShop checkout={checkout} />
        </>
      )
    case 'open':
      return (
        <>
          <OrderCard checkout={checkout} />
          {checkout.viewer === null ? (
            <SignInToPay id={checkout.id} signedOut={seen.signedIn && !isIn} />
          ) : (
            <PaySheet checkout={checkout} viewer={checkout.viewer} />
          )}
          <BackToShop checkout={checkout} />
        </>
      )
  }
}
