#!/usr/bin/env node
// The `danbao` command. The product needs the Node that the project pins; a machine's own may be
// older, so an older one hands over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const major = Number(process.versions.node.split('.')[0])
const pinned = join(here, '../../../node_modules/.bin/node')

if (major >= 24) {
  await import('../src/cli/main.ts')
} else if (existsSync(pinned)) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const child = spawn(pinned, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
} else {
  console.error('danbao needs Node 24. Run `npm start` in the repository first.')
  process.exit(1)
}
