import type { DeskDepositPage, ResolutionKind } from '@danbao/contracts/console'
import { RESOLUTION_KINDS, WISH_STATES } from '@danbao/contracts/console'
import { queries } from '@danbao/core'
import { type Currency, encodeId, formatInstant, oneOf, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { namesAlike } from '@danbao/rails'

type Wishes = DeskDepositPage['wishes']

/** Undefined: there is no such deposit. */
export async function showDeposit(pool: Pool, id: Uuid): Promise<DeskDepositPage | undefined> {
  const found = await queries.readDeskDeposit(pool, id)
  if (found === undefined) return undefined
  const { deposit, view } = found
  const wishes = await readWishes(pool, id, deposit.currency)
  const isOpen = deposit.open > 0n
  const waits = wishes.some(({ state }) => state === 'asked' || state === 'agreed')
  const suggested =
    isOpen && deposit.kind === 'arrival' ? await queries.suggestTopUps(pool, deposit) : []
  return {
    object: 'desk_deposit',
    deposit: view,
    suggestions: suggested.map((one) => ({
      ...one,
      name_alike: deposit.payer !== null && namesAlike(deposit.payer, one.account.name),
    })),
    wishes,
    choices: isOpen && !waits ? choicesOf(deposit.kind) : [],
  }
}

export function choicesOf(kind: 'arrival' | 'reversal'): ResolutionKind[] {
  return kind === 'arrival' ? ['assign', 'return'] : ['collect', 'write_off']
}

async function readWishes(pool: Pool, depositId: Uuid, currency: Currency): Promise<Wishes> {
  const rows = await queryText(
    pool,
    `SELECT w.kind, w.amount, ${queries.partyColumns('account')}, w.state, w.failure,
       a.reason, s.id, s.name, w.requested_at, a.id
     FROM people.resolution_wish AS w
     JOIN people.approval AS a ON a.id = w.approval_id
     JOIN people.staff AS s ON s.id = a.requested_by
     LEFT JOIN app.account AS account ON account.id = w.account_id
     WHERE w.deposit_id = $1 ORDER BY w.requested_at DESC, w.id DESC`,
    [depositId],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const kind = oneOf(RESOLUTION_KINDS, r.text())
    const amount = { value: r.bigint().toString(), currency }
    const account = queries.readParty(r)
    const state = oneOf(WISH_STATES, r.text())
    const [failure, reason] = [r.maybeText(), r.text()]
    const by = { id: encodeId('stf', r.text()), name: r.text() }
    const at = formatInstant(r.instant())
    return {
      ...{ kind, amount, account, state, failure, reason },
      requested_by: by,
      requested_at: at,
      approval: encodeId('apr', r.text()),
    }
  })
}
