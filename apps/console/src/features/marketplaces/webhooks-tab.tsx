import type { WebhookEndpointView } from '@danbao/contracts'
import {
  Button,
  Card,
  EmptyState,
  Loaded,
  RowLink,
  SkeletonLines,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../session.ts'
import { EndpointDialog } from './endpoint-dialog.tsx'
import { EndpointState } from './endpoint-state.tsx'
import { endpointsQuery } from './queries.ts'
import { ShownOnce } from './shown-once.tsx'
import { secretWords } from './secret-words.ts'

const tabWords = words({
  title: { en: 'Addresses', ru: 'Адреса', zh: '接收地址' },
  text: {
    en: 'Each event is sent to these addresses of the marketplace, again and again for three days until one answers.',
    ru: 'Каждое событие уходит на эти адреса маркетплейса, с повторами в течение трёх дней, пока адрес не ответит.',
    zh: '每个事件都会发送到商城的这些地址，三天内不断重试，直到收到应答。',
  },
  add: { en: 'Add an address', ru: 'Добавить адрес', zh: '添加地址' },
  all: { en: 'All events', ru: 'Все события', zh: '全部事件' },
  some: {
    en: '{count, plural, one {# kind of event} other {# kinds of events}}',
    ru: '{count, plural, one {# вид событий} few {# вида событий} many {# видов событий} other {# вида событий}}',
    zh: '{count, plural, other {# 种事件}}',
  },
  empty: { en: 'No addresses yet', ru: 'Адресов пока нет', zh: '尚无接收地址' },
  empty_text: {
    en: 'Without one the marketplace’s program has to ask by itself what happened.',
    ru: 'Без адреса программе маркетплейса придётся самой спрашивать, что произошло.',
    zh: '没有接收地址时，商城程序须自行查询动态。',
  },
})

export function WebhooksTab({ id }: { readonly id: string }) {
  const t = useWords(tabWords)
  const say = useWords(secretWords)
  const query = useQuery(endpointsQuery(id))
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  const may = useMay()('marketplace.manage')
  return (
    <Card
      title={t('title')}
      action={
        may && (
          <Button dense icon={Plus} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <p className="mb-4 max-w-3xl text-ink-soft">{t('text')}</p>
      <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
        {({ data }) => <Endpoints id={id} endpoints={data} />}
      </Loaded>
      <EndpointDialog
        id={id}
        open={adding}
        onClose={() => setAdding(false)}
        onDone={(made) => setSecret(made.secret)}
      />
      <ShownOnce title={say('title')} secret={secret} onClose={() => setSecret(undefined)}>
        {say('text')}
      </ShownOnce>
    </Card>
  )
}

function Endpoints({
  id,
  endpoints,
}: {
  readonly id: string
  readonly endpoints: readonly WebhookEndpointView[]
}) {
  const t = useWords(tabWords)
  if (endpoints.length === 0) {
    return (
      <EmptyState icon={Webhook} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <ul className="divide-y divide-line">
      {endpoints.map((endpoint) => {
        const kinds = endpoint.events.length
        const heard = kinds === 0 ? t('all') : t('some', { count: kinds })
        const said = endpoint.description === null ? heard : `${endpoint.description} · ${heard}`
        return (
          <li key={endpoint.id} className="[overflow-wrap:anywhere]">
            <RowLink
              href={`/marketplaces/${id}/webhooks/${endpoint.id}`}
              title={endpoint.url}
              text={said}
              end={<EndpointState endpoint={endpoint} />}
            />
          </li>
        )
      })}
    </ul>
  )
}
