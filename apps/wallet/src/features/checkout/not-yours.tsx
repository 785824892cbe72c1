import { buttonClass, Link, Page, signInFor, useWords, words } from '@danbao/ui'

const missingWords = words({
  title: {
    en: 'There is nothing to pay here',
    ru: 'Здесь нечего оплачивать',
    zh: '此处没有可付款的订单',
  },
  text: {
    en: 'The address is not right, or somebody else has begun to pay this order. Nothing was charged. Go back to the shop and open the order again, or sign in with the other account.',
    ru: 'Адрес неверный, или этот заказ начал оплачивать кто-то другой. Ничего не списано. Вернитесь в магазин и откройте заказ снова или войдите в другой аккаунт.',
    zh: '地址有误，或此订单已由他人开始付款。未扣款。请返回商店重新打开订单，或使用另一个账户登录。',
  },
  other: { en: 'Sign in as somebody else', ru: 'Войти под другим именем', zh: '使用其他账户登录' },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '进入钱包' },
})

/** No such checkout, or another person's: which of the two is not told. */
export function NotYours({ id }: { readonly id: string }) {
  const t = useWords(missingWords)
  return (
    <Page title={t('title')} intro={t('text')}>
      <div className="flex flex-col gap-2">
        <Link href="/" className={buttonClass({ wide: true })}>
          {t('home')}
        </Link>
        <Link
          href={signInFor(`/checkout/${id}`)}
          className={buttonClass({ kind: 'secondary', wide: true })}
        >
          {t('other')}
        </Link>
      </div>
    </Page>
  )
}
