import type { WalletCheckout } from '@danbao/contracts/wallet'
import {
  ErrorState,
  isRefusal,
  Loaded,
  Page,
  ShopBand,
  useGo,
  usePathText,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meQuery } from '../../queries.ts'
import { useAsked } from './asked-checkout.ts'
import { BrokenAsk } from './broken-ask.tsx'
import { Checkout, type Seen } from './checkout-parts.tsx'
import { CheckoutSkeleton } from './checkout-skeleton.tsx'
import { NotYours } from './not-yours.tsx'
import { askQuery, checkoutPath, checkoutQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Pay at {shop}', ru: 'Оплата в {shop}', zh: '在 {shop} 付款' },
  paid: { en: 'Paid', ru: 'Оплачено', zh: '已付款' },
  loading: { en: 'Pay', ru: 'Оплата', zh: '付款' },
  gone: { en: 'There is nothing left to pay', ru: 'Платить больше нечего', zh: '无需付款' },
})

/** A friend pays elsewhere: nothing of it is told to this page, so it asks. */
const ASK_AGAIN_MS = 4_000

/** What a shop has put together, and the one button that pays it. */
export function CheckoutPage() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const ask = useSearchText('ask')
  const me = useQuery(meQuery)
  const asked = useQuery(askQuery(id, ask))
  const [hasAsked, noteAsked] = useAsked(id)
  useCleanAddress(checkoutPath(id, ask))
  const query = useQuery({
    ...checkoutQuery(id, me.data),
    refetchInterval: ({ state }) =>
      hasAsked && state.data?.state === 'open' ? ASK_AGAIN_MS : false,
  })
  const isIn = me.data?.state === 'signed_in'
  const seen: Seen = {
    signedIn: useEver(isIn),
    open: useEver(query.data?.state === 'open'),
  }
  if (me.data === undefined && me.error !== null) {
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />
  }
  if (isRefusal(asked.error, 'link_invalid', 'invalid_request')) return <BrokenAsk />
  if (asked.error !== null) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
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
      {query.data !== undefined && <ShopBand brand={query.data.marketplace} />}
      <Loaded query={query} skeleton={<CheckoutSkeleton />}>
        {(checkout) =>
          asked.isLoading ? (
            <CheckoutSkeleton />
          ) : (
            <Checkout
              checkout={checkout}
              friend={{ asked: asked.data, here: checkoutPath(id, ask), hasAsked, noteAsked }}
              isIn={isIn}
              seen={seen}
            />
          )
        }
      </Loaded>
    </Page>
  )
}

/** What a bank has put into the address is asked of the server; nobody is to copy it from there. */
function useCleanAddress(path: string): void {
  const go = useGo()
  const cameBack = useSearchText('payment_intent') !== undefined
  useEffect(() => {
    if (cameBack) go(path, { replace: true })
  }, [cameBack, path])
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
