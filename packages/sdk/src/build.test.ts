import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

beforeAll(() => void execFileSync(process.execPath, [path('build.mjs')]))

it('builds a package that refers to nothing that is not published', () => {
  const files = globSync('**/*.{js,d.ts}', { cwd: path('dist') })
  expect(files).toContain('sdk/src/index.d.ts')
  for (const file of files) {
    const names = [
      ...readFileSync(path(`dist/${file}`), 'utf8').matchAll(/(?:from|import\() ?['"](.+?)['"]/g),
    ]
    for (const [, name] of names) expect(name, file).toMatch(/^(zod(\/v4\/core)?$|\.\.?\/.*\.js$)/)
  }
  const { dependencies, exports } = JSON.parse(readFileSync(path('dist/package.json'), 'utf8'))
  expect(Object.keys(dependencies)).toEqual(['zod'])
  for (const file of Object.values(exports['.'])) expect(files).toContain(String(file).slice(2))
})

it('builds a package that plain JavaScript can use', () => {
  const program = `
    const { createDanbao } = await import('./dist/sdk/src/index.js')
    const fetch = async (url) => Response.json({ id: url })
    const danbao = createDanbao({ apiKey: 'k', baseUrl: 'http://danbao.test', fetch })
    console.log((await danbao.payments.get('pay_1')).id)`
  const options = { cwd: path('.'), encoding: 'utf8' } as const
  // Without type stripping, as older Nodes are.
  const flags = ['--no-experimental-strip-types', '--input-type=module', '-e']
  const output = execFileSync(process.execPath, [...flags, program], options)
  expect(output.trim()).toBe('http://danbao.test/v1/payments/pay_1')
})
