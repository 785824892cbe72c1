import { createHash } from 'node:crypto'
import type { Rail } from '@danbao/contracts'
import { formatInstant, type Uuid, uuidOfHash } from '@danbao/kernel'
import { bulkCalls, type Call, idArray, insertStatement, updateStatement } from '@danbao/database'
import { databaseClock } from '../clock/settings.ts'
import { loadPairs } from '../engine/load-pairs.ts'
import type { Load, Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Deposit } from './deposit.ts'
import {
  type Credit,
  creditTable,
  DEPOSIT_COLUMNS,
  depositTable,
  type RailSettlement,
  readDeposit,
  readTopUp,
  type Resolution,
  resolutionTable,
  readSettlement,
  SETTLEMENT_COLUMNS,
  settlementTable,
  TOP_UP_COLUMNS,
  topUpTable,
} from './rows.ts'
import type { TopUp } from './top-up.ts'

/** The top-ups and deposits of a transaction; their rows are locked. */
export const topUps = new Slot<TopUp>()
export const deposits = new Slot<Deposit>()

export const credits = new Slot<Credit>()

export const resolutions = new Slot<Resolution>()

export const settlements = new Slot<RailSettlement>()
export const needSettlement = (id: Uuid) => (ws: WorkingSet) => settlements.want(ws, id)

const returned = new Slot<{ readonly id: Uuid; readonly amount: bigint }>()
const references = new Slot<{ readonly id: Uuid }>()
const keys = new Slot<{ readonly id: Uuid }>()
const numbers = new Slot<{ readonly id: Uuid; readonly number: bigint }>()
const months = new Slot<{ readonly id: Uuid; readonly used: bigint }>()

/** A rail and what it names something by, as one id. */
export function railId(rail: Rail, name: string): Uuid {
  return uuidOfHash(createHash('sha256').update(`${rail} ${name}`).digest('hex'))
}

export const needTopUp = (id: Uuid) => (ws: WorkingSet) => topUps.want(ws, id)
export const needDeposit = (id: Uuid) => (ws: WorkingSet) => deposits.want(ws, id)
export const needReferencedTopUp = (referenceId: Uuid) => (ws: WorkingSet) =>
  references.want(ws, referenceId)
export const needKeyedDeposit = (keyId: Uuid) => (ws: WorkingSet) => keys.want(ws, keyId)
/** The next number, for the top-up that will have this id. */
export const needNumber = (id: Uuid) => (ws: WorkingSet) => numbers.want(ws, id)
/** What a person's boletos of this month come to; their own row must be locked too. */
export const needMonth = (accountId: Uuid) => (ws: WorkingSet) => months.want(ws, accountId)

/** What of a deposit was sent back the way it came. */
export const needReturned = (depositId: Uuid) => (ws: WorkingSet) => returned.want(ws, depositId)

export function returnedOf(ws: WorkingSet, depositId: Uuid): bigint {
  return returned.get(ws, depositId)?.amount ?? 0n
}

export function referencedTopUp(ws: WorkingSet, referenceId: Uuid): TopUp | undefined {
  return topUps.all(ws).find((topUp) => topUp.referenceId === referenceId)
}

export function keyedDeposit(ws: WorkingSet, keyId: Uuid): Deposit | undefined {
  return deposits.all(ws).find((deposit) => deposit.keyId === keyId)
}

export function numberFor(ws: WorkingSet, id: Uuid): bigint | undefined {
  return numbers.get(ws, id)?.number
}

export function usedThisMonth(ws: WorkingSet, accountId: Uuid): bigint {
  return months.get(ws, accountId)?.used ?? 0n
}

/** Those behind it in the same batch see it. */
export function useMonth(ws: WorkingSet, accountId: Uuid, base: bigint): void {
  months.put(ws, { id: accountId, used: usedThisMonth(ws, accountId) + base })
}

