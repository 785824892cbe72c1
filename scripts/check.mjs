// Everything that can be said about the code without running it: format, lint, boundaries, types,
// dead code. The first that fails ends the check.
import { spawnSync } from 'node:child_process'

const checks = [
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['boundaries', 'node', ['scripts/boundaries.mjs']],
  ['types', 'tsc', ['--noEmit']],
  ['types of the apps', 'tsc', ['--noEmit', '-p', 'tsconfig.web.json']],
  ['dead code', 'knip', ['--no-progress']],
]

for (const [name, command, args] of checks) {
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`check: ${name} failed`)
    process.exit(1)
  }
  console.log(`check: ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
