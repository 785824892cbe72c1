import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { copyBinaries } from './binaries.ts'
import { findClosed, isOpen, type Identity } from './identity.ts'

/** Runs a program of PostgreSQL as the right user, and so that the server ends with this process. */
export interface Runner {
  start(program: 'postgres' | 'initdb', args: readonly string[], stdio: Stdio): ChildProcess
}

type Stdio = NonNullable<SpawnOptions['stdio']>

/**
 * The user that root runs PostgreSQL as often can not pass through the folders of the repository
 * (a home of mode 0700). Then the process gets the one capability to read and pass any folder;
 * where that can not be had, the programs are copied to an open place.
 */
export async function chooseRunner(
  native: string,
  dataFolder: string,
  identity: Identity | undefined,
): Promise<Runner> {
  if (identity === undefined) return createRunner(native, await ownPrefix(), undefined)
  const plain = (programs: string): Promise<Runner> => plainRunner(programs, identity)
  const closedData = await findClosed(await realpath(dataFolder), identity)
  const server = await realpath(join(native, 'bin', 'postgres'))
  const closedServer = await findClosed(server, identity)
  if (closedData === undefined && closedServer === undefined) return plain(native)

  const reading = createRunner(native, readingPrefix(identity), undefined)
  // The capability opens folders, but a program that an install under umask 077 left closed stays so.
  if ((await isOpen(server, identity)) && (await works(reading))) return reading
  const copy = await copyBinaries(native)
  if (closedData === undefined) return plain(copy)
  const readingCopy = createRunner(copy, readingPrefix(identity), undefined)
  if (await works(readingCopy)) return readingCopy
  throw new Error(
    `PostgreSQL runs as the user "${identity.name}", who can not pass through ${closedData}. ` +
      `Choose a data folder outside of it, or open the way with: chmod o+x '${closedData}'`,
  )
}

function createRunner(
  native: string,
  prefix: readonly string[],
  identity: Identity | undefined,
): Runner {
  return {
    start(program, args, stdio) {
      const [file = '', ...rest] = [...prefix, join(native, 'bin', program), ...args]
      return spawn(file, rest, {
        stdio,
        // Ctrl-C must reach this process only: it still has work to finish before PostgreSQL ends.
        detached: true,
        cwd: '/',
        // Nothing of PGDATA, PGPORT and the like may lead the server elsewhere.
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
        ...(identity === undefined ? {} : { uid: identity.uid, gid: identity.gid }),
      })
    },
  }
}

const END_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT']

async function plainRunner(native: string, identity: Identity): Promise<Runner> {
  return (await hasSetpriv())
    ? createRunner(native, [...switchUser(identity), '--'], undefined)
    : createRunner(native, [], identity)
}

async function ownPrefix(): Promise<readonly string[]> {
  return (await hasSetpriv()) ? [...END_WITH_PARENT, '--'] : []
}

function switchUser({ uid, gid }: Identity): readonly string[] {
  return [...END_WITH_PARENT, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

function readingPrefix(identity: Identity): readonly string[] {
  return [
    ...switchUser(identity),
    // Without this access(2), by which PostgreSQL looks for its own programs, ignores capabilities.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--',
  ]
}

/** Absent on macOS; that of BusyBox knows no --pdeathsig. */
function hasSetpriv(): Promise<boolean> {
  return succeeds(spawn('setpriv', ['--pdeathsig', 'INT', '--', 'true'], { stdio: 'ignore' }))
}

function works(runner: Runner): Promise<boolean> {
  return succeeds(runner.start('postgres', ['-V'], 'ignore'))
}

async function succeeds(child: ChildProcess): Promise<boolean> {
  try {
    const [code] = await once(child, 'exit')
    return code === 0
  } catch {
    return false
  }
}
