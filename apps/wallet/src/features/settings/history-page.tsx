import type { HistoryEntryView } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  EmptyState,
  Loaded,
  Page,
  type Speak,
  TextLink,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { api } from '../../api.ts'
import { detailWords, historyWords } from './history-words.ts'

const pageWords = words({
  title: { en: 'What happened', ru: 'Что происходило', zh: '账户动态' },
  intro: {
    en: 'Sign-ins and changes of your account, newest first.',
    ru: 'Входы и изменения аккаунта, сначала последние.',
    zh: '账户的登录与变更记录，最新的在前。',
  },
  strange: {
    en: 'Not you? <password>Change your password</password> and <sessions>sign out all other devices</sessions>.',
    ru: 'Это не вы? <password>Смените пароль</password> и <sessions>завершите другие сеансы</sessions>.',
    zh: '不是您本人？请<password>修改密码</password>并<sessions>将其他设备退出登录</sessions>。',
  },
  more: { en: 'Show earlier', ru: 'Показать более ранние', zh: '查看更早的记录' },
  empty: { en: 'Nothing happened yet', ru: 'Пока ничего не происходило', zh: '暂无记录' },
})

const PAGE_SIZE = 30

/** The account's history as its owner sees it. */
export function HistoryPage() {
  const t = useWords(pageWords)
  const query = useInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listHistory', {
        query: { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next_cursor,
  })
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Callout kind="attention">
        {t.rich('strange', {
          password: (inside) => <TextLink href="/settings/password">{inside}</TextLink>,
          sessions: (inside) => <TextLink href="/settings/sessions">{inside}</TextLink>,
        })}
      </Callout>
      <Loaded query={query}>
        {({ pages }) => <Entries entries={pages.flatMap(({ data }) => data)} />}
      </Loaded>
      {query.hasNextPage && (
        <Button
          kind="secondary"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          wide
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

function firstPage(): string | null {
  return null
}

function Entries({ entries }: { readonly entries: readonly HistoryEntryView[] }) {
  const t = useWords(pageWords)
  if (entries.length === 0) return <EmptyState icon={History} title={t('empty')} />
  return (
    <Card>
      <ol className="-my-2 divide-y divide-line">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Card>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntryView }) {
  const say = useWords(historyWords)
  const tell = useWords(detailWords)
  const { kind, detail, ip, at } = entry
  const notes = [...notesOf(detail, tell), ...(ip === null ? [] : [ip])]
  return (
    <li className="py-3 break-words">
      <span className="block">{isKnown(kind) ? say(kind) : tell('other')}</span>
      <span className="block text-small text-ink-soft">
        <Time at={at} />
        {notes.map((note) => ` · ${note}`)}
      </span>
    </li>
  )
}

/** A later server may know more than this app. */
function isKnown(kind: string): kind is keyof typeof historyWords {
  return Object.hasOwn(historyWords, kind)
}

const WAYS = ['password', 'passkey', 'marketplace', 'second_factor'] as const

function notesOf(
  detail: HistoryEntryView['detail'],
  tell: Speak<typeof detailWords>,
): readonly string[] {
  const way = WAYS.find((one) => one === detail['how'])
  const { left, ended } = detail
  return [
    ...['email', 'phone', 'name', 'marketplace'].map((key) => detail[key]),
    detail['new_device'] === true && tell('new_device'),
    way !== undefined && tell(`by_${way}`),
    typeof left === 'number' && tell('left', { count: left }),
    typeof ended === 'number' && tell('ended', { count: ended }),
  ].filter((note) => typeof note === 'string')
}
