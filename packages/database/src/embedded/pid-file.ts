import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode } from './fault.ts'

/** What PostgreSQL says about itself in the `postmaster.pid` of its cluster. */
export interface PidFile {
  readonly pid: number
  /** Undefined while the server has not got so far. */
  readonly socketFolder: string | undefined
  readonly ready: boolean
}

/** Undefined when there is none. A file left by a crash is PostgreSQL's to judge: never delete it. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return ''
    throw new Error(`The database in ${cluster} belongs to another user.`, { cause: error })
  })
  const lines = text.split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, socketFolder: lines[4] || undefined, ready: lines[7]?.trim() === 'ready' }
}

/** Whether the process is the server of this cluster and not a stranger with a reused number. */
export async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
  } catch (error) {
    return !hasCode(error, 'ENOENT') && isAlive(pid)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}
