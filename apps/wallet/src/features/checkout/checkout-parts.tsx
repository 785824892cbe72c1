import type { AskedToPay, WalletCheckout } from '@danbao/contracts/wallet'
import { Callout, useWords, words } from '@danbao/ui'
import { AskFriend } from './ask-friend.tsx'
import { AskedNote } from './asked-note.tsx'
import { BackToShop } from './back-to-shop.tsx'
import { OrderCard } from './order-card.tsx'
import { Paid } from './paid.tsx'
import { PaySheet } from './pay-sheet.tsx'
import { SignInToPay } from './sign-in-to-pay.tsx'

const goneWords = words({
  gone: {
    en: 'The order was cancelled or its time is over. Nothing was charged. Order again at the shop if you still want it.',
    ru: 'Заказ отменён или его срок истёк. Ничего не списано. Если товар ещё нужен, оформите заказ заново.',
    zh: '订单已取消或已超时，未扣款。如仍需要，请在商店重新下单。',
  },
})

/** What was so at some time since the page was opened. */
export interface Seen {
  readonly signedIn: boolean
  readonly open: boolean
}

/** What is known of friends who pay for friends. */
export interface Friend {
  /** There when somebody asked the person to pay. */
  readonly asked: AskedToPay | undefined
  /** The path that leads back here. */
  readonly here: string
  /** A friend was asked from here. */
  readonly hasAsked: boolean
  readonly noteAsked: () => void
}

export interface CheckoutProps {
  readonly checkout: WalletCheckout
  readonly friend: Friend
  readonly isIn: boolean
  readonly seen: Seen
}

/** The page by its state: to be paid, paid, or over. */
export function Checkout({ checkout, friend, isIn, seen }: CheckoutProps) {
  const t = useWords(goneWords)
  const { asked, hasAsked } = friend
  switch (checkout.state) {
    case 'paid':
      return (
        <Paid checkout={checkout} askedBy={asked?.name} hasAsked={hasAsked} justNow={seen.open} />
      )
    case 'gone':
      return (
        <>
          <Callout kind="info">{t('gone')}</Callout>
          {asked === undefined && <BackToShop checkout={checkout} />}
        </>
      )
    case 'open':
      return (
        <>
          {asked !== undefined && <AskedNote asked={asked} />}
          <OrderCard checkout={checkout} />
          {checkout.viewer === null ? (
            <SignInToPay here={friend.here} signedOut={seen.signedIn && !isIn} />
          ) : (
            <PaySheet checkout={checkout} viewer={checkout.viewer} />
          )}
          {asked === undefined && checkout.buyer === null && (
            <AskFriend checkout={checkout} onAsked={friend.noteAsked} />
          )}
          {asked === undefined && <BackToShop checkout={checkout} />}
        </>
      )
  }
}
