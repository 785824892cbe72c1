import type { Refusal } from '@danbao/contracts'
import type { exchangeDeskRoutes, ExchangeDesk } from '@danbao/contracts/console'
import { exchange, loadSettings } from '@danbao/core'
import { accept, type Currency, currency, formatInstant, type Result } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../base/handling.ts'
import { recordAudit, recordVisit } from '../base/history.ts'
import { insertApproval } from '../staff/approvals/index.ts'
import { refuseWith } from '../staff/refusals.ts'
import { fetchRates } from './fetch-rates.ts'
import { insertTypedRate, readWaitingRates } from './typed-rates.ts'

/** What money is exchanged at, what is kept of it, and what the exchange holds. */
export function createExchangeDesk(deps: PeopleDeps): ConsolePart<keyof typeof exchangeDeskRoutes> {
  return {
    getExchange: () => reply(deps),

    async changeExchangeTerms(who, { body }) {
      const { spread_bps: spreadBps, max_age_days: rateMaxAgeDays } = body
      if (rateMaxAgeDays === null && deps.mode === 'live') {
        return refuseWith('invalid_request', 'Rates grow old: say after how many days.', {
          field: 'max_age_days',
        })
      }
      await changeTerms(deps, who, { spreadBps, rateMaxAgeDays })
      return reply(deps)
    },

    async typeRate(who, { body: { currency: code, per_euro: perEuro, reason } }) {
      const of = currency(code)
      if (!(await loadSettings(deps.pool)).currencies.has(of) || of === 'EUR') {
        return refuseWith('currency_not_enabled', `${of} has no rate here.`, { field: 'currency' })
      }
      const typed = await type(deps, who, { of, perEuro, reason })
      return typed.ok ? reply(deps) : typed
    },

    async fetchRates(who) {
      const problem = await fetchRates(deps)
      if (problem === undefined) {
        return refuseWith('wrong_state', 'RATES_URL is not set: rates come by file or by hand.')
      }
      await recordVisit(deps, who, { action: 'exchange.rates_fetched', detail: { problem } })
      return reply(deps)
    },
  }
}

async function reply(deps: PeopleDeps): Promise<Result<Reply<ExchangeDesk>, Refusal>> {
  const { pool, ratesUrl } = deps
  const [standing, waiting] = [
    await exchange.readExchange(pool, await deps.now()),
    await readWaitingRates(pool),
  ]
  return accept({ body: show(standing, { waiting, ratesUrl }) })
}

function show(
  { terms, enabled, rates, positions, worth, asked }: exchange.ExchangeStanding,
  { waiting, ratesUrl }: Pick<ExchangeDesk, 'waiting'> & Pick<PeopleDeps, 'ratesUrl'>,
): ExchangeDesk {
  const found = new Map(rates.map((rate) => [rate.currency, rate]))
  return {
    object: 'exchange',
    spread_bps: terms.spreadBps,
    max_age_days: terms.rateMaxAgeDays,
    source: {
      host: ratesUrl === undefined ? null : new URL(ratesUrl).host,
      asked_at: asked === null ? null : formatInstant(asked.at),
      problem: asked?.problem ?? null,
    },
    rates: enabled.map((of) => {
      const rate = found.get(of)
      if (rate === undefined) return { currency: of, rate: null }
      const { perEuro, day, source, isStale } = rate
      return { currency: of, rate: { per_euro: perEuro, day, source, stale: isStale } }
    }),
    positions: positions.map(({ currency: of, amount }) => ({
      currency: of,
      value: amount.toString(),
    })),
    worth: worth === null ? null : { currency: 'EUR', value: worth.toString() },
    waiting,
  }
}

/** Money moves by them: they never change without an entry that says who did it. */
function changeTerms(
  { pool, now }: PeopleDeps,
  who: StaffVisitor,
  terms: exchange.ExchangeTerms,
): Promise<void> {
  return inTransaction(pool, async (client) => {
    await exchange.changeExchangeTerms(client, terms)
    await recordAudit(client, {
      ...{ staffId: who.staffId, action: 'exchange.changed', visit: who, now: await now() },
      detail: { spread_bps: terms.spreadBps, max_age_days: terms.rateMaxAgeDays },
    })
  })
}

interface Typed {
  readonly of: Currency
  readonly perEuro: string
  readonly reason: string
}

/** Money moves by it: another member has to agree. */
function type(
  deps: PeopleDeps,
  who: StaffVisitor,
  { of, perEuro, reason }: Typed,
): Promise<Result<undefined, Refusal>> {
  return attempt(deps.pool, async (client) => {
    const now = await deps.now()
    const { staffId: requestedBy } = who
    await insertApproval(client, {
      ...({ kind: 'rate', personId: null, reason, now, requestedBy } as const),
      subjectId: await insertTypedRate(client, { of, perEuro }),
    })
    const detail = { currency: of, per_euro: perEuro }
    await recordAudit(client, {
      ...{ staffId: requestedBy, action: 'exchange.rate_typed', detail, visit: who, now },
    })
    return accept(undefined)
  })
}
