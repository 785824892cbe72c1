// Runs before everything else, on whatever Node the machine has: installs the dependencies when
// they are missing or older than the lock file. Plain JavaScript without imports of its own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lock = readFileSync(join(root, 'package-lock.json'))
const wanted = createHash('sha256').update(lock).digest('hex')
const stamp = join(root, 'node_modules', '.danbao-lock')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined

if (installed !== wanted) {
  console.log('Installing the dependencies …')
  // Not `npm ci`: it fails where a registry does not carry the binaries of every other platform.
  // The lock file is followed and left as it is all the same.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error(
      `npm install failed${error ? `: ${error.message}` : ''}. Is the npm registry reachable?`,
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
