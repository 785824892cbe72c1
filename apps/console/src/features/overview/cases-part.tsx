import type { OverviewView } from '@danbao/contracts/console'
import { BarChart, BarList, Card, useTime, useWords, words } from '@danbao/ui'
import { Section } from '../common/section.tsx'
import { ageWords, leftWords, verdictWords } from '../common/span-words.ts'
import { disputeStateWords } from '../desk/dispute/dispute-words.ts'
import { useDrill } from './use-drill.ts'

const caseWords = words({
  all: { en: 'In all currencies', ru: 'Во всех валютах', zh: '所有币种' },
  disputes: { en: 'Open disputes', ru: 'Открытые споры', zh: '未结争议' },
  by_state: { en: 'How they stand', ru: 'На каком этапе', zh: '按状态' },
  by_age: { en: 'How old they are', ru: 'Как давно открыты', zh: '按时长' },
  weeks: { en: 'Disputes by week', ru: 'Споры по неделям', zh: '每周争议' },
  opened: { en: 'Opened', ru: 'Открыто', zh: '新开' },
  closed: { en: 'Closed', ru: 'Закрыто', zh: '已关闭' },
  week: { en: 'Week of', ru: 'Неделя с', zh: '周起始日' },
  count: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  checks: { en: 'Payment checks', ru: 'Проверки платежей', zh: '付款核查' },
  waiting: { en: 'Waiting for staff', ru: 'Ждут сотрудника', zh: '待人工核查' },
  ended: {
    en: 'Ended in the last 30 days',
    ru: 'Завершены за 30 дней',
    zh: '近 30 天已结束',
  },
})

interface CasesPartProps {
  readonly view: OverviewView
}

/** What staff work on: counts, so of all currencies together. */
export function CasesPart({ view }: CasesPartProps) {
  const t = useWords(caseWords)
  return (
    <section aria-labelledby="all-currencies" className="flex flex-col gap-4">
      <h2 id="all-currencies" className="text-large font-strong">
        {t('all')}
      </h2>
      <div className="grid items-start gap-5 xl:grid-cols-3">
        <OpenDisputes view={view} />
        <Weeks view={view} />
        <Checks view={view} />
      </div>
    </section>
  )
}

function OpenDisputes({ view: { disputes } }: CasesPartProps) {
  const t = useWords(caseWords)
  const state = useWords(disputeStateWords)
  const age = useWords(ageWords)
  const { counted } = useDrill()
  const states = disputes.states.map((one) =>
    counted({ ...one, key: one.state, label: state(one.state), filter: { dispute: one.state } }),
  )
  const ages = disputes.ages.map((one) =>
    counted({
      ...one,
      key: one.age,
      label: age(`age_${one.age}`),
      filter: { dispute_age: one.age },
    }),
  )
  return (
    <Card title={t('disputes')} className="flex flex-col gap-4">
      <Section title={t('by_state')}>
        <BarList title={t('by_state')} bars={states} />
      </Section>
      <Section title={t('by_age')}>
        <BarList title={t('by_age')} bars={ages} />
      </Section>
    </Card>
  )
}

function Weeks({ view: { disputes } }: CasesPartProps) {
  const t = useWords(caseWords)
  return (
    <Card title={t('weeks')} className="flex flex-col gap-4">
      {(['opened', 'closed'] as const).map((what) => (
        <Section key={what} title={t(what)}>
          <WeekChart weeks={disputes.weeks} what={what} />
        </Section>
      ))}
    </Card>
  )
}

interface WeekChartProps {
  readonly weeks: OverviewView['disputes']['weeks']
  readonly what: 'opened' | 'closed'
}

function WeekChart({ weeks, what }: WeekChartProps) {
  const t = useWords(caseWords)
  const { day } = useTime()
  const { counted } = useDrill()
  const bars = weeks.map((one, at) =>
    counted({
      key: one.week,
      label: day(one.week),
      payments: one[what],
      filter: what === 'opened' ? { opened_week: one.week } : { closed_week: one.week },
      marked: at === weeks.length - 1,
    }),
  )
  return <BarChart title={t(what)} heads={[t('week'), t('count')]} bars={bars} />
}

function Checks({ view: { checks } }: CasesPartProps) {
  const t = useWords(caseWords)
  const left = useWords(leftWords)
  const ended = useWords(verdictWords)
  const { counted } = useDrill()
  const waiting = checks.left.map((one) =>
    counted({
      ...one,
      key: one.hours,
      label: left(`left_${one.hours}`),
      filter: { check_left: one.hours },
    }),
  )
  const ends = checks.ended.map((one) =>
    counted({
      ...one,
      key: one.verdict,
      label: ended(one.verdict),
      filter: { check: one.verdict },
    }),
  )
  return (
    <Card title={t('checks')} className="flex flex-col gap-4">
      <Section title={t('waiting')}>
        <BarList title={t('waiting')} bars={waiting} />
      </Section>
      <Section title={t('ended')}>
        <BarList title={t('ended')} bars={ends} />
      </Section>
    </Card>
  )
}
