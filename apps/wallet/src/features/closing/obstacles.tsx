import type { ClosureObstacle, ObstacleKind } from '@danbao/contracts/wallet'
import { Callout, Card, useMoney, useWords } from '@danbao/ui'
import { TriangleAlert } from 'lucide-react'
import { closeWords } from './close-words.ts'

const COUNTED = [
  'payment',
  'dispute',
  'claim_window',
  'top_up',
  'payout',
  'card',
] as const satisfies readonly ObstacleKind[]
const AMOUNTS = ['wallet', 'proceeds', 'debt'] as const satisfies readonly ObstacleKind[]

/** What has to end before the account can, each with what to do about it. */
export function Obstacles({ obstacles }: { readonly obstacles: readonly ClosureObstacle[] }) {
  const t = useWords(closeWords)
  const rows = useRows(obstacles)
  if (rows.length === 0) return <Callout kind="success" title={t('nothing')} />
  return (
    <Card title={t('obstacles')}>
      <p className="text-ink-soft">{t('obstacles_text')}</p>
      <ul className="-mb-2 mt-2 divide-y divide-line">
        {rows.map(({ title, text }) => (
          <li key={title} className="flex gap-3 py-3">
            <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-amber" />
            <span>
              <span className="block font-strong">{title}</span>
              <span className="block text-small text-ink-soft">{text}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface Row {
  readonly title: string
  readonly text: string
}

/** Money one by one, payments and disputes by their number. */
function useRows(obstacles: readonly ClosureObstacle[]): readonly Row[] {
  const t = useWords(closeWords)
  const money = useMoney()
  const frozen = obstacles.some(({ kind }) => kind === 'frozen')
  const amounts = AMOUNTS.flatMap((kind) =>
    obstacles.flatMap((one) =>
      one.kind === kind && one.amount !== null
        ? [{ title: t(kind, { amount: money(one.amount) }), text: t(`${kind}_text`) }]
        : [],
    ),
  )
  const counted = COUNTED.flatMap((kind) => {
    const count = obstacles.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [{ title: t(kind, { count }), text: t(`${kind}_text`) }]
  })
  return [
    ...(frozen ? [{ title: t('frozen'), text: t('frozen_text') }] : []),
    ...amounts,
    ...counted,
  ]
}
