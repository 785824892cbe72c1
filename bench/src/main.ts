import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startBenchServer } from './database.ts'
import { growthCells } from './growth-cells.ts'
import { ledgerCells } from './ledger-cells.ts'
import { lifecycleRate } from './lifecycle-cells.ts'

/** A figure of this run against another of the same run, and what it ought to be at least. */
interface Ratio {
  readonly name: string
  readonly value: number
  readonly target: number
}

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    large: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
  },
})
const seconds = Number(values.seconds)
const IN_FLIGHT = 128

const server = await startBenchServer()
try {
  const ledger = await ledgerCells(server, seconds)
  const memory = await lifecycleRate(server, 'memory', { inFlight: IN_FLIGHT, seconds })
  const product = await lifecycleRate(server, 'product', { inFlight: IN_FLIGHT, seconds })
  const single = await lifecycleRate(server, 'single', { inFlight: IN_FLIGHT, seconds })
  const growth = values.large ? await growthCells(server, seconds) : undefined
  const ratios: Ratio[] = [
    {
      name: 'ledger transfers / bare insert',
      value: ledger.uniform / ledger.bareInsert,
      target: 0.12,
    },
    {
      name: 'ledger transfers / one per transaction',
      value: ledger.uniform / ledger.onePerTransaction,
      target: 10,
    },
    { name: 'half on one hot account / uniform', value: ledger.hot / ledger.uniform, target: 0.9 },
    {
      name: 'lifecycles / without a database',
      value: product.perSecond / memory.perSecond,
      target: 0.4,
    },
    {
      name: 'lifecycles / one transaction per request',
      value: product.perSecond / single.perSecond,
      target: 7,
    },
    ...(growth === undefined
      ? []
      : [
          {
            name: '1 million accounts / 100 thousand',
            value: growth.accounts1m / growth.accounts100k,
            target: 0.7,
          },
          {
            name: 'after 10 million transfers / before',
            value: growth.after10mTransfers / growth.accounts1m,
            target: 0.7,
          },
        ]),
  ]
  const report = {
    commit: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, memoryBytes: totalmem() },
    seconds,
    inFlight: IN_FLIGHT,
    ledger,
    lifecycles: { memory, product, single },
    ...(growth === undefined ? {} : { growth }),
    ratios,
  }
  print(report)
  await save(report, values.json)
} finally {
  await server.close()
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

type Report = {
  readonly ledger: object
  readonly lifecycles: Readonly<Record<string, { perSecond: number; p50Ms: number; p99Ms: number }>>
  readonly growth?: object
  readonly ratios: readonly Ratio[]
}

function print({ ledger, lifecycles, growth, ratios }: Report): void {
  console.log('\ntransfers per second')
  for (const [name, value] of Object.entries({ ...ledger, ...growth })) {
    console.log(`  ${name.padEnd(42)}${Math.round(Number(value)).toString().padStart(10)}`)
  }
  console.log('\nescrow lifecycles per second, and the latency of a request')
  for (const [name, { perSecond, p50Ms, p99Ms }] of Object.entries(lifecycles)) {
    const rate = Math.round(perSecond).toString().padStart(10)
    console.log(
      `  ${name.padEnd(42)}${rate}   p50 ${p50Ms.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms`,
    )
  }
  console.log('\nratios of this run                                value    target')
  for (const { name, value, target } of ratios) {
    const verdict = value >= target ? '' : '   below'
    console.log(
      `  ${name.padEnd(42)}${value.toFixed(3).padStart(10)}${String(target).padStart(10)}${verdict}`,
    )
  }
}

/** Always kept with the code it measured; elsewhere too when asked. */
async function save(report: object, file: string | undefined): Promise<void> {
  const json = `${JSON.stringify(report, null, 2)}\n`
  const folder = fileURLToPath(new URL('../results/', import.meta.url))
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}latest.json`, json)
  if (file !== undefined) await writeFile(file, json)
}
