import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCode } from './fault.ts'
import type { Identity } from './identity.ts'
import type { Runner } from './runner.ts'

/** The version of the programs; a cluster of another one has to be upgraded by hand. */
const MAJOR_VERSION = '18'

const CLUSTER_OPTIONS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--data-checksums',
  // Acceptable because there is no TCP and the socket's folder lets in its owner only.
  '--auth=trust',
]

const DRAFT_LIFETIME_MS = 10 * 60_000

/**
 * Makes the cluster unless it is there. Several processes may try at once: each builds its own
 * draft, one rename wins, the others throw theirs away.
 */
export async function createCluster(
  cluster: string,
  runner: Runner,
  identity: Identity | undefined,
): Promise<void> {
  if ((await readVersion(cluster)) !== undefined) return
  await removeOldDrafts(cluster)
  const draft = `${cluster}.new-${randomBytes(6).toString('hex')}`
  try {
    await mkdir(draft, { mode: 0o700 })
    if (identity !== undefined) await chown(draft, identity.uid, identity.gid)
    await initialise(draft, runner)
    await moveInPlace(draft, cluster)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  if ((await readVersion(cluster)) !== undefined) return
  throw new Error(`The folder ${cluster} is not empty and holds no PostgreSQL cluster.`)
}

async function readVersion(cluster: string): Promise<string | undefined> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new Error(`The database in ${cluster} belongs to another user.`, { cause: error })
  })
  if (version === undefined || version.trim() === MAJOR_VERSION) return version
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${version.trim()}, ` +
      `but the one in use is ${MAJOR_VERSION}. Upgrade it with pg_upgrade first.`,
  )
}

async function initialise(draft: string, runner: Runner): Promise<void> {
  const child = runner.start(
    'initdb',
    ['-D', draft, '-U', 'postgres', ...CLUSTER_OPTIONS],
    ['ignore', 'ignore', 'pipe'],
  )
  let complaint = ''
  child.stderr?.on('data', (chunk: unknown) => (complaint += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The database could not be created: ${complaint.trim()}`)
}

async function moveInPlace(draft: string, cluster: string): Promise<void> {
  try {
    await rename(draft, cluster)
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  }
  const folder = await open(dirname(cluster))
  await folder.sync().finally(() => folder.close())
}

/** Drafts of processes that were killed; a young one may belong to a process at work. */
async function removeOldDrafts(cluster: string): Promise<void> {
  const parent = dirname(cluster)
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (!path.startsWith(`${cluster}.new-`)) continue
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || Date.now() - found.mtimeMs < DRAFT_LIFETIME_MS) continue
    await rm(path, { recursive: true, force: true })
  }
}
