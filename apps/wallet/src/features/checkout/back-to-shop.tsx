import type { WalletCheckout } from '@danbao/contracts/wallet'
import { buttonClass, Link, useWords, words } from '@danbao/ui'

const backWords = words({
  back: { en: 'Back to {shop}', ru: 'Назад в {shop}', zh: '返回 {shop}' },
  away: {
    en: 'Back to {shop} without paying',
    ru: 'Вернуться в {shop} без оплаты',
    zh: '不付款，返回 {shop}',
  },
})

/** To the shop, with the signed result in the address; nothing where the shop named no address. */
export function BackToShop({ checkout }: { readonly checkout: WalletCheckout }) {
  const t = useWords(backWords)
  const { back_url: back, marketplace, state } = checkout
  if (back === null) return null
  return (
    <Link
      href={back}
      className={buttonClass({ kind: state === 'open' ? 'quiet' : 'primary', wide: true })}
    >
      {t(state === 'open' ? 'away' : 'back', { shop: marketplace.name })}
    </Link>
  )
}
