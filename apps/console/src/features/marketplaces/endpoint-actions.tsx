import type { WebhookEndpointView } from '@danbao/contracts'
import { Button, RefusalNote, toast, useGo, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { EndpointDialog } from './endpoint-dialog.tsx'
import { useRefreshMarketplace } from './queries.ts'
import { secretWords } from './secret-words.ts'
import { ShownOnce } from './shown-once.tsx'

const actionWords = words({
  change: { en: 'Change', ru: 'Изменить', zh: '修改' },
  on: { en: 'Switch on', ru: 'Включить', zh: '启用' },
  off: { en: 'Switch off', ru: 'Выключить', zh: '停用' },
  on_done: { en: 'The address is on.', ru: 'Адрес включён.', zh: '接收地址已启用。' },
  off_done: { en: 'The address is off.', ru: 'Адрес выключен.', zh: '接收地址已停用。' },
  rotate: { en: 'New secret', ru: 'Новый секрет', zh: '更换密钥' },
  remove: { en: 'Delete', ru: 'Удалить', zh: '删除' },
  remove_title: { en: 'Delete the address?', ru: 'Удалить адрес?', zh: '删除此接收地址？' },
  remove_means: {
    en: 'Nothing more is sent there, and the log of what was sent goes with it. The events themselves stay.',
    ru: 'Сообщения туда больше не уйдут, журнал отправок удалится вместе с адресом. Сами события останутся.',
    zh: '将不再向该地址发送消息，其发送日志也会一并删除。事件本身会保留。',
  },
  removed: { en: 'The address is deleted.', ru: 'Адрес удалён.', zh: '接收地址已删除。' },
  rotate_title: { en: 'Make a new secret?', ru: 'Создать новый секрет?', zh: '生成新密钥？' },
  rotate_means: {
    en: 'For a day both sign each message, so that the program can change over in peace. After that only the new one does.',
    ru: 'Сутки каждое сообщение подписано обоими, чтобы программа спокойно перешла. Затем останется только новый.',
    zh: '一天内新旧密钥同时签名，便于程序平稳切换。之后仅使用新密钥。',
  },
  rotated: { en: 'There is a new secret.', ru: 'Секрет заменён.', zh: '密钥已更换。' },
})

export interface EndpointActionsProps {
  readonly id: string
  readonly endpoint: WebhookEndpointView
}

/** What can be done with an address, for those who may. */
export function EndpointActions({ id, endpoint }: EndpointActionsProps) {
  const t = useWords(actionWords)
  const may = useMay()('marketplace.manage')
  const [asked, setAsked] = useState<'change' | 'rotate' | 'remove'>()
  const refresh = useRefreshMarketplace(id)
  const params = { id, endpoint: endpoint.id }
  const { enabled } = endpoint
  const turn = useMutation({
    mutationFn: () =>
      api.call('updateMarketplaceEndpoint', { params, body: { enabled: !enabled } }),
    onSuccess: () => {
      toast(t(enabled ? 'off_done' : 'on_done'))
      refresh()
    },
  })
  if (!may) return null
  const close = (): void => setAsked(undefined)
  return (
    <>
      <RefusalNote error={turn.error} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="secondary" dense onClick={() => setAsked('change')}>
          {t('change')}
        </Button>
        <Button kind="secondary" dense busy={turn.isPending} onClick={() => turn.mutate()}>
          {t(enabled ? 'off' : 'on')}
        </Button>
        <Button kind="secondary" dense onClick={() => setAsked('rotate')}>
          {t('rotate')}
        </Button>
        <Button kind="danger" dense onClick={() => setAsked('remove')}>
          {t('remove')}
        </Button>
      </div>
      <EndpointDialog
        id={id}
        endpoint={endpoint}
        open={asked === 'change'}
        onClose={close}
        onDone={() => undefined}
      />
      <RotateDialog id={id} endpoint={endpoint} open={asked === 'rotate'} onClose={close} />
      <RemoveDialog id={id} endpoint={endpoint} open={asked === 'remove'} onClose={close} />
    </>
  )
}

interface AskedProps extends EndpointActionsProps {
  readonly open: boolean
  readonly onClose: () => void
}

function RotateDialog({ id, endpoint, open, onClose }: AskedProps) {
  const t = useWords(actionWords)
  const say = useWords(secretWords)
  const [secret, setSecret] = useState<string>()
  return (
    <>
      <ConfirmDialog
        open={open}
        onClose={onClose}
        title={t('rotate_title')}
        consequence={t('rotate_means')}
        verb={t('rotate')}
        done={t('rotated')}
        submit={async () => {
          const params = { id, endpoint: endpoint.id }
          setSecret((await api.call('rotateMarketplaceSecret', { params })).secret)
        }}
        onDone={() => undefined}
      />
      <ShownOnce
        title={say('title')}
        secret={open ? undefined : secret}
        onClose={() => setSecret(undefined)}
      >
        {say('text')}
      </ShownOnce>
    </>
  )
}

function RemoveDialog({ id, endpoint, open, onClose }: AskedProps) {
  const t = useWords(actionWords)
  const go = useGo()
  const refresh = useRefreshMarketplace(id)
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('remove_title')}
      consequence={t('remove_means')}
      verb={t('remove')}
      done={t('removed')}
      submit={() =>
        api.call('deleteMarketplaceEndpoint', { params: { id, endpoint: endpoint.id } })
      }
      onDone={() => {
        go(`/marketplaces/${id}?tab=webhooks`, { replace: true })
        refresh()
      }}
    />
  )
}
