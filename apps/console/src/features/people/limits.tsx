import type { PersonPage } from '@danbao/contracts/console'
import { Facts, Meter, Money, useMoney, useWords, words } from '@danbao/ui'
import { levelWords } from '../common/kind-words.ts'

const limitWords = words({
  always: { en: 'Spent in all', ru: 'Потрачено всего', zh: '累计支出' },
  year: { en: 'Spent in 365 days', ru: 'Потрачено за 365 дней', zh: '365 天内支出' },
  used: { en: '{used} of {all}', ru: '{used} из {all}', zh: '{used} / {all}' },
  left: { en: 'Left', ru: 'Осталось', zh: '剩余' },
  per_payment: { en: 'Most for one payment', ru: 'Не больше за один платёж', zh: '单笔付款上限' },
  level: { en: 'Level', ru: 'Уровень', zh: '等级' },
  given_by: { en: 'Rests on', ru: 'На основании', zh: '依据' },
  email: { en: 'a confirmed e-mail address', ru: 'подтверждённой почты', zh: '已确认的邮箱' },
  card: { en: 'a verified card', ru: 'подтверждённой карты', zh: '已验证的银行卡' },
  identity: { en: 'documents', ru: 'документов', zh: '身份证件' },
})

/** What the present level allows, and how much of it is used. */
export function Limits({ limits }: Pick<PersonPage, 'limits'>) {
  const t = useWords(limitWords)
  const level = useWords(levelWords)
  const money = useMoney()
  const { used, in_all: all } = limits
  return (
    <div className="flex flex-col gap-3">
      <Meter
        label={t(limits.over)}
        used={BigInt(used.value)}
        of={BigInt(all.value)}
        text={t('used', { used: money(used), all: money(all) })}
      />
      <Facts
        facts={[
          { name: t('level'), value: level(`level_${limits.level}`) },
          { name: t('given_by'), value: t(limits.given_by) },
          { name: t('left'), value: <Money amount={limits.left} /> },
          { name: t('per_payment'), value: <Money amount={limits.per_payment} /> },
        ]}
      />
    </div>
  )
}
