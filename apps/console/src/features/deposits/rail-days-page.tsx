import { RAILS } from '@danbao/contracts'
import type { RailDay, RailStatement } from '@danbao/contracts/console'
import {
  type Bar,
  BarChart,
  Callout,
  Card,
  type Column,
  Loaded,
  Money,
  Page,
  Select,
  SkeletonCards,
  Table,
  useGo,
  useMoney,
  useSearchText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../common/allowed.tsx'
import { railWords } from './deposit-words.ts'
import { railStatementQuery, reconciliationQuery } from './queries.ts'

const dayWords = words({
  title: { en: 'A rail day by day', ru: 'Канал по дням', zh: '渠道逐日明细' },
  intro: {
    en: 'What a rail has reported, taken back and paid to us, by days of UTC. It leads from one balance to the next.',
    ru: 'Что канал сообщил, отозвал и выплатил нам, по суткам UTC. От одного остатка к другому.',
    zh: '渠道每日报告、撤回和付给我们的款项（UTC 日）。余额逐日衔接。',
  },
  account: { en: 'Rail and currency', ru: 'Канал и валюта', zh: '渠道与货币' },
  float: {
    en: 'Owed to us at the end of the day',
    ru: 'Долг канала на конец дня',
    zh: '日终应付我们',
  },
  day: { en: 'Day', ru: 'День', zh: '日期' },
  arrived: { en: 'Reported', ru: 'Сообщено', zh: '报告入账' },
  returned: { en: 'Taken back', ru: 'Отозвано', zh: '撤回' },
  paid: { en: 'Paid to us', ru: 'Выплачено нам', zh: '付给我们' },
  fee: { en: 'Its fee', ru: 'Комиссия канала', zh: '渠道手续费' },
  owed: { en: 'Owed at the end', ru: 'Долг на конец', zh: '日终应付' },
  quiet: {
    en: 'Nothing has moved in the last 30 days.',
    ru: 'За последние 30 дней движений не было.',
    zh: '最近 30 天没有变动。',
  },
  nothing: {
    en: 'No rail has reported anything yet.',
    ru: 'Каналы ещё ничего не сообщали.',
    zh: '还没有渠道报告任何款项。',
  },
})

/** The account of a rail as a daily statement, and how its float has grown. */
export function RailDaysPage() {
  const t = useWords(dayWords)
  return (
    <Allowed to="funding.manage">
      <Page title={t('title')} intro={t('intro')} back="/deposits">
        <Loaded query={useQuery(reconciliationQuery)} skeleton={<SkeletonCards cards={2} />}>
          {({ accounts }) => <Choose accounts={accounts} />}
        </Loaded>
      </Page>
    </Allowed>
  )
}

type Account = Pick<RailStatement, 'rail' | 'currency'>

function Choose({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useWords(dayWords)
  const name = useWords(railWords)
  const go = useGo()
  const [rail, currency] = [useSearchText('rail'), useSearchText('currency')]
  const wanted = accounts.find((one) => one.rail === rail && one.currency === currency)
  const chosen = wanted ?? accounts[0]
  if (chosen === undefined) return <Callout kind="info">{t('nothing')}</Callout>
  const choose = (key: string): void => {
    const [to, of = ''] = key.split(' ')
    const known = RAILS.find((one) => one === to)
    if (known !== undefined) {
      go(`/deposits/days?${new URLSearchParams({ rail: known, currency: of })}`, { replace: true })
    }
  }
  return (
    <>
      <Card>
        <Select
          label={t('account')}
          value={keyOf(chosen)}
          onValue={choose}
          placeholder={false}
          options={accounts.map((one) => ({
            value: keyOf(one),
            label: `${name(one.rail)}, ${one.currency}`,
          }))}
        />
      </Card>
      <Statement account={chosen} />
    </>
  )
}

function keyOf({ rail, currency }: Account): string {
  return `${rail} ${currency}`
}

function Statement({ account }: { readonly account: Account }) {
  const query = useQuery(railStatementQuery(account.rail, account.currency))
  return (
    <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
      {(statement) => (
        <>
          <Float statement={statement} />
          <Days statement={statement} />
        </>
      )}
    </Loaded>
  )
}

interface PartProps {
  readonly statement: RailStatement
}

function Float({ statement: { currency, days } }: PartProps) {
  const t = useWords(dayWords)
  const money = useMoney()
  const { day } = useTime()
  const bars = days.map((one, at): Bar => {
    const owed = BigInt(one.owed)
    return {
      ...{ key: one.day, label: day(one.day), text: money({ value: one.owed, currency }) },
      // A rail that we owe is none that owes us: its bar is empty, its figure says so.
      value: owed > 0n ? owed : 0n,
      marked: at === days.length - 1,
    }
  })
  return (
    <Card title={t('float')}>
      <BarChart title={t('float')} heads={[t('day'), t('owed')]} bars={bars} />
    </Card>
  )
}

const FIGURES = ['arrived', 'returned', 'paid', 'fee', 'owed'] as const

function Days({ statement: { currency, days } }: PartProps) {
  const t = useWords(dayWords)
  const { day } = useTime()
  const columns: readonly Column<RailDay>[] = [
    { key: 'day', title: t('day'), cell: (one) => day(one.day) },
    ...FIGURES.map((figure): Column<RailDay> => ({
      key: figure,
      title: t(figure),
      align: 'end',
      cell: (one) => <Money amount={{ value: one[figure], currency }} strong={figure === 'owed'} />,
    })),
  ]
  // What has not moved is the balance of the day before: it says nothing new.
  const moved = days.filter((one) => FIGURES.slice(0, 4).some((figure) => one[figure] !== '0'))
  return (
    <Card>
      <Table
        caption={t('title')}
        columns={columns}
        rows={moved.toReversed()}
        rowKey={(one) => one.day}
        empty={<p className="text-ink-soft">{t('quiet')}</p>}
      />
    </Card>
  )
}
