import { parseArgs } from 'node:util'
import { startTestServer } from '@danbao/database/testing'
import { simulate, SimulationFailure } from './simulate.ts'

/** Long runs are cut into episodes, each with a database and a seed of its own. */
const EPISODE_STEPS = 3_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    engines: { type: 'string' },
  },
})

const enginesOf = (text: string | undefined, seed: number): 1 | 2 =>
  text === undefined ? (seed % 2 === 0 ? 1 : 2) : text === '1' ? 1 : 2

async function main(): Promise<void> {
  const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const minutes = Number(values.minutes ?? (values.seed === undefined ? 1 : Infinity))
  const endsAt = performance.now() + minutes * 60_000
  const totals = new Map<string, number>()
  for (let seed = first; ; seed += 1) {
    const engines = enginesOf(values.engines, seed)
    const left = (endsAt - performance.now()) / 60_000
    const steps = Number(values.steps ?? EPISODE_STEPS)
    const run = { seed, steps, engines, minutes: left }
    const result = await simulate({
      ...run,
      onProgress: (step) =>
        process.stdout.write(`\rseed ${seed}, ${engines} engines, step ${step}`),
    })
    for (const [name, times] of result.outcomes) totals.set(name, (totals.get(name) ?? 0) + times)
    console.log(`\rseed ${seed}, ${engines} engines: ${result.steps} steps agree.   `)
    if (minutes === Infinity || performance.now() > endsAt) break
  }
  for (const [name, times] of [...totals].sort())
    console.log(`${times.toString().padStart(8)}  ${name}`)
}

const server = await startTestServer()
process.env['DANBAO_TEST_DATABASE_URL'] = server.databaseUrl
try {
  await main()
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof SimulationFailure ? `\n${error.message}` : error)
} finally {
  await server.stop()
}
