import { Card, RowLink, useWords, words } from '@danbao/ui'
import { BadgeCheck, KeyRound, Plus, WalletMinimal } from 'lucide-react'

const emptyWords = words({
  title: { en: 'Your wallet is ready', ru: 'Кошелёк готов', zh: '您的钱包已就绪' },
  text: {
    en: 'There is no money in it yet, and none is needed to begin.',
    ru: 'Денег в нём пока нет, и для начала они не нужны.',
    zh: '钱包内还没有资金，不过开始使用并不需要余额。',
  },
  pay: { en: 'Buy with protection', ru: 'Покупайте под защитой', zh: '放心购物' },
  pay_text: {
    en: 'Choose Danbao when you pay at a marketplace. We hold the money until the goods have arrived.',
    ru: 'Выберите Danbao при оплате на маркетплейсе. Мы удержим деньги, пока товар не придёт.',
    zh: '在商城付款时选择 Danbao，收货之前资金由我们担保。',
  },
  back: { en: 'Get money back at once', ru: 'Возвраты сразу сюда', zh: '退款即时到账' },
  back_text: {
    en: 'Refunds arrive here within a minute, ready for the next purchase.',
    ru: 'Возвраты приходят сюда за минуту — ими можно оплатить следующую покупку.',
    zh: '退款一分钟内退回这里，可直接用于下次购物。',
  },
  sell: { en: 'Sell and be paid', ru: 'Продавайте и получайте', zh: '销售收款' },
  sell_text: {
    en: 'The money for what you sell comes here when the buyer has confirmed.',
    ru: 'Деньги за проданное приходят сюда, когда покупатель подтвердит получение.',
    zh: '买家确认收货后，您的销售款会放款到这里。',
  },
  top_up: { en: 'Top up the wallet', ru: 'Пополнить кошелёк', zh: '为钱包充值' },
  top_up_text: {
    en: 'Bring money in, and pay with it right away',
    ru: 'Внесите деньги и сразу платите ими',
    zh: '存入资金，即可付款',
  },
  levels: { en: 'See your limits', ru: 'Посмотреть лимиты', zh: '查看限额' },
  levels_text: {
    en: 'What you can pay now, and how it becomes more',
    ru: 'Сколько можно платить сейчас и как увеличить',
    zh: '现在可以支付多少，以及如何提高',
  },
  settings: { en: 'Protect your account', ru: 'Защитить аккаунт', zh: '保护账户' },
  settings_text: {
    en: 'A passkey or a second step when you sign in',
    ru: 'Ключ доступа или второй шаг при входе',
    zh: '通行密钥或登录两步验证',
  },
})

/** A wallet in which nothing has happened yet: what it is good for, and what can be done now. */
export function EmptyWallet() {
  const t = useWords(emptyWords)
  return (
    <>
      <Card>
        <div className="flex flex-col items-center gap-2 py-4 text-center">
          <span className="grid size-16 place-items-center rounded-full bg-well text-ink-soft">
            <WalletMinimal aria-hidden className="size-7" strokeWidth={1.5} />
          </span>
          <h2 className="mt-1 text-large font-strong">{t('title')}</h2>
          <p className="max-w-md text-ink-soft">{t('text')}</p>
        </div>
        <dl className="mt-4 grid gap-4 sm:grid-cols-3">
          {(['pay', 'back', 'sell'] as const).map((use) => (
            <div key={use}>
              <dt className="font-strong">{t(use)}</dt>
              <dd className="text-small text-ink-soft">{t(`${use}_text`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card>
        <RowLink icon={Plus} href="/top-up" title={t('top_up')} text={t('top_up_text')} />
        <RowLink icon={BadgeCheck} href="/levels" title={t('levels')} text={t('levels_text')} />
        <RowLink icon={KeyRound} href="/settings" title={t('settings')} text={t('settings_text')} />
      </Card>
    </>
  )
}
