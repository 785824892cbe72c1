import { createHash } from 'node:crypto'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from './fault.ts'
import type { Identity } from './identity.ts'

/** There is no TCP: the port is only a part of the socket's name. */
export const PORT = 5432

/** macOS allows 103 bytes, Linux 107. */
const MAX_SOCKET_PATH_BYTES = 103

/** The cluster's own folder, or a short private one where the path of the socket would be too long. */
export async function chooseSocketFolder(
  cluster: string,
  identity: Identity | undefined,
): Promise<string> {
  if (fits(cluster)) return cluster
  const name = `danbao-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const short = join(tmpdir(), name)
  const folder = fits(short) ? short : join('/tmp', name)
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  await checkPrivate(folder, identity)
  return folder
}

function fits(folder: string): boolean {
  return Buffer.byteLength(socketPath(folder)) <= MAX_SOCKET_PATH_BYTES
}

export function socketPath(folder: string): string {
  return join(folder, `.s.PGSQL.${PORT}`)
}

/** Anybody may make a folder of this name there: it must be ours before it is trusted. */
async function checkPrivate(folder: string, identity: Identity | undefined): Promise<void> {
  const me = process.getuid?.()
  const found = await lstat(folder)
  const ours = found.uid === me || found.uid === identity?.uid
  if (!found.isDirectory() || !ours || (found.mode & 0o077) !== 0) {
    throw new Error(`The folder ${folder} belongs to somebody else; remove it.`)
  }
  if (identity !== undefined) await chown(folder, identity.uid, identity.gid)
}
