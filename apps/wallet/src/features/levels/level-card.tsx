import type { LevelView } from '@danbao/contracts/wallet'
import { Badge, Card, cx, Facts, Money, useWords, words } from '@danbao/ui'
import { Check, Lock } from 'lucide-react'
import { levelWords } from './level-words.ts'
import { LevelMeter } from './level-meter.tsx'

const cardWords = words({
  present: { en: 'Your level', ru: 'Ваш уровень', zh: '当前等级' },
  reached: { en: 'Reached', ru: 'Пройден', zh: '已达到' },
  later: { en: 'Not yet', ru: 'Ещё нет', zh: '未达到' },
  per_payment: { en: 'One payment, up to', ru: 'Один платёж — до', zh: '单笔付款上限' },
  always: { en: 'All payments, up to', ru: 'Все платежи — до', zh: '累计付款上限' },
  year: { en: 'In 365 days, up to', ru: 'За 365 дней — до', zh: '365 天内上限' },
  left: { en: 'Still left', ru: 'Ещё доступно', zh: '剩余额度' },
})

export interface LevelCardProps {
  readonly view: LevelView
  /** That of the person. */
  readonly present: number
}

/** One level: what it allows, and for whom it is there already how much of it is used. */
export function LevelCard({ view, present }: LevelCardProps) {
  const t = useWords(cardWords)
  const name = useWords(levelWords)
  const { level, given_by: by, per_payment: once, in_all: all, over, left } = view
  const facts = [
    { name: t('per_payment'), value: <Money amount={once} /> },
    { name: t(over), value: <Money amount={all} /> },
    ...(level === present ? [{ name: t('left'), value: <Money amount={left} /> }] : []),
  ]
  return (
    <Card
      title={name(by, { level })}
      action={<Standing level={level} present={present} />}
      className={cx(level === present && 'ring-2 ring-jade')}
    >
      {level >= present && <LevelMeter level={view} />}
      <div className={cx(level >= present && 'mt-3')}>
        <Facts facts={facts} />
      </div>
    </Card>
  )
}

function Standing({ level, present }: { readonly level: number; readonly present: number }) {
  const t = useWords(cardWords)
  return (
    <span className="shrink-0 whitespace-nowrap">
      {level === present && <Badge kind="success">{t('present')}</Badge>}
      {level < present && <Badge icon={Check}>{t('reached')}</Badge>}
      {level > present && <Badge icon={Lock}>{t('later')}</Badge>}
    </span>
  )
}
