import type { DisputeView } from '@danbao/contracts'
import { Badge, cx, Time, useMoney, useWords, words } from '@danbao/ui'
import { Check } from 'lucide-react'
import type { Side } from './dispute-situation.ts'

const talkWords = words({
  title: { en: 'What was said and offered', ru: 'Кто что сказал и предложил', zh: '协商记录' },
  you: { en: 'You', ru: 'Вы', zh: '您' },
  buyer: { en: 'The buyer', ru: 'Покупатель', zh: '买家' },
  seller: { en: 'The seller', ru: 'Продавец', zh: '卖家' },
  asks: { en: 'Wants {amount} back', ru: 'Просит вернуть {amount}', zh: '要求退还 {amount}' },
  offers: { en: 'Offers {amount} back', ru: 'Предлагает вернуть {amount}', zh: '愿退还 {amount}' },
  nothing: { en: 'Offers no money back', ru: 'Возвращать деньги не согласен', zh: '不同意退款' },
  with_return: {
    en: 'The goods go back first.',
    ru: 'Сначала товар едет обратно.',
    zh: '须先寄回商品。',
  },
  without: {
    en: 'The buyer keeps the goods.',
    ru: 'Товар остаётся покупателю.',
    zh: '商品由买家留下。',
  },
  agreed: { en: 'Agreed', ru: 'Договорились', zh: '已达成一致' },
})

export interface OfferTalkProps {
  readonly dispute: DisputeView
  readonly role: Side
}

/** The offers as what they are: a conversation, each with its amount. */
export function OfferTalk({ dispute, role }: OfferTalkProps) {
  const t = useWords(talkWords)
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-strong">{t('title')}</h3>
      <ol className="flex flex-col gap-3">
        {dispute.offers.map((offer, at) => (
          <li key={at} className={cx('flex', offer.by === role ? 'justify-end' : 'justify-start')}>
            <Offer
              offer={offer}
              own={offer.by === role}
              agreed={dispute.agreed?.made_at === offer.made_at && dispute.agreed.by === offer.by}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OfferProps {
  readonly offer: DisputeView['offers'][number]
  readonly own: boolean
  readonly agreed: boolean
}

function Offer({ offer, own, agreed }: OfferProps) {
  const t = useWords(talkWords)
  const money = useMoney()
  const { by, amount, with_return, message, made_at } = offer
  const none = amount.value === '0'
  const verb = by === 'buyer' ? 'asks' : 'offers'
  return (
    <div className={cx('max-w-[88%] rounded-card px-4 py-3', own ? 'bg-jade-wash' : 'bg-well')}>
      <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
        <span>{own ? t('you') : t(by)}</span>
        <Time at={made_at} />
        {agreed && (
          <Badge kind="success" icon={Check}>
            {t('agreed')}
          </Badge>
        )}
      </p>
      <p className="font-strong">
        {none && by === 'seller' ? t('nothing') : t(verb, { amount: money(amount) })}
      </p>
      {!none && <p className="text-small">{t(with_return ? 'with_return' : 'without')}</p>}
      {message !== null && <p className="mt-2 break-words whitespace-pre-wrap">{message}</p>}
    </div>
  )
}
