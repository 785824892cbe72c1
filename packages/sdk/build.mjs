// Makes dist/: a package of plain JavaScript and type declarations that can be published by itself.
// In the workspace @danbao/sdk stays its source.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(fileURLToPath(import.meta.url))
const packages = dirname(home)
const dist = join(home, 'dist')

/** Emits the SDK and what it imports of the other packages, each in a folder of its own. */
function compile() {
  const tsc = join(packages, '../node_modules/typescript/bin/tsc')
  const project = join(home, 'tsconfig.build.json')
  execFileSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
}

/** The other packages are not published, so their names become paths within dist/. */
function linkPackages() {
  for (const file of globSync('**/*.{js,d.ts}', { cwd: dist })) {
    const path = join(dist, file)
    const linked = readFileSync(path, 'utf8')
      .replaceAll(/(['"])@danbao\/(\w+)\1/g, (_, quote, name) => {
        const to = relative(dirname(path), join(dist, name, 'src/index.js'))
        return quote + (to.startsWith('.') ? to : `./${to}`) + quote
      })
      // Declarations keep the paths of the sources.
      .replaceAll(/((?:from |import\()['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
    writeFileSync(path, linked)
  }
}

function describePackage() {
  const { name, version, description, license } = readManifest('sdk')
  const { zod } = readManifest('contracts').dependencies
  const entry = { types: './sdk/src/index.d.ts', default: './sdk/src/index.js' }
  const manifest = {
    ...{ name, version, description, license, type: 'module', sideEffects: false },
    ...{ engines: { node: '>=20.3' }, exports: { '.': entry }, dependencies: { zod } },
  }
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(home, 'README.md'), join(dist, 'README.md'))
}

function readManifest(name) {
  return JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
}

rmSync(dist, { recursive: true, force: true })
compile()
linkPackages()
describePackage()
