import {
  MOST_ASK_MESSAGE_CHARACTERS,
  MOST_ASK_NAME_CHARACTERS,
  type WalletCheckout,
} from '@danbao/contracts/wallet'
import { Button, Form, Sheet, TextArea, TextInput, useForm, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { meQuery } from '../../queries.ts'
import { type AskLink, ReadyLink } from './ready-link.tsx'

const askWords = words({
  open: {
    en: 'Ask a friend to pay',
    ru: 'Попросить друга заплатить',
    zh: '请朋友代付',
  },
  means: {
    en: 'Whoever pays is the buyer: the money leaves their wallet and comes back there if it is refunded, and they confirm that everything arrived.',
    ru: 'Кто платит, тот и покупатель: деньги уйдут из его кошелька и при возврате придут туда же, и получение подтверждает он.',
    zh: '付款人即为买家：款项从其钱包支付，如有退款也退回其钱包，并由其确认收货。',
  },
  name: { en: 'Your name', ru: 'Ваше имя', zh: '您的姓名' },
  name_missing: {
    en: 'Say who asks.',
    ru: 'Напишите, кто просит.',
    zh: '请填写是谁在请求。',
  },
  message: {
    en: 'A few words (optional)',
    ru: 'Несколько слов (необязательно)',
    zh: '留言（选填）',
  },
  make: { en: 'Make the link', ru: 'Создать ссылку', zh: '生成链接' },
})

export interface AskFriendProps {
  readonly checkout: WalletCheckout
  /** A link was made. */
  readonly onAsked: () => void
}

/** A way for who can not or does not want to pay this: a link for somebody who does. */
export function AskFriend({ checkout, onAsked }: AskFriendProps) {
  const t = useWords(askWords)
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<AskLink>()
  const keep = (link: AskLink): void => {
    setMade(link)
    onAsked()
  }
  const close = (): void => {
    setOpen(false)
    setMade(undefined)
  }
  return (
    <>
      <Button kind="secondary" wide icon={HandHeart} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Sheet open={open} onClose={close} title={t('open')}>
        {made === undefined ? (
          <AskForm id={checkout.id} onMade={keep} />
        ) : (
          <ReadyLink checkout={checkout} made={made} />
        )}
      </Sheet>
    </>
  )
}

function AskForm(props: { readonly id: string; readonly onMade: (made: AskLink) => void }) {
  const { id, onMade } = props
  const t = useWords(askWords)
  const me = useQuery(meQuery).data
  const form = useForm({
    initial: { name: me?.state === 'signed_in' ? me.person.name : '', message: '' },
    keep: `ask.${id}`,
    check: ({ name }) => (name.trim() === '' ? { name: t('name_missing') } : {}),
    submit: ({ name, message }) => {
      const body = { name, message: message.trim() === '' ? null : message }
      return api.call('askFriend', { params: { id }, body })
    },
    done: ({ url }, { name }) => onMade({ url, name }),
  })
  return (
    <Form form={form} label={t('open')}>
      <p>{t('means')}</p>
      <TextInput
        {...form.text('name')}
        label={t('name')}
        autoComplete="name"
        maxLength={MOST_ASK_NAME_CHARACTERS}
      />
      <TextArea
        {...form.text('message')}
        label={t('message')}
        rows={2}
        maxLength={MOST_ASK_MESSAGE_CHARACTERS}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('make')}
      </Button>
    </Form>
  )
}
