import type { WebhookEndpointView } from '@danbao/contracts'
import {
  Callout,
  Card,
  EmptyState,
  Facts,
  Loaded,
  Page,
  SkeletonCards,
  Time,
  usePathText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Webhook } from 'lucide-react'
import { Allowed } from '../common/allowed.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { EndpointActions } from './endpoint-actions.tsx'
import { EndpointState } from './endpoint-state.tsx'
import { EventName } from './event-name.tsx'
import { endpointsQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Webhook', ru: 'Вебхук', zh: '网络钩子' },
  address: { en: 'Address', ru: 'Адрес', zh: '地址' },
  missing: { en: 'There is no such address', ru: 'Такого адреса нет', zh: '没有此接收地址' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  failing: { en: 'Failing since', ru: 'Не отвечает с', zh: '失败开始于' },
  events: { en: 'Events', ru: 'События', zh: '事件' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  description: { en: 'What it is for', ru: 'Для чего', zh: '用途' },
  public_key: { en: 'Public key', ru: 'Открытый ключ', zh: '公钥' },
  since: { en: 'Made', ru: 'Создан', zh: '创建时间' },
  off: {
    en: 'We have switched it off',
    ru: 'Система выключила этот адрес',
    zh: '系统已停用此地址',
  },
  off_text: {
    en: 'It failed for days, or asked for no more. Repair it and switch it on again: it starts afresh. What it missed can be sent again below.',
    ru: 'Адрес не отвечал несколько дней или отказался от сообщений. Почините его и включите снова: счёт сбоев начнётся заново. Пропущенное можно отправить ещё раз ниже.',
    zh: '该地址连续多日失败，或拒绝继续接收。修复后请重新启用，失败记录将清零。错过的事件可在下方重新发送。',
  },
})

export function EndpointPage() {
  return (
    <Allowed to="marketplace.read">
      <Endpoint />
    </Allowed>
  )
}

function Endpoint() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const wanted = usePathText('endpoint')
  // What fails or recovers is seen while somebody looks on.
  const query = useQuery({ ...endpointsQuery(id), refetchInterval: 5_000 })
  return (
    <Page key={wanted} title={t('title')} back={`/marketplaces/${id}?tab=webhooks`}>
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {({ data }) => {
          const endpoint = data.find((one) => one.id === wanted)
          if (endpoint === undefined) return <EmptyState icon={Webhook} title={t('missing')} />
          return (
            <div className="flex max-w-5xl flex-col gap-5">
              <EndpointCard id={id} endpoint={endpoint} />
              <DeliveryLog id={id} endpoint={endpoint} />
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

interface EndpointCardProps {
  readonly id: string
  readonly endpoint: WebhookEndpointView
}

function EndpointCard({ id, endpoint }: EndpointCardProps) {
  const t = useWords(pageWords)
  const { url, description, failing_since: failing, disabled_reason: reason } = endpoint
  const facts = [
    { name: t('address'), value: <span className="break-all">{url}</span> },
    { name: t('state'), value: <EndpointState endpoint={endpoint} /> },
    ...(failing === null ? [] : [{ name: t('failing'), value: <Time at={failing} /> }]),
    ...(description === null ? [] : [{ name: t('description'), value: description }]),
    { name: t('events'), value: <EventList events={endpoint.events} /> },
    { name: t('since'), value: <Time at={endpoint.created_at} /> },
    {
      name: t('public_key'),
      value: <code className="text-small break-all select-all">{endpoint.public_key}</code>,
    },
  ]
  return (
    <Card>
      {!endpoint.enabled && reason !== null && (
        <Callout kind="danger" title={t('off')} className="mb-3">
          {t('off_text')}
        </Callout>
      )}
      <Facts facts={facts} />
      <EndpointActions id={id} endpoint={endpoint} />
    </Card>
  )
}

function EventList({ events }: Pick<WebhookEndpointView, 'events'>) {
  const t = useWords(pageWords)
  if (events.length === 0) return t('all')
  return (
    <ul>
      {events.map((type) => (
        <li key={type}>
          <EventName type={type} />
        </li>
      ))}
    </ul>
  )
}
