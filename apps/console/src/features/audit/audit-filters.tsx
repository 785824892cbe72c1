import { Button, Form, Select, TextInput, useForm, useGo, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { api } from '../../api.ts'
import { wordOf } from '../common/kind-words.ts'
import { actionWords, withGroups } from './action-words.ts'
import { auditAddress, type AuditFilter } from './filters.ts'

const filterWords = words({
  label: { en: 'Filters', ru: 'Фильтры', zh: '筛选' },
  staff: { en: 'Who', ru: 'Кто', zh: '操作人' },
  action: { en: 'Did what', ru: 'Действие', zh: '操作' },
  person: { en: 'About whom', ru: 'О ком', zh: '涉及用户' },
  person_hint: {
    en: 'Name, e-mail or acc_…',
    ru: 'Имя, почта или acc_…',
    zh: '姓名、邮箱或 acc_…',
  },
  from: { en: 'From', ru: 'С', zh: '开始日期' },
  to: { en: 'Until', ru: 'По', zh: '结束日期' },
  order: {
    en: 'Ends before it begins.',
    ru: 'Конец периода раньше начала.',
    zh: '结束早于开始。',
  },
  text: { en: 'Text', ru: 'Текст', zh: '文字' },
  text_hint: {
    en: 'In names, reasons and facts',
    ru: 'Имена, причины, подробности',
    zh: '姓名、原因和详情中的文字',
  },
  short: {
    en: 'Type at least two characters.',
    ru: 'Введите хотя бы два символа.',
    zh: '请至少输入两个字符。',
  },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  search: { en: 'Search', ru: 'Найти', zh: '搜索' },
  clear: { en: 'Clear', ru: 'Сбросить', zh: '清除' },
})

export function AuditFilters({ filter }: { readonly filter: AuditFilter }) {
  const t = useWords(filterWords)
  const go = useGo()
  const options = useOptions()
  const form = useForm({
    initial: filter,
    check: ({ person, text, from, to }) => ({
      person: person.trim().length === 1 ? t('short') : undefined,
      text: text.trim().length === 1 ? t('short') : undefined,
      to: from !== '' && to !== '' && to < from ? t('order') : undefined,
    }),
    submit: async (values) => values,
    done: (values) =>
      go(auditAddress({ ...values, person: values.person.trim(), text: values.text.trim() })),
  })
  const filtered = Object.values(filter).some((value) => value !== '')
  return (
    <Form form={form} label={t('label')} className="gap-4">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Select
          label={t('staff')}
          placeholder={false}
          options={options.staff}
          {...form.text('staff')}
        />
        <Select
          label={t('action')}
          placeholder={false}
          options={options.actions}
          {...form.text('action')}
        />
        <TextInput
          label={t('person')}
          placeholder={t('person_hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          {...form.text('person')}
        />
        <TextInput label={t('from')} type="date" {...form.text('from')} />
        <TextInput label={t('to')} type="date" {...form.text('to')} />
        <TextInput
          label={t('text')}
          placeholder={t('text_hint')}
          type="search"
          maxLength={100}
          {...form.text('text')}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" icon={Search}>
          {t('search')}
        </Button>
        {filtered && (
          <Button kind="quiet" onClick={() => go('/audit')}>
            {t('clear')}
          </Button>
        )}
      </div>
    </Form>
  )
}

function useOptions() {
  const t = useWords(filterWords)
  const say = useWords(actionWords)
  const { data } = useQuery({
    queryKey: ['audit-filters'],
    queryFn: ({ signal }) => api.call('getAuditFilters', { signal }),
    staleTime: 60_000,
  })
  const all = { value: '', label: t('all') }
  const actions = withGroups(data?.actions ?? [])
  return {
    staff: [all, ...(data?.staff ?? []).map(({ id, name }) => ({ value: id, label: name }))],
    actions: [all, ...actions.map((value) => ({ value, label: wordOf(actionWords, value, say) }))],
  }
}
