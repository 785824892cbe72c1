import type { WalletTopUp } from '@danbao/contracts/wallet'
import { Button, RefusalNote, Sheet, toast, useWords, words } from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { commandKey } from '../payments/command-key.ts'
import { keepTopUp } from './queries.ts'

const cancelWords = words({
  cancel: { en: 'Cancel this top-up', ru: 'Отменить пополнение', zh: '取消此充值' },
  title: { en: 'Cancel this top-up?', ru: 'Отменить пополнение?', zh: '取消此充值？' },
  text: {
    en: 'Do this only if you have not sent the money. What comes all the same waits for our staff.',
    ru: 'Отменяйте, только если деньги ещё не отправлены. Те, что всё же придут, будут ждать сотрудников.',
    zh: '仅在尚未汇款时取消。之后到达的款项将由工作人员处理。',
  },
  done: { en: 'The top-up is cancelled.', ru: 'Пополнение отменено.', zh: '充值已取消。' },
})

export function CancelTopUp({ topUp: { id } }: { readonly topUp: WalletTopUp }) {
  const t = useWords(cancelWords)
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const cancel = useMutation({
    mutationFn: () =>
      api.call('cancelOwnTopUp', {
        params: { id },
        body: { key: commandKey(`cancel_top_up.${id}`) },
      }),
    onSuccess: (topUp) => {
      setOpen(false)
      keepTopUp(client, topUp)
      toast(t('done'))
    },
  })
  return (
    <>
      <Button kind="quiet" wide onClick={() => setOpen(true)}>
        {t('cancel')}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('title')} busy={cancel.isPending}>
        <div className="flex flex-col gap-4">
          <p>{t('text')}</p>
          <RefusalNote error={cancel.error} />
          <Button kind="danger" wide busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('cancel')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
