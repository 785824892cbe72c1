import type { OpenedEvent } from '@danbao/contracts/console'
import {
  Card,
  CopyButton,
  Facts,
  Loaded,
  Page,
  SkeletonCards,
  TextLink,
  Time,
  usePathText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../common/allowed.tsx'
import { wordOf } from '../common/kind-words.ts'
import { Attempts } from './attempts.tsx'
import { DeliveryState } from './endpoint-state.tsx'
import { eventWords } from './event-words.ts'
import { eventQuery } from './queries.ts'
import { ReplayButton } from './replay-button.tsx'

const pageWords = words({
  event: { en: 'Event', ru: 'Событие', zh: '事件' },
  type: { en: 'Kind', ru: 'Вид', zh: '类型' },
  subject: { en: 'About', ru: 'О чём', zh: '相关对象' },
  when: { en: 'When', ru: 'Когда', zh: '时间' },
  id: { en: 'Id', ru: 'Номер', zh: '编号' },
  body: { en: 'Exactly what is sent', ru: 'Что именно отправляется', zh: '发送的完整内容' },
  copy: { en: 'Copy', ru: 'Скопировать', zh: '复制' },
  where: { en: 'Where it went', ru: 'Куда ушло', zh: '发送去向' },
  not_sent: {
    en: 'Not sent there: the address came later, was off, or does not want this kind.',
    ru: 'Туда не отправлялось: адрес появился позже, был выключен или не ждёт этот вид.',
    zh: '未发送：该地址创建较晚、当时已停用，或不接收此类事件。',
  },
  nowhere: {
    en: 'The marketplace has no addresses for events.',
    ru: 'У маркетплейса нет адресов для событий.',
    zh: '商城没有事件接收地址。',
  },
})

export function EventPage() {
  return (
    <Allowed to="marketplace.read">
      <Event />
    </Allowed>
  )
}

function Event() {
  const t = useWords(pageWords)
  const say = useWords(eventWords)
  const id = usePathText('id')
  const query = useQuery(eventQuery(id, usePathText('event')))
  const { data } = query
  return (
    <Page
      key={data?.id}
      title={data === undefined ? t('event') : wordOf(eventWords, data.type, say)}
      back={`/marketplaces/${id}?tab=events`}
    >
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {(event) => (
          <div className="flex max-w-5xl flex-col gap-5">
            <EventCard event={event} />
            <Deliveries id={id} event={event} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function EventCard({ event }: { readonly event: OpenedEvent }) {
  const t = useWords(pageWords)
  const pretty = JSON.stringify(JSON.parse(event.body), null, 2)
  const facts = [
    { name: t('type'), value: <code className="text-small">{event.type}</code> },
    { name: t('subject'), value: <span className="break-all select-all">{event.subject}</span> },
    { name: t('when'), value: <Time at={event.timestamp} /> },
    { name: t('id'), value: <span className="break-all select-all">{event.id}</span> },
  ]
  return (
    <>
      <Card>
        <Facts facts={facts} />
      </Card>
      <Card title={t('body')}>
        <pre
          // Wider lines are reached by the arrow keys too.
          tabIndex={0}
          role="region"
          aria-label={t('body')}
          className="overflow-x-auto rounded-card bg-well p-3 text-small"
        >
          {pretty}
        </pre>
        <div className="mt-3">
          <CopyButton text={event.body} label={t('copy')} />
        </div>
      </Card>
    </>
  )
}

function Deliveries({ id, event }: { readonly id: string; readonly event: OpenedEvent }) {
  const t = useWords(pageWords)
  return (
    <Card title={t('where')}>
      {event.deliveries.length === 0 && <p className="text-ink-soft">{t('nowhere')}</p>}
      <ul className="divide-y divide-line">
        {event.deliveries.map(({ endpoint, delivery }) => (
          <li key={endpoint.id} className="flex flex-wrap items-start gap-3 py-3">
            <div className="min-w-40 flex-1 text-small">
              <TextLink href={`/marketplaces/${id}/webhooks/${endpoint.id}`}>
                <span className="break-all">{endpoint.url}</span>
              </TextLink>
              {delivery === null ? (
                <p className="text-ink-soft">{t('not_sent')}</p>
              ) : (
                <div className="mt-1 flex flex-col items-start gap-1">
                  <DeliveryState delivery={delivery} />
                  <Attempts attempts={delivery.attempts} />
                </div>
              )}
            </div>
            <ReplayButton
              id={id}
              endpoint={endpoint.id}
              event={event.id}
              first={delivery === null}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
