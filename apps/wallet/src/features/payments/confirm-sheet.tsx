import type { Authorisation } from '@danbao/contracts/wallet'
import { Sheet, toast, useMoney, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Authorise } from './authorise.tsx'
import { commandKey } from './command-key.ts'
import type { ActionSheetProps } from './action-sheet.ts'
import { keepPayment } from './queries.ts'

const confirmWords = words({
  title: { en: 'Pay the seller?', ru: 'Выплатить продавцу?', zh: '放款给卖家？' },
  text: {
    en: 'The held {amount} goes to the seller at once. You can not take it back yourself. Confirm only when you have the goods and have looked at them.',
    ru: 'Удержанные {amount} сразу уйдут продавцу. Сами вы их вернуть не сможете. Подтверждайте, только когда получили товар и проверили его.',
    zh: '担保中的 {amount} 将立即放款给卖家，您无法自行撤回。请在收到并检查商品后再确认。',
  },
  action: {
    en: 'Pay the seller {amount}',
    ru: 'Выплатить продавцу {amount}',
    zh: '放款给卖家 {amount}',
  },
  done: {
    en: 'The seller is paid. Thank you.',
    ru: 'Деньги выплачены продавцу. Спасибо!',
    zh: '已放款给卖家，谢谢。',
  },
})

/** The seller is paid: authorised like a payment, because it can not be taken back. */
export function ConfirmSheet({ own, open, onClose }: ActionSheetProps) {
  const t = useWords(confirmWords)
  const money = useMoney()
  const client = useQueryClient()
  const { id, in_escrow: held } = own.payment
  const params = { id }
  const submit = async (authorisation: Authorisation): Promise<void> => {
    const body = { key: commandKey(`confirm.${id}`), authorisation }
    const after = await api.call('confirmPayment', { params, body })
    onClose()
    keepPayment(client, after)
    toast(t('done'))
  }
  return (
    <Sheet open={open} onClose={onClose} title={t('title')}>
      <p className="mb-4">{t('text', { amount: money(held) })}</p>
      <Authorise
        action={t('action', { amount: money(held) })}
        begin={() => api.call('beginConfirmPasskey', { params })}
        submit={submit}
      />
    </Sheet>
  )
}
