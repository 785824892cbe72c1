import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const README = new URL('../README.md', import.meta.url)
const FRONT_DOOR = new URL('./index.ts', import.meta.url)
const TIMEOUT_MS = 60_000

/** Where the examples run: a sandbox, and a key of a marketplace there. */
export interface ExampleServer {
  readonly baseUrl: string
  readonly apiKey: string
}

/**
 * Runs the examples of the README, in their order as one program, and resolves to what they
 * print. Rejects with their output when they fail.
 */
export async function runReadmeExamples(server: ExampleServer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'danbao-readme-'))
  try {
    const file = join(folder, 'examples.mts')
    await writeFile(file, await readExamples())
    const env = { ...process.env, DANBAO_URL: server.baseUrl, DANBAO_KEY: server.apiKey }
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, [file], { env, timeout: TIMEOUT_MS })
    return stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readExamples(): Promise<string> {
  const readme = await readFile(README, 'utf8')
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code)
  return blocks.join('\n').replaceAll("'@danbao/sdk'", `'${FRONT_DOOR.href}'`)
}
