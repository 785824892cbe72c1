import type { PaymentSource } from '@danbao/contracts/wallet'
import { Card, type RadioOption, RadioCards, useMoney, useWords, words } from '@danbao/ui'
import { Coins, CreditCard, Wallet } from 'lucide-react'

const sourceWords = words({
  from: { en: 'Pay from', ru: 'Откуда платить', zh: '付款来源' },
  wallet: { en: 'Your wallet', ru: 'Ваш кошелёк', zh: '您的钱包' },
  has: { en: '{amount} available', ru: 'Доступно {amount}', zh: '可用 {amount}' },
  short: { en: '{amount} is missing', ru: 'Не хватает {amount}', zh: '还差 {amount}' },
  mix: { en: 'Wallet and {card}', ru: 'Кошелёк и {card}', zh: '钱包与 {card}' },
  mix_text: {
    en: '{wallet} from the wallet, {card} from the card',
    ru: '{wallet} из кошелька, {card} с карты',
    zh: '钱包 {wallet}，银行卡 {card}',
  },
  card_text: { en: '{amount} from the card', ru: '{amount} с карты', zh: '从银行卡支付 {amount}' },
  expired: {
    en: 'This card has expired',
    ru: 'Срок карты закончился',
    zh: '此卡已过期',
  },
  other: {
    en: 'Your wallet in {currency}',
    ru: 'Ваш кошелёк в {currency}',
    zh: '您的 {currency} 钱包',
  },
  other_text: {
    en: 'About {pays} of {amount}, exchanged at today’s rate',
    ru: 'Около {pays} из {amount} по сегодняшнему курсу',
    zh: '约 {pays}（共 {amount}），按今日汇率兑换',
  },
  other_short: {
    en: 'About {pays} are needed, {amount} are there',
    ru: 'Нужно около {pays}, есть {amount}',
    zh: '约需 {pays}，现有 {amount}',
  },
  no_rate: {
    en: '{amount}. There is no exchange rate at the moment.',
    ru: '{amount}. Сейчас нет курса обмена.',
    zh: '{amount}。目前没有汇率。',
  },
})

export interface SourcesProps {
  readonly sources: readonly PaymentSource[]
  readonly chosen: PaymentSource | undefined
  readonly onChosen: (source: PaymentSource) => void
}

/** Where the money can come from, and why something that is there can not be used. */
export function Sources({ sources, chosen, onChosen }: SourcesProps) {
  const t = useWords(sourceWords)
  const toOption = useOption()
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

/** The same for the same source, also when its sums have changed meanwhile. */
export function keyOf(source: PaymentSource): string {
  if (source.kind !== 'card') return `${source.kind}.${source.available.currency}`
  return `card.${source.card.id}.${source.by_wallet.value === '0' ? 'alone' : 'mix'}`
}

type CardSource = Extract<PaymentSource, { kind: 'card' }>
export type OtherSource = Extract<PaymentSource, { kind: 'other_currency' }>

function useOption(): (source: PaymentSource) => RadioOption {
  const t = useWords(sourceWords)
  const money = useMoney()
  const toCardOption = useCardOption()
  const tellOther = useOtherText()
  return (source) => {
    const value = keyOf(source)
    switch (source.kind) {
      case 'wallet':
        return {
          value,
          label: t('wallet'),
          icon: <Wallet aria-hidden className="size-6" />,
          text: (
            <>
              <span className="block">{t('has', { amount: money(source.available) })}</span>
              {source.reason === 'too_little' && (
                <span className="block text-amber">
                  {t('short', { amount: money(source.missing) })}
                </span>
              )}
            </>
          ),
        }
      case 'card':
        return toCardOption(source)
      case 'other_currency':
        return {
          value,
          label: t('other', { currency: source.available.currency }),
          icon: <Coins aria-hidden className="size-6" />,
          text: tellOther(source),
          disabled: !source.usable,
        }
    }
  }
}

function useOtherText(): (source: OtherSource) => string {
  const t = useWords(sourceWords)
  const money = useMoney()
  return ({ available, pays, usable }) => {
    const amount = money(available)
    if (pays === null) return t('no_rate', { amount })
    return t(usable ? 'other_text' : 'other_short', { amount, pays: money(pays) })
  }
}

function useCardOption(): (source: CardSource) => RadioOption {
  const t = useWords(sourceWords)
  const money = useMoney()
  return (source) => {
    const { card, by_card, by_wallet, usable } = source
    const name = `${card.brand} •••• ${card.last4}`
    const mixes = by_wallet.value !== '0'
    const parts = { wallet: money(by_wallet), card: money(by_card) }
    const text = mixes ? t('mix_text', parts) : t('card_text', { amount: money(by_card) })
    return {
      value: keyOf(source),
      label: mixes ? t('mix', { card: name }) : name,
      icon: <CreditCard aria-hidden className="size-6" />,
      text: usable ? text : t('expired'),
      disabled: !usable,
    }
  }
}
