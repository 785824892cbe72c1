import {
  Button,
  Card,
  createStore,
  EmptyState,
  Form,
  Loaded,
  Page,
  SkeletonLines,
  TextInput,
  useForm,
  useStore,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Search, UserSearch } from 'lucide-react'
import { api } from '../../api.ts'
import { Allowed } from '../common/allowed.tsx'
import { FoundPerson } from './found-person.tsx'

const pageWords = words({
  title: { en: 'People', ru: 'Пользователи', zh: '用户' },
  intro: {
    en: 'Every search is kept in the audit log.',
    ru: 'Каждый поиск остаётся в журнале.',
    zh: '每次搜索都会记入审计日志。',
  },
  query: { en: 'Whom are you looking for?', ru: 'Кого вы ищете?', zh: '查找用户' },
  hint: {
    en: 'The beginning of an e-mail address or a name, a whole phone number or its last digits, or an account id (acc_…).',
    ru: 'Начало адреса почты или имени, номер телефона целиком или его последние цифры, либо номер аккаунта (acc_…).',
    zh: '可输入邮箱或姓名的开头、手机号或其末几位，或账户编号（acc_…）。',
  },
  short: {
    en: 'Type at least two characters.',
    ru: 'Введите хотя бы два символа.',
    zh: '请至少输入两个字符。',
  },
  search: { en: 'Search', ru: 'Найти', zh: '搜索' },
  found: {
    en: '{count, plural, one {# person} other {# people}}',
    ru: '{count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}',
    zh: '{count, plural, other {# 位用户}}',
  },
  more: {
    en: 'There are more. Type more of it to narrow the search.',
    ru: 'Есть и другие. Введите больше, чтобы сузить поиск.',
    zh: '还有更多结果，请输入更多内容以缩小范围。',
  },
  nobody: { en: 'Nobody found', ru: 'Никто не найден', zh: '未找到用户' },
  nobody_text: {
    en: 'Check the spelling, or search by something else that you know.',
    ru: 'Проверьте написание или поищите по другим данным.',
    zh: '请检查拼写，或换其他信息搜索。',
  },
})

// Not in the address: who is looked for belongs in no history and no log but the audit log. Kept
// while the console is open, so that going back from a person shows the list again.
const lastQuery = createStore('')

export function PeoplePage() {
  const t = useWords(pageWords)
  return (
    <Allowed to="person.search">
      <Page title={t('title')} intro={t('intro')}>
        <div className="flex max-w-3xl flex-col gap-5">
          <Card>
            <SearchForm />
          </Card>
          <Found />
        </div>
      </Page>
    </Allowed>
  )
}

function SearchForm() {
  const t = useWords(pageWords)
  const form = useForm({
    initial: { query: lastQuery.get() },
    check: ({ query }) => ({ query: query.trim().length < 2 ? t('short') : undefined }),
    submit: async ({ query }) => query.trim(),
    done: (query) => lastQuery.set(query),
  })
  return (
    <Form form={form} label={t('search')}>
      <TextInput
        label={t('query')}
        hint={t('hint')}
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        {...form.text('query')}
      />
      <div>
        <Button type="submit" icon={Search}>
          {t('search')}
        </Button>
      </div>
    </Form>
  )
}

function Found() {
  const t = useWords(pageWords)
  const asked = useStore(lastQuery)
  const query = useQuery({
    queryKey: ['people', asked],
    queryFn: ({ signal }) => api.call('findPeople', { body: { query: asked }, signal }),
    enabled: asked !== '',
    // Each search is written down and counted: it is not repeated unasked.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
  if (asked === '') return null
  return (
    <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
      {({ data, more }) =>
        data.length === 0 ? (
          <EmptyState icon={UserSearch} title={t('nobody')}>
            {t('nobody_text')}
          </EmptyState>
        ) : (
          <Card title={t('found', { count: data.length })}>
            <ul className="divide-y divide-line">
              {data.map((person) => (
                <li key={person.id}>
                  <FoundPerson person={person} />
                </li>
              ))}
            </ul>
            {more && <p className="mt-3 text-ink-soft">{t('more')}</p>}
          </Card>
        )
      }
    </Loaded>
  )
}
