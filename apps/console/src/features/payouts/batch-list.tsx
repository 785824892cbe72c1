import type { PayoutBatchLine } from '@danbao/contracts/console'
import {
  Button,
  type Column,
  Loaded,
  Money,
  RefusalNote,
  SkeletonLines,
  Table,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { api } from '../../api.ts'
import { queueQuery } from './queries.ts'

const batchWords = words({
  number: { en: 'File', ru: 'Файл', zh: '文件' },
  amount: { en: 'Amount', ru: 'Сумма', zh: '金额' },
  became: { en: 'What became of it', ru: 'Что получилось', zh: '结果' },
  counts: {
    en: '{paid} of {count} paid',
    ru: 'исполнено {paid} из {count}',
    zh: '已付 {paid} / {count}',
  },
  returned: { en: '{count} came back', ru: 'вернулось {count}', zh: '退回 {count}' },
  at: { en: 'Made', ru: 'Создан', zh: '生成时间' },
  download: { en: 'Download', ru: 'Скачать', zh: '下载' },
  none: { en: 'No file was made yet.', ru: 'Файлов ещё не было.', zh: '还没有文件。' },
})

/** The files that went to the bank, the newest first. */
export function BatchList() {
  const t = useWords(batchWords)
  const columns: readonly Column<PayoutBatchLine>[] = [
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      key: 'became',
      title: t('became'),
      cell: ({ paid, count, returned }) => (
        <>
          {t('counts', { paid, count })}
          {returned > 0 && (
            <span className="block text-small text-danger">
              {t('returned', { count: returned })}
            </span>
          )}
        </>
      ),
    },
    { key: 'at', title: t('at'), cell: ({ created_at: at }) => <Time at={at} /> },
    { key: 'download', title: t('download'), cell: ({ id }) => <Get id={id} /> },
  ]
  return (
    <Loaded query={useQuery(queueQuery)} skeleton={<SkeletonLines lines={3} />}>
      {({ batches }) => (
        <Table
          caption={t('number')}
          columns={columns}
          rows={batches}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{t('none')}</p>}
        />
      )}
    </Loaded>
  )
}

function Get({ id }: { readonly id: string }) {
  const t = useWords(batchWords)
  const get = useMutation({
    mutationFn: () => api.call('getPayoutFile', { params: { id } }),
    onSuccess: ({ name, text }) => save(name, text),
  })
  return (
    <>
      <Button
        kind="secondary"
        dense
        icon={Download}
        busy={get.isPending}
        onClick={() => get.mutate()}
      >
        {t('download')}
      </Button>
      <RefusalNote error={get.error} />
    </>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/xml' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
