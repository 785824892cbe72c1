import type { AuditEntryView } from '@danbao/contracts/console'
import { type Column, Table, TextLink, useTime, useWords, words } from '@danbao/ui'
import { useMay } from '../../session.ts'
import { useDetailText } from '../common/detail-text.ts'
import { wordOf } from '../common/kind-words.ts'
import { actionWords } from './action-words.ts'
import { auditAddress, useAuditFilter } from './filters.ts'

const tableWords = words({
  caption: { en: 'Entries of the audit log', ru: 'Записи журнала', zh: '审计记录' },
  at: { en: 'When', ru: 'Когда', zh: '时间' },
  staff: { en: 'Who', ru: 'Кто', zh: '操作人' },
  action: { en: 'Did what', ru: 'Что сделал', zh: '操作' },
  person: { en: 'About whom', ru: 'О ком', zh: '涉及用户' },
  detail: { en: 'Facts', ru: 'Данные', zh: '详情' },
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
    { key: 'person', title: t('person'), cell: (entry) => <About entry={entry} /> },
    {
      key: 'detail',
      title: t('detail'),
      className: 'md:min-w-48 break-words',
      cell: ({ detail }) => facts(detail),
    },
    { key: 'ip', title: t('ip'), cell: ({ ip }) => ip },
  ]
}

/** To the person, for those who may; else to everything in the log about them. */
function About({ entry }: { readonly entry: AuditEntryView }) {
  const may = useMay()
  const filter = useAuditFilter()
  const { person } = entry
  if (person === null) return '—'
  const href = may('person.read')
    ? `/people/${person.id}`
    : auditAddress({ ...filter, person: person.id })
  return <TextLink href={href}>{person.name}</TextLink>
}
