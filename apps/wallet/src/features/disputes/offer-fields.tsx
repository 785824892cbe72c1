import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import {
  AmountSlider,
  type AmountView,
  type FormHandle,
  RadioCards,
  readAmount,
  TextArea,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { Side } from './dispute-situation.ts'
import { settlementQuery } from './queries.ts'

const fieldWords = words({
  how_much: { en: 'How much comes back?', ru: 'Сколько вернуть?', zh: '退多少？' },
  all: { en: 'All of it', ru: 'Всё', zh: '全部' },
  all_text: { en: '{amount}', ru: '{amount}', zh: '{amount}' },
  part: { en: 'A part', ru: 'Часть', zh: '一部分' },
  part_text: {
    en: 'The rest is the seller’s.',
    ru: 'Остальное — продавцу.',
    zh: '其余归卖家。',
  },
  amount_buyer: { en: 'Back to me', ru: 'Вернуть мне', zh: '退还给我的金额' },
  amount_seller: { en: 'Back to the buyer', ru: 'Вернуть покупателю', zh: '退还买家的金额' },
  goods: { en: 'And the goods?', ru: 'А товар?', zh: '商品怎么处理？' },
  keep_buyer: { en: 'I keep them', ru: 'Оставлю себе', zh: '我留下' },
  keep_seller: { en: 'The buyer keeps them', ru: 'Останется у покупателя', zh: '买家留下' },
  return_buyer: { en: 'I send them back', ru: 'Отправлю обратно', zh: '我寄回' },
  return_seller: {
    en: 'The buyer sends them back',
    ru: 'Покупатель отправит обратно',
    zh: '买家寄回',
  },
  return_text: {
    en: 'The money comes when they have arrived. There are 10 days to ship them.',
    ru: 'Деньги вернутся, когда товар дойдёт. На отправку — 10 дней.',
    zh: '商品寄达后退款，须在 10 天内寄出。',
  },
  amount_wrong: {
    en: 'Write an amount up to {most}, for example 12.50.',
    ru: 'Введите сумму не больше {most}, например 12,50.',
    zh: '请输入不超过 {most} 的金额，例如 12.50。',
  },
  message_missing: {
    en: 'Say it in a few words.',
    ru: 'Напишите хотя бы несколько слов.',
    zh: '请简单说明。',
  },
})

/** A type, not an interface: forms take any record of texts. */
export type OfferValues = Readonly<Record<'share' | 'amount' | 'goods' | 'message', string>>

export const EMPTY_OFFER: OfferValues = { share: 'all', amount: '', goods: 'keep', message: '' }

/** What an offer's fields say, once they say it. */
export function useOffer(detail: OwnPaymentDetail) {
  const t = useWords(fieldWords)
  const money = useMoney()
  const { data } = useQuery(settlementQuery(detail.payment.id, zeroOf(detail)))
  const whole = data?.left ?? zeroOf(detail)
  const amountOf = ({ share, amount }: OfferValues): AmountView | undefined => {
    if (share === 'all') return whole
    const read = readAmount(amount, whole.currency)
    return read !== undefined && BigInt(read.value) <= BigInt(whole.value) ? read : undefined
  }
  return {
    whole,
    amountOf,
    check: (values: OfferValues, message: 'needed' | 'free') => ({
      amount:
        amountOf(values) === undefined ? t('amount_wrong', { most: money(whole) }) : undefined,
      message:
        message === 'needed' && values.message.trim() === '' ? t('message_missing') : undefined,
    }),
  }
}

function zeroOf({ payment }: OwnPaymentDetail): AmountView {
  return { value: '0', currency: payment.amount.currency }
}

export interface OfferFieldsProps {
  readonly form: FormHandle<OfferValues>
  readonly role: Side
  readonly whole: AmountView
  /** There is something that could go back. */
  readonly goods: boolean
  readonly message: { readonly label: string; readonly hint: string }
}

/** How much, what becomes of the goods, and why. */
export function OfferFields({ form, role, whole, goods, message }: OfferFieldsProps) {
  const t = useWords(fieldWords)
  const money = useMoney()
  return (
    <>
      <RadioCards
        label={t('how_much')}
        {...form.text('share')}
        options={[
          { value: 'all', label: t('all'), text: t('all_text', { amount: money(whole) }) },
          { value: 'part', label: t('part'), text: t('part_text') },
        ]}
      />
      {form.values.share === 'part' && (
        <AmountSlider label={t(`amount_${role}`)} whole={whole} {...form.text('amount')} />
      )}
      {goods && (
        <RadioCards
          label={t('goods')}
          {...form.text('goods')}
          options={[
            { value: 'keep', label: t(`keep_${role}`) },
            { value: 'return', label: t(`return_${role}`), text: t('return_text') },
          ]}
        />
      )}
      <TextArea {...message} rows={4} maxLength={900} {...form.text('message')} />
    </>
  )
}
