import {
  AmountSlider,
  Button,
  Form,
  readAmount,
  Sheet,
  TextArea,
  toast,
  typeAmount,
  useForm,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey, forgetCommandKey } from './command-key.ts'
import type { ActionSheetProps } from './action-sheet.ts'
import { keepPayment } from './queries.ts'

const refundWords = words({
  title: { en: 'Refund the buyer', ru: 'Возврат покупателю', zh: '退款给买家' },
  amount: { en: 'How much', ru: 'Сколько', zh: '金额' },
  all: {
    en: 'All of it goes back to the buyer at once, and the payment is closed.',
    ru: 'Вся сумма сразу вернётся покупателю, и платёж закроется.',
    zh: '全部金额将立即退回买家，此付款随即关闭。',
  },
  part: {
    en: '{amount} goes back to the buyer at once. {rest} stays held for you.',
    ru: '{amount} сразу вернётся покупателю. {rest} останется удержано для вас.',
    zh: '{amount} 将立即退回买家，{rest} 继续为您担保。',
  },
  wrong: {
    en: 'Enter an amount up to {most}.',
    ru: 'Укажите сумму не больше {most}.',
    zh: '请输入不超过 {most} 的金额。',
  },
  reason: {
    en: 'Why? The buyer reads it',
    ru: 'Почему? Покупатель это прочтёт',
    zh: '原因（买家可见）',
  },
  action: { en: 'Refund {amount}', ru: 'Возврат: {amount}', zh: '退款 {amount}' },
  done: {
    en: 'The refund is with the buyer.',
    ru: 'Возврат уже у покупателя.',
    zh: '退款已到买家账户。',
  },
})

/** The seller gives back a part, or all of what is held. */
export function RefundSheet({ own: { payment }, open, onClose }: ActionSheetProps) {
  const t = useWords(refundWords)
  const money = useMoney()
  const client = useQueryClient()
  const held = payment.in_escrow
  const name = `refund.${payment.id}`
  const wanted = (text: string) => {
    const amount = readAmount(text, held.currency)
    const value = BigInt(amount?.value ?? 0)
    return amount !== undefined && value > 0n && value <= BigInt(held.value) ? amount : undefined
  }
  const form = useForm({
    initial: { amount: typeAmount(held), reason: '' },
    check: ({ amount }) => ({
      amount: wanted(amount) === undefined ? t('wrong', { most: money(held) }) : undefined,
    }),
    submit: ({ amount, reason }) => {
      const refund = {
        amount: wanted(amount) ?? held,
        ...(reason.trim() === '' ? {} : { reason }),
      }
      const body = { key: commandKey(name, refund), ...refund }
      return api.call('refundPayment', { params: { id: payment.id }, body })
    },
    done: (after) => {
      forgetCommandKey(name)
      onClose()
      keepPayment(client, after)
      toast(t('done'))
    },
  })
  const amount = wanted(form.values.amount)
  const rest = BigInt(held.value) - BigInt(amount?.value ?? 0)
  return (
    <Sheet open={open} onClose={onClose} title={t('title')} busy={form.busy}>
      <Form form={form} label={t('title')}>
        <AmountSlider {...form.text('amount')} label={t('amount')} whole={held} />
        {amount !== undefined && (
          <p aria-live="polite">
            {rest === 0n
              ? t('all')
              : t('part', {
                  amount: money(amount),
                  rest: money({ ...held, value: rest.toString() }),
                })}
          </p>
        )}
        <TextArea {...form.text('reason')} label={t('reason')} />
        <Button type="submit" wide busy={form.busy}>
          {t('action', { amount: money(amount ?? held) })}
        </Button>
      </Form>
    </Sheet>
  )
}
