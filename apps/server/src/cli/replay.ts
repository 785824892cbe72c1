import { writeFile } from 'node:fs/promises'
import { replay, type ReplayProgress } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { systemClock } from '@danbao/kernel'
import { type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase } from '../open-database.ts'

interface ReplayOptions {
  readonly report?: string | undefined
  readonly database?: string | undefined
}

/** Runs a folder of real orders through the same commands as the API, in simulated time. */
export async function replayCommand(
  config: Config,
  [folder]: readonly string[],
  options: ReplayOptions,
): Promise<number> {
  if (folder === undefined) throw new OperatorError('danbao replay FOLDER [--report FILE]')
  const database = await openConfiguredDatabase(config, silentLog, {
    name: options.database ?? 'replay',
  })
  try {
    const onProgress = createProgressBar()
    const report = await replay({ database, folder, clock: systemClock(), onProgress })
    for (const { file, line, problem } of report.unreadable) {
      console.error(`${file}:${line}: ${problem}`)
    }
    const json = `${JSON.stringify(report, null, 2)}\n`
    if (options.report === undefined) process.stdout.write(json)
    else await writeFile(options.report, json)
    return report.audit.ok ? 0 : 1
  } finally {
    await database.close()
  }
}

const WIDTH = 40

/** Drawn on a terminal; elsewhere a line for every tenth, so that logs stay short. */
function createProgressBar(): (progress: ReplayProgress) => void {
  let drawn = -1
  return ({ done, total }) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
    const step = process.stderr.isTTY ? percent : Math.floor(percent / 10)
    if (step === drawn) return
    drawn = step
    const full = Math.round((percent * WIDTH) / 100)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    const text = `${bar} ${percent} %  ${done} of ${total} steps`
    process.stderr.write(
      process.stderr.isTTY ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`,
    )
  }
}
