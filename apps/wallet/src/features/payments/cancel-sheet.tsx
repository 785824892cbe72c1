import {
  Button,
  Form,
  Sheet,
  TextArea,
  toast,
  useForm,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey } from './command-key.ts'
import type { ActionSheetProps } from './action-sheet.ts'
import { keepPayment } from './queries.ts'

const cancelWords = words({
  title: { en: 'Cancel this payment?', ru: 'Отменить платёж?', zh: '取消此付款？' },
  buyer: {
    en: '{amount} comes back to your wallet at once.',
    ru: '{amount} сразу вернётся в ваш кошелёк.',
    zh: '{amount} 将立即退回您的钱包。',
  },
  seller: {
    en: '{amount} goes back to the buyer at once. Do not ship any more.',
    ru: '{amount} сразу вернётся покупателю. Товар больше не отправляйте.',
    zh: '{amount} 将立即退回买家。请勿再发货。',
  },
  unpaid: {
    en: 'Nobody has paid yet, so no money moves.',
    ru: 'Оплаты ещё не было, деньги не движутся.',
    zh: '尚未付款，不涉及资金变动。',
  },
  reason: { en: 'Why? (optional)', ru: 'Почему? (необязательно)', zh: '原因（选填）' },
  action: { en: 'Cancel the payment', ru: 'Отменить платёж', zh: '取消付款' },
  done: { en: 'The payment is cancelled.', ru: 'Платёж отменён.', zh: '付款已取消。' },
})

/** Before anything is shipped: all of it goes back. */
export function CancelSheet({ own, open, onClose }: ActionSheetProps) {
  const t = useWords(cancelWords)
  const money = useMoney()
  const client = useQueryClient()
  const { payment, role } = own
  const form = useForm({
    initial: { reason: '' },
    keep: `cancel.${payment.id}`,
    submit: ({ reason }) => {
      const said = reason.trim() === '' ? {} : { reason }
      const body = { key: commandKey(`cancel.${payment.id}`, said), ...said }
      return api.call('cancelPayment', { params: { id: payment.id }, body })
    },
    done: (after) => {
      onClose()
      keepPayment(client, after)
      toast(t('done'))
    },
  })
  const held = payment.in_escrow
  return (
    <Sheet open={open} onClose={onClose} title={t('title')} busy={form.busy}>
      <Form form={form} label={t('title')}>
        <p>{held.value === '0' ? t('unpaid') : t(role, { amount: money(held) })}</p>
        <TextArea {...form.text('reason')} label={t('reason')} />
        <Button type="submit" kind="danger" wide busy={form.busy}>
          {t('action')}
        </Button>
      </Form>
    </Sheet>
  )
}
