import type { AuditEntryView } from '@danbao/contracts/console'
import { type Column, Link, Table, TextLink, useTime, useWords, words } from '@danbao/ui'
import { ListFilter } from 'lucide-react'
import { useMay } from '../../session.ts'
import { useDetailText } from '../common/detail-text.ts'
import { wordOf } from '../common/kind-words.ts'
import { actionWords } from './action-words.ts'
import { auditAddress, useAuditFilter } from './filters.ts'

const tableWords = words({
  caption: { en: 'Entries of the audit log', ru: 'Записи журнала', zh: '审计记录' },
  at: { en: 'When', ru: 'Когда', zh: '时间' },
  staff: { en: 'Who', ru: 'Кто', zh: '操作人' },
  action: { en: 'Did what', ru: 'Действие', zh: '操作' },
  person: { en: 'About whom', ru: 'О ком', zh: '涉及用户' },
  detail: { en: 'Facts', ru: 'Подробности', zh: '详情' },
  all: { en: 'All entries about {name}', ru: 'Все записи: {name}', zh: '{name} 的全部记录' },
  ip: { en: 'IP address', ru: 'IP-адрес', zh: 'IP 地址' },
})

/** Many entries at a glance. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntryView[] }) {
  const t = useWords(tableWords)
  return (
    <Table caption={t('caption')} columns={useColumns()} rows={entries} rowKey={({ id }) => id} />
  )
}

function useColumns(): readonly Column<AuditEntryView>[] {
  const t = useWords(tableWords)
  const say = useWords(actionWords)
  const { moment } = useTime()
  const facts = useDetailText()
  return [
    {
      key: 'at',
      title: t('at'),
      className: 'md:whitespace-nowrap',
      cell: ({ at }) => <time dateTime={at}>{moment(at)}</time>,
    },
    {
      key: 'staff',
      title: t('staff'),
      className: 'xl:whitespace-nowrap',
      cell: ({ staff }) => staff.name,
    },
    {
      key: 'action',
      title: t('action'),
      className: 'xl:whitespace-nowrap',
      cell: ({ action }) => wordOf(actionWords, action, say),
    },
    {
      key: 'person',
      title: t('person'),
      className: 'md:min-w-32',
      cell: (entry) => <About entry={entry} />,
    },
    {
      key: 'detail',
      title: t('detail'),
      className: 'md:min-w-48 break-words',
      cell: ({ detail }) => facts(detail),
    },
    { key: 'ip', title: t('ip'), cell: ({ ip }) => ip },
  ]
}

/** To everything in the log about the person, and to the person for those who may. */
function About({ entry }: { readonly entry: AuditEntryView }) {
  const t = useWords(tableWords)
  const may = useMay()
  const filter = useAuditFilter()
  const { person } = entry
  if (person === null) return '—'
  const { id, name } = person
  const entries = auditAddress({ person: id })
  if (!may('person.read'))
    return filter.person === id ? name : <Entries href={entries} name={name} />
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <TextLink href={`/people/${id}`}>{name}</TextLink>
      {filter.person !== id && (
        <Link href={entries} className="rounded-small p-1 text-ink-soft hover:text-ink">
          <ListFilter aria-hidden className="size-4" />
          <span className="sr-only">{t('all', { name })}</span>
        </Link>
      )}
    </span>
  )
}

interface EntriesProps {
  readonly href: string
  readonly name: string
}

/** The words say where it leads: a name alone would promise the person's page. */
function Entries({ href, name }: EntriesProps) {
  const t = useWords(tableWords)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <TextLink href={href}>{name}</TextLink>
      <ListFilter aria-hidden className="size-4 text-ink-soft" />
      <span className="sr-only">{t('all', { name })}</span>
    </span>
  )
}
