import type { QuoteView } from '@danbao/contracts'
import type { Authorisation, PaymentSource, WalletCheckout } from '@danbao/contracts/wallet'
import {
  Callout,
  Card,
  isRefusal,
  RefusalNote,
  TextLink,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { meQuery } from '../../queries.ts'
import { Authorise } from '../payments/authorise.tsx'
import { AddCard } from '../cards/add-card.tsx'
import { commandKey } from '../payments/command-key.ts'
import { WriteToSupport } from '../support/write-to-support.tsx'
import { AskBank } from './ask-bank.tsx'
import { DeclineNote } from './decline-note.tsx'
import { PayByQuote } from './pay-by-quote.tsx'
import { checkoutQuery, refreshCheckout, refreshQuote } from './queries.ts'
import { keyOf, Sources } from './sources.tsx'
import { TopUp } from './top-up.tsx'

const sheetWords = words({
  pay: { en: 'Pay {amount}', ru: 'Оплатить {amount}', zh: '支付 {amount}' },
  free: {
    en: 'Order, the coupon pays',
    ru: 'Оформить: платит купон',
    zh: '确认订单，优惠券支付',
  },
  free_text: {
    en: 'A coupon pays all of this. Nothing leaves your wallet.',
    ru: 'Всё оплачивает купон. Из кошелька ничего не спишется.',
    zh: '优惠券支付全部金额，不会从您的钱包扣款。',
  },
  frozen: {
    en: 'Your account is frozen by our staff, so nothing can be paid with it now. Your order is not lost: the shop keeps it for some days.',
    ru: 'Аккаунт заморожен сотрудниками, платить сейчас нельзя. Заказ не пропадёт: магазин хранит его несколько дней.',
    zh: '您的账户已被工作人员冻结，暂时无法付款。订单不会丢失，商店会保留数日。',
  },
  resting: {
    en: 'Payments are paused for 24 hours because access to this account was recovered. Come back here after that.',
    ru: 'Платежи приостановлены на 24 часа, потому что доступ к аккаунту восстановлен. Вернитесь сюда после этого.',
    zh: '由于账户刚恢复访问，支付暂停 24 小时。请届时再回到此页面。',
  },
  own: {
    en: 'You sell some of this yourself, and nobody buys from themselves. Pay with another account.',
    ru: 'Часть этого продаёте вы сами, а у себя не покупают. Оплатите с другого аккаунта.',
    zh: '其中有您自己出售的商品，无法自行购买。请使用其他账户付款。',
  },
  limit: {
    en: 'This is more than your level allows. You have {left} left. A higher level allows more.',
    ru: 'Это больше, чем позволяет ваш уровень. Доступно {left}. Более высокий уровень позволит больше.',
    zh: '超出当前等级的限额，剩余 {left}。提升等级即可支付更多。',
  },
  limit_way: { en: 'See levels', ru: 'Посмотреть уровни', zh: '查看等级' },
  check: {
    en: 'Our staff check this payment within 24 hours, because your account is new. Your money is safe meanwhile.',
    ru: 'Сотрудники проверят этот платёж в течение 24 часов: ваш аккаунт новый. Деньги тем временем в безопасности.',
    zh: '由于您的账户是新账户，工作人员将在 24 小时内核查此付款。期间资金安全。',
  },
})

type Viewer = NonNullable<WalletCheckout['viewer']>

export interface PaySheetProps {
  readonly checkout: WalletCheckout
  readonly viewer: Viewer
}

/** Pays, or says what stands in the way and what to do about it. */
export function PaySheet({ checkout, viewer }: PaySheetProps) {
  const t = useWords(sheetWords)
  const money = useMoney()
  if (viewer.spending === 'resting') return <Callout kind="attention">{t('resting')}</Callout>
  if (viewer.spending === 'frozen') {
    return (
      <Callout kind="danger" action={<WriteToSupport />}>
        {t('frozen')}
      </Callout>
    )
  }
  if (viewer.own_goods) return <Callout kind="attention">{t('own')}</Callout>
  if (viewer.limit !== null) {
    const { level, left } = viewer.limit
    return (
      <>
        <Callout kind="attention" action={<TextLink href="/levels">{t('limit_way')}</TextLink>}>
          {t('limit', { left: money(left) })}
        </Callout>
        {level === 0 && viewer.takes_cards && <NewCard checkout={checkout} />}
      </>
    )
  }
  return <Ways checkout={checkout} viewer={viewer} />
}

/** The ways to pay, and what goes on with the chosen one: a new kind has its own way. */
function Ways({ checkout, viewer }: PaySheetProps) {
  const { sources, charge, declined } = viewer
  const [chosenKey, setChosenKey] = useState<string>()
  const [refused, setRefused] = useState<unknown>(null)
  const [isRead, setRead] = useState(false)
  if (checkout.total.value === '0') return <Pay checkout={checkout} viewer={viewer} />
  if (charge !== null) {
    return <AskBank checkout={checkout} charge={charge} onRefused={setRefused} />
  }
  // An exchange costs something: nobody gets it without having chosen it.
  const first = sources.find(({ usable, kind }) => usable && kind !== 'other_currency')
  const chosen = sources.find((source) => keyOf(source) === chosenKey) ?? first ?? sources[0]
  return (
    <>
      <RefusalNote error={refused} />
      {declined !== null && !isRead && <DeclineNote reason={declined} />}
      <Sources
        sources={sources}
        chosen={chosen}
        onChosen={(source) => {
          setChosenKey(keyOf(source))
          setRefused(null)
          setRead(true)
        }}
      />
      {chosen !== undefined && (
        <Chosen
          checkout={checkout}
          viewer={viewer}
          source={chosen}
          onDeclined={() => setRead(false)}
        />
      )}
      {viewer.takes_cards && !sources.some(({ kind }) => kind === 'card') && (
        <NewCard checkout={checkout} />
      )}
    </>
  )
}

interface ChosenProps extends PaySheetProps {
  readonly source: PaymentSource
  readonly onDeclined: () => void
}

/** Pays by it, or says how it could. */
function Chosen({ checkout, viewer, source, onDeclined }: ChosenProps) {
  if (source.kind === 'wallet' && !source.usable) {
    const { missing } = source
    return <TopUp id={checkout.id} missing={missing} atOnce={viewer.can_top_up_at_once} />
  }
  if (!source.usable) return null
  const way = { checkout, viewer, source }
  if (source.kind !== 'other_currency') return <Pay {...way} onDeclined={onDeclined} />
  return (
    <PayByQuote checkout={checkout} from={source.available.currency}>
      {(quote) => <Pay {...way} quote={quote} />}
    </PayByQuote>
  )
}

/** To the card service and back to this checkout. */
function NewCard({ checkout }: Pick<PaySheetProps, 'checkout'>) {
  return (
    <Card>
      <AddCard next={`/wallet/checkout/${checkout.id}`} more />
    </Card>
  )
}

interface PayProps extends PaySheetProps {
  /** Absent: a coupon covers all of it. */
  readonly source?: PaymentSource
  /** What a wallet in another currency pays. */
  readonly quote?: QuoteView
  /** A card did not pay; why, stands in the checkout then. */
  readonly onDeclined?: () => void
}

function Pay({ checkout, viewer, source, quote, onDeclined }: PayProps) {
  const t = useWords(sheetWords)
  const money = useMoney()
  const client = useQueryClient()
  const me = useQuery(meQuery).data
  const { id, total } = checkout
  const free = total.value === '0'
  const payments = checkout.payments
    .filter(({ state }) => state === 'requires_payment')
    .map((payment) => payment.id)
  const params = { id }
  const card =
    source?.kind === 'card' ? { card: { id: source.card.id, amount: source.by_card } } : {}
  const quoted = quote === undefined ? {} : { quote: quote.id }
  const agreed = { total, payments, ...card, ...quoted }
  const submit = async (authorisation: Authorisation): Promise<void> => {
    try {
      const body = { ...agreed, key: commandKey(`pay.${id}`, agreed), authorisation }
      const paid = await api.call('payCheckout', { params, body })
      client.setQueryData(checkoutQuery(id, me).queryKey, paid)
      void client.invalidateQueries({ queryKey: ['home'] })
      void client.invalidateQueries({ queryKey: ['payments'] })
      const bank = paid.viewer?.charge?.bank_url
      if (typeof bank === 'string') window.location.assign(bank)
    } catch (error) {
      // It is not what was shown any more, or it is not this person's: the page tells the truth.
      if (!isRefusal(error, 'password_wrong', 'try_later', 'offline', 'processor_unavailable')) {
        await refreshCheckout(client, id)
      }
      if (isRefusal(error, 'quote_expired')) await refreshQuote(client, id)
      if (!isRefusal(error, 'card_declined')) throw error
      onDeclined?.()
    }
  }
  return (
    <Card>
      {free && <p className="mb-4">{t('free_text')}</p>}
      {viewer.will_be_checked && <p className="mb-4 text-ink-soft">{t('check')}</p>}
      <Authorise
        action={free ? t('free') : t('pay', { amount: money(quote?.pays ?? total) })}
        begin={
          viewer.passkey ? () => api.call('beginCheckoutPasskey', { params, body: agreed }) : null
        }
        submit={submit}
      />
    </Card>
  )
}
