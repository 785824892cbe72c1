import type { PayoutQueue as Queue } from '@danbao/contracts/console'
import {
  Button,
  type Column,
  Loaded,
  Money,
  RefusalNote,
  SkeletonLines,
  Table,
  Time,
  toast,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../api.ts'
import { payoutStateWords } from './payout-words.ts'
import { queueQuery, reloadPayouts } from './queries.ts'

const queueWords = words({
  currency: { en: 'Currency', ru: 'Валюта', zh: '币种' },
  oldest: { en: 'Oldest', ru: 'Самый старый', zh: '最早' },
  send: { en: 'Make a file', ru: 'Создать файл', zh: '生成文件' },
  sent: {
    en: 'The file is made and laid out for the bank.',
    ru: 'Файл создан и лежит для банка.',
    zh: '文件已生成，等待银行提取。',
  },
  not_offered: {
    en: 'No bank account of ours in this currency',
    ru: 'Нет нашего счёта в этой валюте',
    zh: '没有该币种的本方银行账户',
  },
  nothing: { en: 'Nothing is on its way.', ru: 'В пути ничего нет.', zh: '没有处理中的提现。' },
  count: {
    en: '{count, plural, one {# payout} other {# payouts}}',
    ru: '{count, plural, one {# вывод} few {# вывода} many {# выводов} other {# вывода}}',
    zh: '{count} 笔提现',
  },
})

type Line = Queue['lines'][number]

/** What is on its way by currency, and the button that hands it to the bank. */
export function PayoutQueue() {
  const t = useWords(queueWords)
  const state = useWords(payoutStateWords)
  const part = (key: 'review' | 'queued' | 'sent'): Column<Line> => ({
    key,
    title: state(key),
    align: 'end',
    cell: (line) => <Part part={line[key]} />,
  })
  const columns: readonly Column<Line>[] = [
    { key: 'currency', title: t('currency'), cell: ({ currency }) => currency },
    ...(['review', 'queued', 'sent'] as const).map(part),
    { key: 'oldest', title: t('oldest'), cell: ({ oldest }) => <Time at={oldest} /> },
    { key: 'send', title: t('send'), cell: (line) => <Send line={line} /> },
  ]
  return (
    <Loaded query={useQuery(queueQuery)} skeleton={<SkeletonLines lines={3} />}>
      {({ lines }) => (
        <Table
          caption={t('send')}
          columns={columns}
          rows={lines}
          rowKey={({ currency }) => currency}
          empty={<p className="text-ink-soft">{t('nothing')}</p>}
        />
      )}
    </Loaded>
  )
}

function Part({ part: { count, amount } }: { readonly part: Line['queued'] }) {
  const t = useWords(queueWords)
  if (count === 0) return '—'
  return (
    <>
      <Money amount={amount} />
      <span className="block text-small text-ink-soft">{t('count', { count })}</span>
    </>
  )
}

function Send({ line: { currency, queued, offered } }: { readonly line: Line }) {
  const t = useWords(queueWords)
  const client = useQueryClient()
  // Pressed again before the answer came, it is the same file.
  const key = useRef<string>(undefined)
  const send = useMutation({
    mutationFn: () => {
      key.current ??= crypto.randomUUID()
      return api.call('sendPayouts', { body: { key: key.current, currency } })
    },
    onSuccess: (queue) => {
      key.current = undefined
      client.setQueryData(queueQuery.queryKey, queue)
      reloadPayouts(client)
      toast(t('sent'))
    },
  })
  if (!offered) return <span className="text-small text-ink-soft">{t('not_offered')}</span>
  if (queued.count === 0) return '—'
  return (
    <>
      <Button dense busy={send.isPending} onClick={() => send.mutate()}>
        {t('send')}
      </Button>
      <RefusalNote error={send.error} />
    </>
  )
}
