import { Button, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { useRefreshMarketplace } from './queries.ts'

const replayWords = words({
  send: { en: 'Send again', ru: 'Отправить ещё раз', zh: '重新发送' },
  first: { en: 'Send', ru: 'Отправить', zh: '发送' },
  done: { en: 'It is being sent.', ru: 'Отправляется.', zh: '正在发送。' },
})

export interface ReplayButtonProps {
  readonly id: string
  readonly endpoint: string
  readonly event: string
  /** It was never sent there. */
  readonly first?: boolean
}

/** Sends one event to one address, as often as somebody wants; for those who may. */
export function ReplayButton({ id, endpoint, event, first = false }: ReplayButtonProps) {
  const t = useWords(replayWords)
  const may = useMay()('marketplace.manage')
  const refresh = useRefreshMarketplace(id)
  const replay = useMutation({
    mutationFn: () => api.call('replayMarketplaceDelivery', { params: { id, endpoint, event } }),
    onSuccess: () => {
      toast(t('done'))
      refresh()
    },
  })
  if (!may) return null
  return (
    <>
      <RefusalNote error={replay.error} />
      <Button kind="secondary" dense busy={replay.isPending} onClick={() => replay.mutate()}>
        {t(first ? 'first' : 'send')}
      </Button>
    </>
  )
}
