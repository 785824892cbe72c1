import { Card, RowLink, Time, useMoney, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { topUpsQuery } from './queries.ts'
import { railWords } from './rail-words.ts'
import { stateWords } from './state-words.ts'

const listWords = words({
  awaited: { en: 'Waiting for the money', ru: 'Ждём деньги', zh: '等待入账' },
  earlier: { en: 'Earlier', ru: 'Раньше', zh: '以往充值' },
})

/** Those that wait for their money, then the others. */
export function TopUpList() {
  const t = useWords(listWords)
  const rail = useWords(railWords)
  const state = useWords(stateWords)
  const money = useMoney()
  const topUps = useQuery(topUpsQuery).data?.data ?? []
  const groups = [
    ['awaited', topUps.filter((one) => one.state === 'awaiting')],
    ['earlier', topUps.filter((one) => one.state !== 'awaiting')],
  ] as const
  return groups
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => (
      <Card key={name} title={t(name)}>
        {members.map((one) => (
          <RowLink
            key={one.id}
            href={`/top-up/${one.id}`}
            title={`${rail(one.rail)}, ${money(one.amount)}`}
            text={
              <>
                {name === 'earlier' && `${state(one.state)} · `}
                <Time at={one.ended_at ?? one.created_at} />
              </>
            }
          />
        ))}
      </Card>
    ))
}
