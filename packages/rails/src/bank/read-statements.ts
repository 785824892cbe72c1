import type { Result } from '@danbao/kernel'
import type { FileProblem } from '../problem.ts'
import { readCamt } from './camt.ts'
import { readMt940 } from './mt940.ts'
import type { StatementFile } from './statement.ts'

/** Reads what a bank sends: camt.053, camt.054 or MT940. The whole file, or none of it. */
export function readStatementFile(bytes: Uint8Array): Result<StatementFile, FileProblem> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 500)).trimStart()
  return /^(\u00ef\u00bb\u00bf)?</.test(start) ? readCamt(bytes) : readMt940(bytes)
}
