import { chown, lchown, readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCode } from './fault.ts'

/** A user of the machine that PostgreSQL runs as. */
export interface Identity {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Root runs it as the owner of the cluster, for a new one as
 * the first of `postgres` and `nobody` that exists; everybody else as themselves (undefined).
 */
export async function chooseIdentity(cluster: string): Promise<Identity | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await readOwner(cluster)
  if (owner !== undefined && owner.uid !== 0) return owner
  const users = await readUsers()
  const identity = users.get('postgres') ?? users.get('nobody')
  if (identity === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody". ' +
        'Start as another user, or give the address of a PostgreSQL server in DATABASE_URL.',
    )
  }
  // A cluster that root copied or restored from a backup.
  if (owner !== undefined) await giveTo(cluster, identity)
  return identity
}

async function readOwner(path: string): Promise<Identity | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { name: String(uid), uid, gid }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function readUsers(): Promise<ReadonlyMap<string, Identity>> {
  const users = new Map<string, Identity>()
  for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name === undefined || uid === undefined || gid === undefined) continue
    users.set(name, { name, uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) })
  }
  return users
}

async function giveTo(folder: string, { uid, gid }: Identity): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid)
  }
  await chown(folder, uid, gid)
}

/** The first folder on the way to `path`, or `path` itself, that the user can not pass or run. */
export async function findClosed(path: string, identity: Identity): Promise<string | undefined> {
  const parent = dirname(path)
  const closed = parent === path ? undefined : await findClosed(parent, identity)
  if (closed !== undefined) return closed
  return (await isOpen(path, identity)) ? undefined : path
}

/** Whether the mode of the folder or program, looked at alone, lets the user pass or run it. */
export async function isOpen(path: string, identity: Identity): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const shift = uid === identity.uid ? 6 : gid === identity.gid ? 3 : 0
  return ((mode >> shift) & 1) === 1
}
