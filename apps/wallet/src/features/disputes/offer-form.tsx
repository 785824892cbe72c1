import type { DisputeView } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { Button, Form, toast, useForm, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Consequence } from './consequence.tsx'
import { doneWords, meansWords } from './move-words.ts'
import { EMPTY_OFFER, OfferFields, useOffer } from './offer-fields.tsx'
import { canGoBack } from './problem-tree.ts'
import { useTakeIn } from './queries.ts'

const offerWords = words({
  message: { en: 'A word to the other side', ru: 'Пара слов другой стороне', zh: '给对方的话' },
  message_hint: {
    en: 'Optional. A calm sentence often settles more than the amount.',
    ru: 'Необязательно. Спокойная фраза часто значит больше суммы.',
    zh: '选填。心平气和的一句话往往比金额更有效。',
  },
  send: { en: 'Send the offer', ru: 'Отправить предложение', zh: '发送方案' },
})

export interface OfferFormProps {
  readonly detail: OwnPaymentDetail
  readonly dispute: DisputeView
  readonly onDone: () => void
}

export function OfferForm({ detail, dispute, onDone }: OfferFormProps) {
  const t = useWords(offerWords)
  const means = useWords(meansWords)
  const done = useWords(doneWords)
  const offer = useOffer(detail)
  const takeIn = useTakeIn()
  const [key] = useState(() => crypto.randomUUID())
  const goods = canGoBack(dispute.reason)
  const form = useForm({
    keep: `offer.${dispute.id}`,
    initial: { ...EMPTY_OFFER, share: 'part' },
    check: (values) => offer.check(values, 'free'),
    submit: (values) => {
      const message = values.message.trim()
      return api.call('makeOffer', {
        params: { id: dispute.id },
        body: {
          key,
          amount: offer.amountOf(values) ?? offer.whole,
          with_return: goods && values.goods === 'return',
          ...(message === '' ? {} : { message }),
        },
      })
    },
    done: (answer) => {
      toast(done('offer'))
      takeIn(answer)
      onDone()
    },
    at: { amount_too_large: 'amount' },
  })
  return (
    <Form form={form}>
      <p>{means('offer')}</p>
      <OfferFields
        form={form}
        role={detail.role}
        whole={offer.whole}
        goods={goods}
        message={{ label: t('message'), hint: t('message_hint') }}
      />
      <Consequence
        paymentId={detail.payment.id}
        role={detail.role}
        back={offer.amountOf(form.values)}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('send')}
      </Button>
    </Form>
  )
}
