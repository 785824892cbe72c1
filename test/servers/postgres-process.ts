import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The process id of the embedded PostgreSQL of a data folder; undefined while there is none. */
export async function postgresPid(dataFolder: string): Promise<number | undefined> {
  const file = join(dataFolder, 'postgres', 'postmaster.pid')
  const [line] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(line)
  return pid > 0 && (await isRunning(pid)) ? pid : undefined
}

/** A process that has ended and was not reaped does not run any more. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (status !== undefined) return !/^\d+ \(.*\) Z/s.test(status)
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux'
  } catch {
    return false
  }
}
