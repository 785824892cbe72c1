import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { importFile } from './import-file.ts'

/** A file that is still being written grows; one that has rested so long does not. */
const RESTED_MS = 1_000

/**
 * Takes in what lies in `incoming`. A file moves on to `done`, or to `refused` with a text beside it
 * that says why. Returns how many there were. Of several servers one moves the file; the entries of
 * a file that two have read count once.
 */
export async function importFolder(
  deps: PeopleDeps,
  folder: string,
  now: () => number = Date.now,
): Promise<number> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  let count = 0
  for (const name of (await readdir(incoming)).toSorted()) {
    const path = join(incoming, name)
    if (name.startsWith('.') || !(await hasRested(path, now()))) continue
    if (await importOne(deps, folder, name)) count += 1
  }
  return count
}

async function hasRested(path: string, now: number): Promise<boolean> {
  const found = await unlessGone(stat(path))
  return found?.isFile() === true && now - found.mtimeMs >= RESTED_MS
}

/** False: another server was faster. */
async function importOne(deps: PeopleDeps, folder: string, name: string): Promise<boolean> {
  const path = join(folder, 'incoming', name)
  const bytes = await unlessGone(readFile(path))
  if (bytes === undefined) return false
  const imported = await importFile(deps, { name, bytes, by: 'folder' })
  const place = join(folder, imported.ok ? 'done' : 'refused')
  await mkdir(place, { recursive: true })
  // Some banks give all their files one name: none takes the place of another.
  const isTaken = (await readdir(place)).includes(name)
  const kept = isTaken ? `${Date.now()}-${name}` : name
  if (!imported.ok) {
    const { code, place: where, message } = imported.refusal
    await writeFile(join(place, `${kept}.why.txt`), `${code}, ${where}: ${message}\n`)
  }
  await unlessGone(rename(path, join(place, kept)))
  return true
}

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
