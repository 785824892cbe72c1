import type { PaymentSource } from '@danbao/contracts/wallet'
import { Card, type RadioOption, RadioCards, useMoney, useWords, words } from '@danbao/ui'
import { Coins, Wallet } from 'lucide-react'

const sourceWords = words({
  from: { en: 'Pay from', ru: 'Откуда платить', zh: '付款来源' },
  wallet: { en: 'Your wallet', ru: 'Ваш кошелёк', zh: '您的钱包' },
  has: { en: '{amount} available', ru: 'Доступно {amount}', zh: '可用 {amount}' },
  short: { en: '{amount} is missing', ru: 'Не хватает {amount}', zh: '还差 {amount}' },
  other: {
    en: 'Your wallet in {currency}',
    ru: 'Ваш кошелёк в {currency}',
    zh: '您的 {currency} 钱包',
  },
  other_text: {
    en: '{amount}. This order is paid in {currency}.',
    ru: '{amount}. Этот заказ оплачивается в {currency}.',
    zh: '{amount}。此订单以 {currency} 支付。',
  },
})

export interface SourcesProps {
  readonly sources: readonly PaymentSource[]
  /** Of the checkout. */
  readonly currency: string
  readonly chosen: PaymentSource | undefined
  readonly onChosen: (source: PaymentSource) => void
}

/** Where the money can come from, and why something that is there can not be used. */
export function Sources({ sources, currency, chosen, onChosen }: SourcesProps) {
  const t = useWords(sourceWords)
  const toOption = useOption(currency)
  return (
    <Card>
      <RadioCards
        label={t('from')}
        value={chosen === undefined ? '' : keyOf(chosen)}
        onValue={(key) => {
          const source = sources.find((one) => keyOf(one) === key)
          if (source !== undefined) onChosen(source)
        }}
        options={sources.map(toOption)}
      />
    </Card>
  )
}

function keyOf({ kind, available }: PaymentSource): string {
  return `${kind}.${available.currency}`
}

function useOption(paidIn: string): (source: PaymentSource) => RadioOption {
  const t = useWords(sourceWords)
  const money = useMoney()
  return (source) => {
    const value = keyOf(source)
    const amount = money(source.available)
    switch (source.kind) {
      case 'wallet':
        return {
          value,
          label: t('wallet'),
          icon: <Wallet aria-hidden className="size-6" />,
          text: (
            <>
              <span className="block">{t('has', { amount })}</span>
              {source.reason === 'too_little' && (
                <span className="block text-amber">
                  {t('short', { amount: money(source.missing) })}
                </span>
              )}
            </>
          ),
        }
      case 'other_currency':
        return {
          value,
          label: t('other', { currency: source.available.currency }),
          icon: <Coins aria-hidden className="size-6" />,
          text: t('other_text', { amount, currency: paidIn }),
          disabled: true,
        }
    }
  }
}
