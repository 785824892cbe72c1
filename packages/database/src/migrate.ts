import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'

/** A folder of numbered SQL files (`0001-name.sql`) that belong together. */
export interface MigrationSource {
  readonly name: string
  readonly folder: URL
}

export interface Migration {
  readonly source: string
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

interface Applied {
  readonly source: string
  readonly name: string
  readonly sha256: string
}

const LOCK = `hashtext('danbao_migration')`

/**
 * Applies what is missing, by source and then by number, each file once and in a transaction of
 * its own. Safe to call from several processes at once. Give all sources of a database in one
 * call: whatever the database holds beyond them is taken for the work of newer code.
 * Throws when an applied file was changed or is unknown, and when a file fails.
 */
export async function migrate(pool: Pool, sources: readonly MigrationSource[]): Promise<void> {
  const migrations = await readMigrations(sources)
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const applied = await readApplied(client)
    checkKnown(migrations, applied)
    for (const migration of findMissing(migrations, applied)) await apply(client, migration)
  } finally {
    // Not back into the pool: closing it gives up the lock and the settings.
    client.release(true)
  }
}

/** The files of all sources in the order in which they are applied. */
export async function readMigrations(
  sources: readonly MigrationSource[],
): Promise<readonly Migration[]> {
  const lists = await Promise.all(sources.map(readSource))
  return lists.flat()
}

async function readSource({ name: source, folder }: MigrationSource): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  names.forEach((name, index) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined) {
      throw new Error(`The migration ${source}/${name} must be named like 0001-name.sql.`)
    }
    if (names[index - 1]?.startsWith(`${number}-`) === true) {
      throw new Error(`Two migrations of ${source} have the number ${number}.`)
    }
  })
  const base = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`)
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, base), 'utf8')
      return { source, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function readApplied(client: PoolClient): Promise<readonly Applied[]> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS danbao_migration (
      source text NOT NULL,
      name text NOT NULL,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (source, name)
    )`)
  const { rows } = await client.query<Applied>(
    'SELECT source, name, sha256 FROM danbao_migration ORDER BY source, name',
  )
  return rows
}

function checkKnown(migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const { source, name, sha256 } of applied) {
    const file = migrations.find((known) => known.source === source && known.name === name)
    if (file === undefined) {
      throw new Error(
        `The database is newer than this version: it holds the migration ${source}/${name}, ` +
          'which is unknown here. Start the newer version.',
      )
    }
    if (file.sha256 !== sha256) {
      throw new Error(
        `The migration ${source}/${name} was changed after it had been applied. ` +
          'Restore the file and put the change into a new migration.',
      )
    }
  }
}

function findMissing(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] {
  const missing = migrations.filter(
    ({ source, name }) => !applied.some((done) => done.source === source && done.name === name),
  )
  for (const { source, name } of missing) {
    const later = applied.find((done) => done.source === source && done.name > name)
    if (later === undefined) continue
    throw new Error(
      `The migration ${source}/${name} comes before ${later.name}, which is already applied. ` +
        'Give it a higher number.',
    )
  }
  return missing
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  const { source, name, sha256, sql } = migration
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('INSERT INTO danbao_migration (source, name, sha256) VALUES ($1, $2, $3)', [
      source,
      name,
      sha256,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`The migration ${source}/${name} failed: ${String(error)}`, { cause: error })
  }
}
