// Builds the wallet and the console when what they are made of has changed since the last time.
// Plain JavaScript, so that it runs on whatever Node the machine has; Vite itself runs on ours.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measurePages } from './app-size.mjs'
import { compressFiles } from './compress-files.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
// What a slow phone loads within some seconds.
const MAX_PAGE_BYTES = 200_000

const shared = ['packages/kernel', 'packages/contracts', 'packages/ui', 'package-lock.json']

for (const app of ['wallet', 'console']) buildWhenStale(app)

function buildWhenStale(app) {
  const folder = join(root, 'apps', app)
  const stamp = join(folder, 'dist', '.danbao-build')
  const wanted = hashOf([...shared, `apps/${app}`])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(`Building the ${app} …`)
  // Without its stamp an interrupted build is built again.
  rmSync(stamp, { force: true })
  const path = `${bin}${delimiter}${process.env.PATH}`
  const options = { cwd: folder, env: { ...process.env, PATH: path }, encoding: 'utf8' }
  const { status, stdout, stderr, error } = spawnSync(join(bin, 'vite'), ['build'], options)
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`)
    console.error(`The ${app} could not be built.`)
    process.exit(1)
  }
  refuseHeavyPages(app, join(folder, 'dist'))
  compressFiles(join(folder, 'dist'))
  writeFileSync(stamp, wanted)
}

function refuseHeavyPages(app, dist) {
  const heavy = measurePages(dist).filter(({ bytes }) => bytes > MAX_PAGE_BYTES)
  for (const { page, bytes } of heavy) {
    console.error(`${app}: ${page} loads ${bytes} bytes of script, ${MAX_PAGE_BYTES} are allowed.`)
  }
  if (heavy.length > 0) process.exit(1)
}

/** Of the names and contents of all files below these paths, without tests and results. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesBelow(path)).sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  const folder = readFolder(path)
  if (folder === undefined) return [path]
  return folder
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name))
    .filter((entry) => !entry.name.endsWith('.test.ts'))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`
      return entry.isDirectory() ? filesBelow(below) : [below]
    })
}

function readFolder(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}
