import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createCore, loadSettings } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { systemClock } from '@danbao/kernel'
import { importFile } from '@danbao/people'
import { atPort, type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase } from '../open-database.ts'
import { openPeopleDeps, openWays } from '../people/index.ts'

/** Takes in a bank's file, beside a running server or without one; 1 when it is refused. */
export async function importCommand(asked: Config, words: readonly string[]): Promise<number> {
  // No browser is led anywhere from here; what people are made of wants an address all the same.
  const config = atPort(asked, asked.port)
  const [path] = words
  if (path === undefined) throw new OperatorError('danbao import FILE')
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new OperatorError(`${path} can not be read: ${String(error)}`)
  })
  const database = await openConfiguredDatabase(config, silentLog, { mustExist: true })
  const clock = systemClock()
  const core = createCore({ database, clock })
  try {
    const { mode } = await loadSettings(database.pool)
    const deps = await openPeopleDeps({ config, core, mode, clock })
    const ways = await openWays(config, { mode, webMoneyUrl: undefined })
    const file = { name: basename(path), bytes, by: 'command line' }
    const imported = await importFile({ ...deps, ways }, file, showProgress)
    if (!imported.ok) {
      const { code, place, message } = imported.refusal
      console.error(`Nothing was taken in. ${place}: ${message} (${code})`)
      return 1
    }
    const { isKnown, format, counts } = imported.value
    console.log(isKnown ? `This ${format} was taken in before; nothing has changed.` : format)
    for (const [outcome, count] of Object.entries(counts)) console.log(`${outcome} ${count}`)
    return 0
  } finally {
    await core.close()
    await database.close()
  }
}

const STEP = 100

function showProgress(done: number, of: number): void {
  if (done % STEP === 0 && done < of) console.error(`${done} of ${of} entries`)
}
