import { LEVELS } from '@danbao/contracts'
import type { ActivityView, HomeView } from '@danbao/contracts/wallet'
import { accept, encodeId, formatInstant } from '@danbao/kernel'
import { type PersonMoney, readPersonMoney } from '@danbao/core'
import { subjectOf } from '../base/activity-subject.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { readAccount } from '../settings/index.ts'

export function createHomeHandlers(deps: PeopleDeps): WalletPart<'getHome'> {
  return {
    async getHome({ personId: id }) {
      const now = await deps.now()
      const account = await readAccount(deps.pool, id)
      const money = await readPersonMoney(deps.pool, { id, now })
      const body: HomeView = {
        object: 'home',
        at: formatInstant(now),
        level: LEVELS.find((level) => level === account.level) ?? 0,
        balances: money.balances,
        activity: money.activity.map(viewActivity),
        history: viewHistory(money),
      }
      return accept({ body })
    },
  }
}

function viewActivity(line: PersonMoney['activity'][number]): ActivityView {
  const { code } = line
  return {
    id: encodeId('trf', line.id),
    code,
    book: line.book,
    change: { value: line.change.toString(), currency: line.currency },
    subject: subjectOf(line),
    description: line.description,
    counterpart: line.counterpart,
    occurred_at: formatInstant(line.occurredAt),
  }
}

function viewHistory({ days }: PersonMoney): HomeView['history'] {
  return [...days].map(([currency, points]) => ({
    currency,
    points: points.map(({ day, available, held, proceeds }) => ({
      day,
      available: available.toString(),
      held: held.toString(),
      proceeds: proceeds.toString(),
    })),
  }))
}
