import type { ApiKeyView } from '@danbao/contracts/console'
import {
  Badge,
  Button,
  Card,
  type Column,
  EmptyState,
  Loaded,
  RefusalNote,
  SkeletonLines,
  Table,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { keysQuery, useRefreshMarketplace } from './queries.ts'
import { ShownOnce } from './shown-once.tsx'

const keyWords = words({
  title: { en: 'Keys', ru: 'Ключи', zh: '密钥' },
  text: {
    en: 'With a key the marketplace’s own program speaks to the interface. Give each program its own, so that one can be revoked alone.',
    ru: 'С ключом программа маркетплейса обращается к интерфейсу. Дайте каждой программе свой ключ, чтобы отозвать его отдельно.',
    zh: '商城程序通过密钥访问接口。请为每个程序分配独立密钥，以便单独撤销。',
  },
  create: { en: 'Make a key', ru: 'Создать ключ', zh: '创建密钥' },
  made: { en: 'The new key', ru: 'Новый ключ', zh: '新密钥' },
  made_text: {
    en: 'It is shown this once. Put it where your program keeps its secrets, and nowhere else.',
    ru: 'Он показан единственный раз. Сохраните его там, где программа хранит секреты, и больше нигде.',
    zh: '密钥仅显示这一次。请将其存放在程序的机密配置中，切勿存放在其他地方。',
  },
  caption: { en: 'Keys of the marketplace', ru: 'Ключи маркетплейса', zh: '商城密钥' },
  key: { en: 'Ends with', ru: 'Окончание', zh: '末尾' },
  since: { en: 'Made', ru: 'Создан', zh: '创建时间' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  valid: { en: 'Valid', ru: 'Действует', zh: '有效' },
  revoked: { en: 'Revoked', ru: 'Отозван', zh: '已撤销' },
  revoke: { en: 'Revoke', ru: 'Отозвать', zh: '撤销' },
  action: { en: 'Action', ru: 'Действие', zh: '操作' },
  revoke_title: {
    en: 'Revoke the key …{hint}?',
    ru: 'Отозвать ключ …{hint}?',
    zh: '撤销密钥 …{hint}？',
  },
  revoke_means: {
    en: 'Programs that use it are refused within 5 seconds, for good. Payments that are under way go on.',
    ru: 'Программы с этим ключом получат отказ в течение 5 секунд, навсегда. Начатые платежи продолжатся.',
    zh: '使用该密钥的程序将在 5 秒内被永久拒绝。进行中的付款不受影响。',
  },
  revoked_done: { en: 'The key is revoked.', ru: 'Ключ отозван.', zh: '密钥已撤销。' },
  empty: { en: 'No keys yet', ru: 'Ключей пока нет', zh: '尚无密钥' },
  empty_text: {
    en: 'Make the first one to connect a shop.',
    ru: 'Создайте первый, чтобы подключить магазин.',
    zh: '创建第一个密钥以接入商店。',
  },
})

export function KeysTab({ id }: { readonly id: string }) {
  const t = useWords(keyWords)
  const query = useQuery(keysQuery(id))
  const [secret, setSecret] = useState<string>()
  const [revoking, setRevoking] = useState<ApiKeyView>()
  const refresh = useRefreshMarketplace(id)
  const make = useMutation({
    mutationFn: () => api.call('createMarketplaceKey', { params: { id } }),
    onSuccess: ({ key }) => {
      setSecret(key)
      refresh()
    },
  })
  const may = useMay()('marketplace.manage')
  return (
    <Card
      title={t('title')}
      action={
        may && (
          <Button dense icon={KeyRound} busy={make.isPending} onClick={() => make.mutate()}>
            {t('create')}
          </Button>
        )
      }
    >
      <p className="mb-4 max-w-3xl text-ink-soft">{t('text')}</p>
      <RefusalNote error={make.error} />
      <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
        {({ data }) => <KeyTable keys={data} onRevoke={may ? setRevoking : undefined} />}
      </Loaded>
      <ShownOnce title={t('made')} secret={secret} onClose={() => setSecret(undefined)}>
        {t('made_text')}
      </ShownOnce>
      <ConfirmDialog
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={t('revoke_title', { hint: revoking?.hint ?? '' })}
        consequence={t('revoke_means')}
        verb={t('revoke')}
        done={t('revoked_done')}
        submit={() => api.call('revokeMarketplaceKey', { params: { id, key: revoking?.id ?? '' } })}
        onDone={refresh}
      />
    </Card>
  )
}

interface KeyTableProps {
  readonly keys: readonly ApiKeyView[]
  readonly onRevoke: ((key: ApiKeyView) => void) | undefined
}

function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const t = useWords(keyWords)
  const columns: readonly Column<ApiKeyView>[] = [
    { key: 'key', title: t('key'), cell: ({ hint }) => <code>…{hint}</code> },
    { key: 'since', title: t('since'), cell: ({ created_at: at }) => <Time at={at} /> },
    {
      key: 'state',
      title: t('state'),
      cell: ({ revoked_at: at }) =>
        at === null ? (
          <Badge kind="success">{t('valid')}</Badge>
        ) : (
          <span className="inline-flex flex-wrap items-center gap-2">
            <Badge>{t('revoked')}</Badge> <Time at={at} />
          </span>
        ),
    },
  ]
  const action: Column<ApiKeyView> = {
    key: 'action',
    title: t('action'),
    cell: (key) =>
      key.revoked_at === null && (
        <Button kind="secondary" dense onClick={() => onRevoke?.(key)}>
          {t('revoke')}
        </Button>
      ),
  }
  return (
    <Table
      caption={t('caption')}
      columns={onRevoke === undefined ? columns : [...columns, action]}
      rows={keys}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={KeyRound} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    />
  )
}
