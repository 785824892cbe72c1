// Checks who imports whom, and that the checker has really read the code: without a parser for
// TypeScript it would find no module at all and report success.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { env } from 'node:process'

const LEAST_MODULES = 80

const parser = new URL('parse-tsx.mjs', import.meta.url)
const roots = ['packages', 'apps', 'bench', 'test']
const { stdout, status, stderr } = spawnSync(
  'depcruise',
  ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...roots],
  { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...env, NODE_OPTIONS: `--import ${parser}` } },
)
let report
try {
  report = JSON.parse(stdout)
} catch {
  console.error(stderr || stdout || `depcruise ended with ${status}`)
  process.exit(1)
}
const { summary } = report
for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`)
}
if (summary.totalCruised < LEAST_MODULES) {
  console.error(`Only ${summary.totalCruised} modules were read; the parser does not work.`)
  process.exit(1)
}
// A workspace without a rule would be unchecked in silence.
const config = (await import('../.dependency-cruiser.mjs')).default
const ruled = JSON.stringify(config.forbidden)
for (const group of ['packages', 'apps']) {
  for (const name of readdirSync(group)) {
    if (!ruled.includes(`^${group}/${name}/`)) {
      console.error(`${group}/${name} has no rule in .dependency-cruiser.mjs`)
      process.exit(1)
    }
  }
}
process.exit(summary.error > 0 ? 1 : 0)
