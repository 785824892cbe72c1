import type { Rail } from '@danbao/contracts'
import { accept, refuse, type Result, type Uuid } from '@danbao/kernel'
import {
  type FileProblem,
  isReturnFile,
  isSettlementFile,
  readReturnFile,
  readSettlementFile,
  readStatementFile,
  type StatementFile,
} from '@danbao/rails'
import type { PeopleDeps } from '../../base/deps.ts'
import { keyEntries } from './entry-keys.ts'
import type { Outcome } from './outcome.ts'
import { takeBoleto } from './take-boleto.ts'
import { takeEntry } from './take-entry.ts'
import { takeTransfer } from './take-transfer.ts'

/** A file that was understood, and may be taken in. */
export interface ReadableFile {
  readonly format: string
  readonly rail: Rail
  /** One for each of its entries, in their order. */
  readonly takes: readonly ((fileId: Uuid) => Promise<Outcome>)[]
}

/** Finds out what a file is, and that it is whole and ours. */
export function readAny(deps: PeopleDeps, bytes: Uint8Array): Result<ReadableFile, FileProblem> {
  if (isReturnFile(bytes)) return readReturn(deps, bytes)
  if (!isSettlementFile(bytes)) return readStatements(deps, bytes)
  const read = readSettlementFile(bytes)
  if (!read.ok) return read
  const takes = read.value.map((row) => (fileId: Uuid) => takeTransfer(deps, row, fileId))
  return accept({ format: 'settlement', rail: 'western_union', takes })
}

function readReturn(deps: PeopleDeps, bytes: Uint8Array): Result<ReadableFile, FileProblem> {
  const read = readReturnFile(bytes)
  if (!read.ok) return read
  const { format, bank, entries } = read.value
  if (bank !== deps.ways.boleto?.bank) {
    const message = `No boletos of the bank ${bank} are issued here.`
    return refuse({ code: 'foreign_account', place: 'line 1', message })
  }
  const takes = entries.map((entry) => (fileId: Uuid) => takeBoleto(deps, entry, { bank, fileId }))
  return accept({ format, rail: 'boleto', takes })
}

function readStatements(deps: PeopleDeps, bytes: Uint8Array): Result<ReadableFile, FileProblem> {
  const read = readStatementFile(bytes)
  if (!read.ok) return read
  const foreign = foreignAccount(deps, read.value)
  if (foreign !== undefined) return refuse(foreign)
  const takes = read.value.statements.flatMap((statement) => {
    const { currency } = statement
    return keyEntries(statement).map(
      (keyed) => (fileId: Uuid) => takeEntry(deps, keyed, { fileId, currency }),
    )
  })
  return accept({ format: read.value.format, rail: 'bank_transfer', takes })
}

/** A statement of somebody else's account, or of ours in another currency, was given by mistake. */
function foreignAccount(
  { ways }: PeopleDeps,
  { statements }: StatementFile,
): FileProblem | undefined {
  const own = ways.bank?.accounts ?? []
  const foreign = statements.find(
    ({ account, currency }) =>
      !own.some((one) => one.iban === account && one.currency === currency),
  )
  if (foreign === undefined) return undefined
  const { account, currency, id } = foreign
  const message = `The account ${account} in ${currency} is none of this installation's.`
  return { code: 'foreign_account', place: id, message }
}
