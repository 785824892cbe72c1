import type { TopUpInstructions } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  Facts,
  Money,
  type AmountView,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'

const webMoneyWords = words({
  title: { en: 'Pay at WebMoney', ru: 'Оплатите в WebMoney', zh: '在 WebMoney 付款' },
  wallet: { en: 'Into your wallet', ru: 'В кошелёк', zh: '存入钱包' },
  fee: { en: 'WebMoney adds', ru: 'Комиссия WebMoney', zh: 'WebMoney 手续费' },
  all: { en: 'You pay', ru: 'К оплате', zh: '您支付' },
  go: { en: 'To WebMoney', ru: 'Перейти в WebMoney', zh: '前往 WebMoney' },
  text: {
    en: 'You confirm the payment on WebMoney’s page and come back here.',
    ru: 'Вы подтвердите платёж на странице WebMoney и вернётесь сюда.',
    zh: '在 WebMoney 页面确认付款后会返回这里。',
  },
  paid: { en: 'You have paid', ru: 'Вы оплатили', zh: '您已付款' },
  paid_text: {
    en: 'WebMoney is telling us of it. That takes some seconds; you can leave this page.',
    ru: 'WebMoney сообщает нам об этом. Это несколько секунд, страницу можно закрыть.',
    zh: 'WebMoney 正在通知我们，需要几秒钟。您可以离开此页面。',
  },
})

export interface ByWebMoneyProps {
  readonly instructions: Extract<TopUpInstructions, { kind: 'webmoney' }>
  readonly amount: AmountView
  readonly fee: AmountView
}

export function ByWebMoney({ instructions, amount, fee }: ByWebMoneyProps) {
  const t = useWords(webMoneyWords)
  const [leaving, setLeaving] = useState(false)
  // What the browser brings back proves nothing; it says that the payer has done their part.
  const isBack = useSearchText('LMI_SYS_TRANS_NO') !== undefined
  if (isBack) {
    return (
      <Callout kind="info" title={t('paid')}>
        {t('paid_text')}
      </Callout>
    )
  }
  return (
    <Card title={t('title')}>
      <Facts
        facts={[
          { name: t('wallet'), value: <Money amount={amount} /> },
          { name: t('fee'), value: <Money amount={fee} /> },
          { name: t('all'), value: <Money amount={instructions.payable} size="large" /> },
        ]}
      />
      <p className="my-4 text-ink-soft">{t('text')}</p>
      <form
        method="post"
        action={instructions.action}
        acceptCharset="utf-8"
        onSubmit={() => setLeaving(true)}
      >
        {Object.entries(instructions.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" wide busy={leaving}>
          {t('go')}
        </Button>
      </form>
    </Card>
  )
}