const LOAD_TOP_UPS = {
  name: 'top_ups.load',
  sql: `SELECT ${TOP_UP_COLUMNS} FROM app.top_up
    WHERE id = ANY($1::uuid[]) OR reference_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
}
const LOAD_DEPOSITS = {
  name: 'deposits.load',
  sql: `SELECT ${DEPOSIT_COLUMNS} FROM app.deposit
    WHERE id = ANY($1::uuid[]) OR key_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
}
const LOAD_NUMBERS = {
  name: 'top_ups.numbers',
  sql: `SELECT id, nextval('app.top_up_number') FROM unnest($1::uuid[]) AS id`,
}
/** What boletos of these people come to in the month of `now`, in SQL, where boletos are paid. */
export function monthSql(now: string): string {
  return `SELECT account_id, sum(base) FROM app.top_up
    WHERE account_id = ANY($1::uuid[]) AND rail = 'boleto' AND state IN ('awaiting', 'credited')
      AND created_at >= date_trunc('month', ${now}, 'America/Sao_Paulo')
    GROUP BY account_id`
}
const LOAD_MONTHS = { name: 'top_ups.months', sql: monthSql(databaseClock('$2')) }
const LOAD_SETTLEMENTS = {
  name: 'settlements.load',
  sql: `SELECT ${SETTLEMENT_COLUMNS} FROM app.settlement WHERE id = ANY($1::uuid[])`,
}
const LOAD_RETURNED = {
  name: 'deposits.returned',
  sql: `SELECT deposit_id, sum(amount) FROM app.resolution
    WHERE deposit_id = ANY($1::uuid[]) AND kind = 'return' GROUP BY deposit_id`,
}
const INSERT_TOP_UPS = insertStatement('top_ups.insert', topUpTable)
const UPDATE_TOP_UPS = updateStatement('top_ups.update', topUpTable, [
  'arrived',
  'state',
  'reference',
  'reference_id',
  'details',
  'ended_at',
])
const INSERT_DEPOSITS = insertStatement('deposits.insert', depositTable)
const UPDATE_DEPOSITS = updateStatement('deposits.update', depositTable, [
  'open',
  'settled_at',
  'settlement_id',
])
const INSERT_CREDITS = insertStatement('credits.insert', creditTable)
const INSERT_SETTLEMENTS = insertStatement('settlements.insert', settlementTable)
const INSERT_RESOLUTIONS = insertStatement('resolutions.insert', resolutionTable)

export const fundingParticipant: Participant = {
  load: (ws) => [...loadRows(ws), ...loadSettlements(ws), ...loadNumbers(ws)],
  write: (ws): Call[] => [
    ...bulkCalls(INSERT_SETTLEMENTS, settlementTable, settlements.created(ws)),
    ...bulkCalls(INSERT_TOP_UPS, topUpTable, topUps.created(ws)),
    ...bulkCalls(UPDATE_TOP_UPS, topUpTable, topUps.changed(ws)),
    ...bulkCalls(INSERT_DEPOSITS, depositTable, deposits.created(ws)),
    ...bulkCalls(UPDATE_DEPOSITS, depositTable, deposits.changed(ws)),
    ...bulkCalls(INSERT_CREDITS, creditTable, credits.created(ws)),
    ...bulkCalls(INSERT_RESOLUTIONS, resolutionTable, resolutions.created(ws)),
  ],
  // Another process has taken in the same money, or the same number, a moment before.
  isConflict: (constraint) =>
    constraint === 'deposit_key_id_key' ||
    constraint === 'top_up_reference_id_key' ||
    constraint === 'settlement_pkey',
}

function loadRows(ws: WorkingSet): Load[] {
  const [ids, named] = [topUps.wanted(ws), references.wanted(ws)]
  const [own, keyed] = [deposits.wanted(ws), keys.wanted(ws)]
  const loads: Load[] = []
  if (ids.size + named.size > 0) {
    loads.push({
      call: { statement: LOAD_TOP_UPS, values: [idArray(ids), idArray(named)] },
      absorb: (rows) => rows.forEach((row) => topUps.load(ws, readTopUp(row))),
    })
  }
  if (own.size + keyed.size > 0) {
    loads.push({
      call: { statement: LOAD_DEPOSITS, values: [idArray(own), idArray(keyed)] },
      absorb: (rows) => rows.forEach((row) => deposits.load(ws, readDeposit(row))),
    })
  }
  return loads
}

function loadSettlements(ws: WorkingSet): Load[] {
  const ids = settlements.wanted(ws)
  if (ids.size === 0) return []
  return [
    {
      call: { statement: LOAD_SETTLEMENTS, values: [idArray(ids)] },
      absorb: (rows) => rows.forEach((row) => settlements.load(ws, readSettlement(row))),
    },
  ]
}

function loadNumbers(ws: WorkingSet): Load[] {
  return [
    ...loadPairs({
      statement: LOAD_RETURNED,
      ids: returned.wanted(ws),
      keep: (id, amount) => returned.load(ws, { id, amount }),
    }),
    ...loadPairs({
      statement: LOAD_NUMBERS,
      ids: numbers.wanted(ws),
      keep: (id, number) => numbers.load(ws, { id, number }),
    }),
    ...loadPairs({
      statement: LOAD_MONTHS,
      ids: months.wanted(ws),
      more: [formatInstant(ws.recordedAt)],
      keep: (id, used) => months.load(ws, { id, used }),
    }),
  ]
}
