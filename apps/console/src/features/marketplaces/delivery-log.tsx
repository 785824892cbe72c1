import type { DeliveryView, WebhookEndpointView } from '@danbao/contracts'
import {
  Button,
  Card,
  type Column,
  EmptyState,
  RefusalNote,
  SkeletonLines,
  Table,
  TextLink,
  Time,
  toast,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { RotateCcw, Send } from 'lucide-react'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { PagedList } from '../common/paged-list.tsx'
import { Attempts } from './attempts.tsx'
import { DeliveryState } from './endpoint-state.tsx'
import { EventName } from './event-name.tsx'
import { deliveriesQuery, useRefreshMarketplace } from './queries.ts'
import { ReplayButton } from './replay-button.tsx'

const logWords = words({
  title: { en: 'What was sent', ru: 'Отправленное', zh: '发送记录' },
  caption: { en: 'Deliveries', ru: 'Отправки', zh: '发送列表' },
  event: { en: 'Event', ru: 'Событие', zh: '事件' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  attempts: { en: 'Attempts', ru: 'Попытки', zh: '尝试' },
  next: { en: 'Next', ru: 'Следующая', zh: '下次' },
  action: { en: 'Action', ru: 'Действие', zh: '操作' },
  all: { en: 'Send all failed again', ru: 'Отправить всё неудачное ещё раз', zh: '重发所有失败项' },
  done: {
    en: '{count, plural, =0 {Nothing had failed.} one {# event is sent again.} other {# events are sent again.}}',
    ru: '{count, plural, =0 {Неудачных не было.} one {# событие отправится ещё раз.} few {# события отправятся ещё раз.} many {# событий отправятся ещё раз.} other {# события отправятся ещё раз.}}',
    zh: '{count, plural, =0 {没有失败项。} other {正在重发 # 个事件。}}',
  },
  empty: { en: 'Nothing was sent yet', ru: 'Пока ничего не отправлено', zh: '尚未发送任何内容' },
  empty_text: {
    en: 'The next event that this address wants will stand here. Older ones can be sent from the list of events.',
    ru: 'Здесь появится следующее подходящее событие. Прежние можно отправить из списка событий.',
    zh: '下一个符合条件的事件会显示在这里。更早的事件可从事件列表发送。',
  },
})

export interface DeliveryLogProps {
  readonly id: string
  readonly endpoint: WebhookEndpointView
}

/** Everything that was and will be sent to an address, newest first. */
export function DeliveryLog({ id, endpoint }: DeliveryLogProps) {
  const t = useWords(logWords)
  const query = useInfiniteQuery(deliveriesQuery(id, endpoint.id))
  const refresh = useRefreshMarketplace(id)
  const replay = useMutation({
    mutationFn: () => api.call('replayFailedDeliveries', { params: { id, endpoint: endpoint.id } }),
    onSuccess: ({ replayed }) => {
      toast(t('done', { count: replayed }))
      refresh()
    },
  })
  const may = useMay()('marketplace.manage')
  return (
    <Card title={t('title')}>
      {may && (
        <div className="mb-3">
          <Button
            kind="secondary"
            dense
            icon={RotateCcw}
            busy={replay.isPending}
            onClick={() => replay.mutate()}
          >
            {t('all')}
          </Button>
        </div>
      )}
      <RefusalNote error={replay.error} />
      <PagedList query={query} skeleton={<SkeletonLines lines={5} />}>
        {(deliveries) => <Deliveries id={id} endpoint={endpoint} deliveries={deliveries} />}
      </PagedList>
    </Card>
  )
}

interface DeliveriesProps extends DeliveryLogProps {
  readonly deliveries: readonly DeliveryView[]
}

function Deliveries({ id, endpoint, deliveries }: DeliveriesProps) {
  const t = useWords(logWords)
  const columns: readonly Column<DeliveryView>[] = [
    {
      key: 'event',
      title: t('event'),
      cell: ({ event, event_type: type }) => (
        <TextLink href={`/marketplaces/${id}/events/${event}`}>
          <EventName type={type} />
        </TextLink>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (delivery) => (
        <span className="flex flex-col items-start gap-1">
          <DeliveryState delivery={delivery} />
          {delivery.next_attempt_at !== null && delivery.attempts.length > 0 && (
            <span className="text-ink-soft">
              {t('next')}: <Time at={delivery.next_attempt_at} />
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'attempts',
      title: t('attempts'),
      cell: ({ attempts }) => <Attempts attempts={attempts} />,
    },
    {
      key: 'action',
      title: t('action'),
      cell: ({ event }) => <ReplayButton id={id} endpoint={endpoint.id} event={event} />,
    },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={deliveries}
      rowKey={({ event }) => event}
      empty={
        <EmptyState icon={Send} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    />
  )
}
