import { type Currency, currency, type Instant, type Uuid } from '@danbao/kernel'
import {
  bulkCalls,
  type Call,
  columnNames,
  idArray,
  insertStatement,
  readRow,
  type Table,
} from '@danbao/database'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { needWalletOfQuote } from '../wallets/store.ts'

/** What a wallet in another currency has to pay, until the quote expires. Minor units. */
export interface Quote {
  readonly id: Uuid
  readonly subjectId: Uuid
  readonly buyerId: Uuid
  readonly walletId: Uuid
  readonly paysCurrency: Currency
  readonly pays: bigint
  readonly buysCurrency: Currency
  readonly buys: bigint
  readonly rate: string
  readonly rateDay: string
  /** What was kept of the rate, in hundredths of a percent. */
  readonly spreadBps: number
  readonly expiresAt: Instant
  readonly createdAt: Instant
}

export const quotes = new Slot<Quote>()

export const needQuote = (id: Uuid) => (ws: WorkingSet) => {
  quotes.want(ws, id)
  needWalletOfQuote(id)(ws)
}

const quoteTable: Table<Quote> = {
  name: 'app.quote',
  columns: [
    ['id', 'uuid'],
    ['subject_id', 'uuid'],
    ['buyer_id', 'uuid'],
    ['wallet_id', 'uuid'],
    ['pays_currency', 'text'],
    ['pays', 'bigint'],
    ['buys_currency', 'text'],
    ['buys', 'bigint'],
    ['rate', 'text'],
    ['rate_day', 'date'],
    ['spread_bps', 'integer'],
    ['expires_at', 'timestamptz'],
    ['created_at', 'timestamptz'],
  ],
  encode: (q) => [
    q.id,
    q.subjectId,
    q.buyerId,
    q.walletId,
    q.paysCurrency,
    q.pays,
    q.buysCurrency,
    q.buys,
    q.rate,
    q.rateDay,
    q.spreadBps,
    q.expiresAt,
    q.createdAt,
  ],
}

const LOAD = {
  name: 'quotes.load',
  sql: `SELECT ${columnNames(quoteTable)} FROM app.quote WHERE id = ANY($1::uuid[])`,
}
const INSERT = insertStatement('quotes.insert', quoteTable)

export const quoteParticipant: Participant = {
  load(ws) {
    const ids = quotes.wanted(ws)
    if (ids.size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [idArray(ids)] },
        absorb: (rows) => {
          for (const row of rows) {
            const r = readRow(row)
            quotes.load(ws, {
              id: r.text(),
              subjectId: r.text(),
              buyerId: r.text(),
              walletId: r.text(),
              paysCurrency: currency(r.text()),
              pays: r.bigint(),
              buysCurrency: currency(r.text()),
              buys: r.bigint(),
              rate: r.text(),
              rateDay: r.text(),
              spreadBps: r.integer(),
              expiresAt: r.instant(),
              createdAt: r.instant(),
            })
          }
        },
      },
    ]
  },
  write(ws): Call[] {
    const created = quotes.created(ws)
    return bulkCalls(INSERT, quoteTable, created)
  },
}
