import type { TopUpInstructions, WalletTopUp } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  countryName,
  Facts,
  Form,
  Money,
  TextInput,
  toast,
  useForm,
  useLocale,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey } from '../payments/command-key.ts'
import { keepTopUp } from './queries.ts'

const transferWords = words({
  send: { en: '1. Send the money', ru: '1. Отправьте деньги', zh: '1. 汇款' },
  send_text: {
    en: 'At any Western Union office or in its app, for cash pick-up. Its fee is on top.',
    ru: 'В любом пункте Western Union или в приложении, с получением наличными. Комиссия — сверху.',
    zh: '在任何西联网点或应用中汇款，收款方式选现金领取。手续费另付。',
  },
  receiver: { en: 'Receiver', ru: 'Получатель', zh: '收款人' },
  place: { en: 'Where', ru: 'Где', zh: '地点' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  tell: { en: '2. Tell us its number', ru: '2. Сообщите номер перевода', zh: '2. 填写汇款号码' },
  tell_text: {
    en: 'The MTCN is the ten digits on the receipt. Tell it to nobody else: whoever knows it can try to collect the money.',
    ru: 'MTCN — десять цифр на квитанции. Никому больше его не сообщайте: кто его знает, может попытаться забрать деньги.',
    zh: 'MTCN 是收据上的十位数字。请勿告诉他人：知道它的人可能会试图领取款项。',
  },
  mtcn: { en: 'MTCN', ru: 'MTCN', zh: 'MTCN' },
  sender: { en: 'Name of the sender', ru: 'Имя отправителя', zh: '汇款人姓名' },
  sender_hint: {
    en: 'As on the receipt.',
    ru: 'Как в квитанции.',
    zh: '与收据一致。',
  },
  go: { en: 'Tell it', ru: 'Сообщить', zh: '提交' },
  mtcn_wrong: {
    en: 'The MTCN has ten digits.',
    ru: 'В MTCN десять цифр.',
    zh: 'MTCN 为十位数字。',
  },
  sender_missing: {
    en: 'Write the name of the sender.',
    ru: 'Укажите имя отправителя.',
    zh: '请填写汇款人姓名。',
  },
  told: {
    en: 'We know your transfer •••• {last4}',
    ru: 'Мы знаем о переводе •••• {last4}',
    zh: '我们已收到汇款号码 •••• {last4}',
  },
  told_text: {
    en: 'Sent by {sender}. It is in the wallet 1 or 2 working days after we have collected it.',
    ru: 'Отправитель: {sender}. Деньги придут в кошелёк через 1–2 рабочих дня после того, как мы их получим.',
    zh: '汇款人：{sender}。我们领取后 1 至 2 个工作日存入钱包。',
  },
  again: {
    en: 'A digit was wrong? Tell it again:',
    ru: 'Ошиблись в цифре? Сообщите ещё раз:',
    zh: '号码有误？请重新填写：',
  },
  done: {
    en: 'Thank you. We look for it now.',
    ru: 'Спасибо, ищем перевод.',
    zh: '谢谢，我们开始查收。',
  },
})

export interface ByWesternUnionProps {
  readonly topUp: WalletTopUp
  readonly instructions: Extract<TopUpInstructions, { kind: 'western_union' }>
}

export function ByWesternUnion({ topUp, instructions }: ByWesternUnionProps) {
  const t = useWords(transferWords)
  const locale = useLocale()
  const { receiver, city, country, told } = instructions
  return (
    <>
      {told !== null && (
        <Callout kind="success" title={t('told', { last4: told.last4 })}>
          {t('told_text', { sender: told.sender })}
        </Callout>
      )}
      {told === null && (
        <Card title={t('send')}>
          <p className="mb-2 text-ink-soft">{t('send_text')}</p>
          <Facts
            facts={[
              { name: t('receiver'), value: receiver },
              { name: t('place'), value: `${city}, ${countryName(country, locale)}` },
              { name: t('amount'), value: <Money amount={topUp.amount} size="large" /> },
            ]}
          />
        </Card>
      )}
      <Card title={told === null ? t('tell') : t('again')}>
        {told === null && <p className="mb-4 text-ink-soft">{t('tell_text')}</p>}
        <TellForm id={topUp.id} sender={told?.sender ?? ''} />
      </Card>
    </>
  )
}

interface TellFormProps {
  readonly id: string
  readonly sender: string
}

function TellForm({ id, sender }: TellFormProps) {
  const t = useWords(transferWords)
  const client = useQueryClient()
  const form = useForm({
    initial: { mtcn: '', sender },
    check: (values) => ({
      mtcn: /^(\D*\d){10}\D*$/.test(values.mtcn) ? undefined : t('mtcn_wrong'),
      sender: values.sender.trim() === '' ? t('sender_missing') : undefined,
    }),
    submit: (values) => {
      const told = { mtcn: values.mtcn.replaceAll(/\D/g, ''), sender: values.sender.trim() }
      const key = commandKey(`tell.${id}`, told)
      return api.call('tellTransfer', { params: { id }, body: { key, ...told } })
    },
    done: (topUp) => {
      keepTopUp(client, topUp)
      toast(t('done'))
    },
    at: { reference_in_use: 'mtcn' },
  })
  return (
    <Form form={form}>
      <TextInput
        {...form.text('mtcn')}
        label={t('mtcn')}
        inputMode="numeric"
        autoComplete="off"
        placeholder="123-456-7890"
        maxLength={14}
      />
      <TextInput
        {...form.text('sender')}
        label={t('sender')}
        hint={t('sender_hint')}
        autoComplete="off"
        maxLength={200}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('go')}
      </Button>
    </Form>
  )
}
