import { type Rail, RAILS } from '@danbao/contracts'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'

/** A file of a rail, by the hash of its bytes: the same one changes nothing twice. */
export interface RailFile {
  readonly id: Uuid
  readonly name: string
  readonly format: string
  readonly rail: Rail
  /** JSON: what became of its entries. */
  readonly summary: string
  readonly importedBy: string
  readonly importedAt: Instant
  /** Null: it is being taken in, or that was interrupted. */
  readonly finishedAt: Instant | null
}

export interface NewRailFile extends Pick<RailFile, 'name' | 'format' | 'rail' | 'importedBy'> {
  /** SHA-256 of its bytes, hex. */
  readonly hash: string
  readonly now: Instant
}

const COLUMNS = 'id, name, format, rail, summary, imported_by, imported_at, finished_at'

/** The file as it was begun, by whomever. */
export async function beginFile(pool: Pool, file: NewRailFile): Promise<RailFile> {
  const { hash, name, format, rail, importedBy, now } = file
  await pool.query(
    `INSERT INTO app.rail_file (id, hash, name, format, rail, summary, imported_by, imported_at)
     VALUES ($1, $2, $3, $4, $5, '{}', $6, $7) ON CONFLICT (hash) DO NOTHING`,
    [newUuid(), hash, name, format, rail, importedBy, formatInstant(now)],
  )
  const sql = `SELECT ${COLUMNS} FROM app.rail_file WHERE hash = $1`
  const [found] = (await queryText(pool, sql, [hash])).map(readFile)
  if (found === undefined) throw new Error('A file that was begun is there.')
  return found
}

export async function finishFile(
  pool: Pool,
  id: Uuid,
  { summary, now }: { readonly summary: string; readonly now: Instant },
): Promise<void> {
  await pool.query('UPDATE app.rail_file SET summary = $2, finished_at = $3 WHERE id = $1', [
    ...[id, summary, formatInstant(now)],
  ])
}

/** Newest first. */
export async function listFiles(pool: Pool, limit: number): Promise<readonly RailFile[]> {
  const sql = `SELECT ${COLUMNS} FROM app.rail_file ORDER BY imported_at DESC, id DESC LIMIT $1`
  return (await queryText(pool, sql, [limit])).map(readFile)
}

function readFile(row: readonly (string | null)[]): RailFile {
  const r = readRow(row)
  return {
    id: r.text(),
    name: r.text(),
    format: r.text(),
    rail: oneOf(RAILS, r.text()),
    summary: r.text(),
    importedBy: r.text(),
    importedAt: r.instant(),
    finishedAt: r.maybeInstant(),
  }
}
