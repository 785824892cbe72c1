import { Button, RefusalNote, Sheet, toast, useTime, useWords, words } from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey } from './command-key.ts'
import type { ActionSheetProps } from './action-sheet.ts'
import { keepPayment } from './queries.ts'

const extendWords = words({
  title: { en: 'Ten more days?', ru: 'Ещё десять дней?', zh: '延长十天？' },
  text: {
    en: 'You get until {when} to confirm, once. The seller is paid that much later.',
    ru: 'Новый срок подтверждения: {when}. Продлить можно один раз; продавец получит деньги настолько же позже.',
    zh: '确认期限将延至 {when}，仅可延长一次，卖家也相应更晚收到款项。',
  },
  action: { en: 'Extend', ru: 'Продлить', zh: '延长' },
  done: {
    en: 'You have ten more days.',
    ru: 'Срок продлён на десять дней.',
    zh: '期限已延长十天。',
  },
})

const TEN_DAYS_MS = 10 * 86_400_000

/** Once, ten days more to confirm. */
export function ExtendSheet({ own: { payment }, open, onClose }: ActionSheetProps) {
  const t = useWords(extendWords)
  const { moment } = useTime()
  const client = useQueryClient()
  const extend = useMutation({
    mutationFn: () => {
      const body = { key: commandKey(`extend.${payment.id}`) }
      return api.call('extendPayment', { params: { id: payment.id }, body })
    },
    onSuccess: (after) => {
      onClose()
      keepPayment(client, after)
      toast(t('done'))
    },
  })
  if (payment.due === null) return null
  const until = new Date(Date.parse(payment.due.at) + TEN_DAYS_MS).toISOString()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('title')}
      busy={extend.isPending}
      actions={
        <Button busy={extend.isPending} onClick={() => extend.mutate()}>
          {t('action')}
        </Button>
      }
    >
      <RefusalNote error={extend.error} />
      <p>{t('text', { when: moment(until) })}</p>
    </Sheet>
  )
}
