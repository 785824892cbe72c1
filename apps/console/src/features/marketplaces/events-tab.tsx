import { EVENT_TYPES } from '@danbao/contracts'
import type { InspectedEvent } from '@danbao/contracts/console'
import {
  Button,
  Card,
  type Column,
  EmptyState,
  Form,
  Select,
  SkeletonLines,
  Table,
  TextInput,
  TextLink,
  Time,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Radio, Search } from 'lucide-react'
import { useState } from 'react'
import { PagedList } from '../common/paged-list.tsx'
import { EventName } from './event-name.tsx'
import { eventWords } from './event-words.ts'
import { type EventFilter, eventsQuery } from './queries.ts'

const tabWords = words({
  filters: { en: 'Filters', ru: 'Фильтры', zh: '筛选' },
  type: { en: 'Kind of event', ru: 'Вид события', zh: '事件类型' },
  every: { en: 'Every kind', ru: 'Любой вид', zh: '全部类型' },
  subject: { en: 'About', ru: 'О чём', zh: '相关对象' },
  hint: {
    en: 'An id of ours (pay_…, chk_…, dsp_…, acc_…), or the marketplace’s own reference.',
    ru: 'Наш номер (pay_…, chk_…, dsp_…, acc_…) или собственный номер маркетплейса.',
    zh: '本系统编号（pay_…、chk_…、dsp_…、acc_…）或商城自己的编号。',
  },
  show: { en: 'Show', ru: 'Показать', zh: '查询' },
  caption: { en: 'Events', ru: 'События', zh: '事件列表' },
  event: { en: 'Event', ru: 'Событие', zh: '事件' },
  when: { en: 'When', ru: 'Когда', zh: '时间' },
  empty: { en: 'No such events', ru: 'Таких событий нет', zh: '没有符合条件的事件' },
  empty_text: {
    en: 'What happens to the marketplace’s payments will stand here.',
    ru: 'Здесь появится всё, что происходит с платежами маркетплейса.',
    zh: '商城付款的动态会显示在这里。',
  },
})

export function EventsTab({ id }: { readonly id: string }) {
  const [filter, setFilter] = useState<EventFilter>({})
  const query = useInfiniteQuery(eventsQuery(id, filter))
  return (
    <Card>
      <FilterForm onFilter={setFilter} />
      <PagedList query={query} skeleton={<SkeletonLines lines={6} />}>
        {(events) => <EventTable id={id} events={events} />}
      </PagedList>
    </Card>
  )
}

const EVERY = 'every'

function FilterForm({ onFilter }: { readonly onFilter: (filter: EventFilter) => void }) {
  const t = useWords(tabWords)
  const say = useWords(eventWords)
  const form = useForm({
    initial: { type: EVERY, subject: '' },
    submit: async ({ type, subject }) => ({
      type: EVENT_TYPES.find((one) => one === type),
      subject: subject.trim() === '' ? undefined : subject.trim(),
    }),
    done: onFilter,
  })
  const types = EVENT_TYPES.map((value) => ({ value, label: `${say(value)} (${value})` }))
  return (
    <Form form={form} label={t('filters')} className="mb-4 max-w-3xl gap-3">
      <Select
        label={t('type')}
        placeholder={false}
        options={[{ value: EVERY, label: t('every') }, ...types]}
        {...form.text('type')}
      />
      <TextInput
        label={t('subject')}
        hint={t('hint')}
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        {...form.text('subject')}
      />
      <div>
        <Button type="submit" dense icon={Search}>
          {t('show')}
        </Button>
      </div>
    </Form>
  )
}

interface EventTableProps {
  readonly id: string
  readonly events: readonly InspectedEvent[]
}

function EventTable({ id, events }: EventTableProps) {
  const t = useWords(tabWords)
  const columns: readonly Column<InspectedEvent>[] = [
    {
      key: 'event',
      title: t('event'),
      cell: ({ id: event, type }) => (
        <TextLink href={`/marketplaces/${id}/events/${event}`}>
          <EventName type={type} />
        </TextLink>
      ),
    },
    {
      key: 'subject',
      title: t('subject'),
      cell: ({ subject }) => <span className="break-all select-all">{subject}</span>,
    },
    { key: 'when', title: t('when'), cell: ({ timestamp: at }) => <Time at={at} /> },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={events}
      rowKey={(event) => event.id}
      empty={
        <EmptyState icon={Radio} title={t('empty')}>
          {t('empty_text')}
        </EmptyState>
      }
    />
  )
}
