import { Button, Form, Sheet, TextInput, toast, useForm, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey } from './command-key.ts'
import type { ActionSheetProps } from './action-sheet.ts'
import { keepPayment } from './queries.ts'

const shipWords = words({
  title: { en: 'It is on its way', ru: 'Товар отправлен', zh: '已发货' },
  text: {
    en: 'The money is held for you. Carrier and tracking number help you if the buyer says that nothing came.',
    ru: 'Деньги удержаны для вас. Перевозчик и трек-номер помогут, если покупатель скажет, что ничего не пришло.',
    zh: '资金已为您担保。如买家称未收到货，承运商和运单号可作凭证。',
  },
  carrier: { en: 'Carrier', ru: 'Перевозчик', zh: '承运商' },
  tracking: { en: 'Tracking number', ru: 'Трек-номер', zh: '运单号' },
  optional: { en: 'Optional, but wise', ru: 'Необязательно, но полезно', zh: '选填，建议填写' },
  action: { en: 'Tell the buyer', ru: 'Сообщить покупателю', zh: '通知买家' },
  done: { en: 'The buyer knows.', ru: 'Покупатель уведомлён.', zh: '已通知买家。' },
})

/** The seller tells that the goods are on their way. */
export function ShipSheet({ own: { payment }, open, onClose }: ActionSheetProps) {
  const t = useWords(shipWords)
  const client = useQueryClient()
  const form = useForm({
    initial: { carrier: '', tracking: '' },
    keep: `ship.${payment.id}`,
    submit: (values) => {
      const [carrier, tracking] = [values.carrier.trim(), values.tracking.trim()]
      const parcel = {
        ...(carrier === '' ? {} : { carrier }),
        ...(tracking === '' ? {} : { tracking }),
      }
      const body = { key: commandKey(`ship.${payment.id}`, parcel), ...parcel }
      return api.call('shipPayment', { params: { id: payment.id }, body })
    },
    done: (after) => {
      onClose()
      keepPayment(client, after)
      toast(t('done'))
    },
  })
  return (
    <Sheet open={open} onClose={onClose} title={t('title')} busy={form.busy}>
      <Form form={form} label={t('title')}>
        <p>{t('text')}</p>
        <TextInput {...form.text('carrier')} label={t('carrier')} hint={t('optional')} />
        <TextInput {...form.text('tracking')} label={t('tracking')} />
        <Button type="submit" wide busy={form.busy}>
          {t('action')}
        </Button>
      </Form>
    </Sheet>
  )
}
