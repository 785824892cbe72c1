import type { LevelsView } from '@danbao/contracts/wallet'
import { Callout, Card, Loaded, Page, SkeletonCards, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { LevelCard } from './level-card.tsx'
import { NextStep } from './next-step.tsx'
import { levelsQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Levels and limits', ru: 'Уровни и лимиты', zh: '等级与限额' },
  intro: {
    en: 'The better we know you, the more you can pay. Money that came back gives room again.',
    ru: 'Чем лучше мы вас знаем, тем больше можно платить. Вернувшиеся деньги снова освобождают лимит.',
    zh: '身份越完善，可支付的金额越高。退回的款项会恢复相应额度。',
  },
  next: { en: 'What to do next', ru: 'Что делать дальше', zh: '下一步' },
  count: {
    en: 'Limits count what you pay yourself, in US dollars at the rate of the day, at all marketplaces together.',
    ru: 'В лимит идёт то, что платите вы сами: в долларах США по курсу дня, по всем маркетплейсам вместе.',
    zh: '限额按您本人支付的金额计算，以当日汇率折合美元，所有商城合并统计。',
  },
  frozen: {
    en: 'Spending is stopped by our staff, whatever the level. Refunds still come in.',
    ru: 'Расходы остановлены сотрудниками, какой бы ни был уровень. Возвраты приходят.',
    zh: '工作人员已暂停支出，与等级无关。退款仍可入账。',
  },
  resting: {
    en: 'Your account was recovered a short while ago, so payments are paused for 24 hours. The limits apply again after that.',
    ru: 'Доступ к аккаунту недавно восстановлен, поэтому платежи приостановлены на 24 часа. Потом лимиты снова действуют.',
    zh: '账户刚刚恢复访问，支付暂停 24 小时，之后限额恢复适用。',
  },
})

/** The three levels, what has been used of them, and the way up. */
export function LevelsPage() {
  const t = useWords(pageWords)
  const query = useQuery(levelsQuery)
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Loaded query={query} skeleton={<SkeletonCards cards={4} />}>
        {(levels) => <Levels levels={levels} />}
      </Loaded>
    </Page>
  )
}

function Levels({ levels }: { readonly levels: LevelsView }) {
  const t = useWords(pageWords)
  const { spending } = levels
  return (
    <>
      {spending !== 'open' && <Callout kind="attention">{t(spending)}</Callout>}
      <Card title={t('next')}>
        <NextStep levels={levels} />
      </Card>
      {levels.levels.map((view) => (
        <LevelCard key={view.level} view={view} present={levels.level} />
      ))}
      <p className="text-small text-ink-soft">{t('count')}</p>
    </>
  )
}
