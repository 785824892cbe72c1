import type { DisputeView } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { Button, Form, TextArea, TextInput, toast, useForm, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Consequence } from './consequence.tsx'
import { type Move, type Side, theirOffer } from './dispute-situation.ts'
import { doneWords, meansWords, moveWords } from './move-words.ts'
import { useTakeIn } from './queries.ts'

const formWords = words({
  carrier: { en: 'Carrier', ru: 'Перевозчик', zh: '承运商' },
  tracking: { en: 'Tracking number', ru: 'Трек-номер', zh: '运单号' },
  tracking_hint: {
    en: 'With it the arrival can be proved.',
    ru: 'По нему можно доказать доставку.',
    zh: '可用于证明已送达。',
  },
  reason: {
    en: 'What is wrong with the decision?',
    ru: 'Что в решении неверно?',
    zh: '您认为裁决哪里不对？',
  },
  reason_hint: {
    en: 'The other arbiter and the other side read this.',
    ru: 'Это прочтут другой арбитр и другая сторона.',
    zh: '另一位仲裁员和对方都会看到。',
  },
  reason_missing: { en: 'Say what is wrong.', ru: 'Напишите, что неверно.', zh: '请说明理由。' },
})

export type PlainMove = Exclude<Move, 'offer'>

export interface MoveFormProps {
  readonly move: PlainMove
  readonly detail: OwnPaymentDetail
  readonly dispute: DisputeView
  readonly onDone: () => void
}

/** What it means in words and money, what has to be told with it, and one button. */
export function MoveForm({ move, detail, dispute, onDone }: MoveFormProps) {
  const t = useWords(formWords)
  const say = useWords(moveWords)
  const done = useWords(doneWords)
  const means = useWords(meansWords)
  const takeIn = useTakeIn()
  const [key] = useState(() => crypto.randomUUID())
  const form = useForm({
    keep: `${move}.${dispute.id}`,
    initial: { carrier: '', tracking: '', reason: '' },
    check: ({ reason }) => ({
      reason: move === 'appeal' && reason.trim() === '' ? t('reason_missing') : undefined,
    }),
    submit: (values) => makeMove(move, { id: dispute.id, key, values }),
    done: (answer) => {
      toast(done(move))
      takeIn(answer)
      onDone()
    },
  })
  return (
    <Form form={form}>
      <p>{means(meaningOf(move, { dispute, role: detail.role }))}</p>
      <MoveMoney move={move} detail={detail} dispute={dispute} />
      {move === 'return_shipped' && (
        <>
          <TextInput label={t('carrier')} maxLength={100} {...form.text('carrier')} />
          <TextInput
            label={t('tracking')}
            hint={t('tracking_hint')}
            maxLength={100}
            autoCapitalize="characters"
            {...form.text('tracking')}
          />
        </>
      )}
      {move === 'appeal' && (
        <TextArea
          label={t('reason')}
          hint={t('reason_hint')}
          rows={4}
          maxLength={1000}
          {...form.text('reason')}
        />
      )}
      <Button type="submit" wide kind={move === 'withdraw' ? 'danger' : 'primary'} busy={form.busy}>
        {say(move)}
      </Button>
    </Form>
  )
}

interface Seen {
  readonly dispute: DisputeView
  readonly role: Side
}

function meaningOf(move: PlainMove, { dispute, role }: Seen) {
  if (move === 'accept') {
    return theirOffer(dispute, role)?.with_return === true ? 'accept_return' : 'accept'
  }
  if (dispute.kind === 'claim' && (move === 'withdraw' || move === 'return_shipped')) {
    return `${move}_claim` as const
  }
  return move
}

/** Where the move ends in an amount, what both sides have of it. */
function MoveMoney({ move, detail, dispute }: Omit<MoveFormProps, 'onDone'>) {
  const { role, payment } = detail
  const back =
    move === 'accept'
      ? theirOffer(dispute, role)?.amount
      : move === 'return_received'
        ? dispute.agreed?.amount
        : undefined
  if (back === undefined) return null
  return <Consequence paymentId={payment.id} role={role} back={back} />
}

interface Made {
  readonly id: string
  readonly key: string
  readonly values: Readonly<Record<'carrier' | 'tracking' | 'reason', string>>
}

function makeMove(move: PlainMove, { id, key, values }: Made): Promise<OwnPaymentDetail> {
  const params = { id }
  const [carrier, tracking] = [values.carrier.trim(), values.tracking.trim()]
  switch (move) {
    case 'accept':
      return api.call('acceptOffer', { params, body: { key } })
    case 'withdraw':
      return api.call('withdrawDispute', { params, body: { key } })
    case 'escalate':
      return api.call('escalateDispute', { params, body: { key } })
    case 'return_received':
      return api.call('confirmReturnReceived', { params, body: { key } })
    case 'appeal':
      return api.call('appealDecision', { params, body: { key, reason: values.reason.trim() } })
    case 'return_shipped':
      return api.call('reportReturnShipped', {
        params,
        body: {
          key,
          ...(carrier === '' ? {} : { carrier }),
          ...(tracking === '' ? {} : { tracking }),
        },
      })
  }
}
