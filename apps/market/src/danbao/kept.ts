import { join } from 'node:path'
import { z } from 'zod'
import { readWhole, writeWhole } from '../store/index.ts'

const FILE = 'market-danbao.json'

const kept = z.object({
  /** Where webhooks come in; the secret is shown once, when it is made. */
  endpoint: z.object({ id: z.string(), secret: z.string() }).optional(),
})
export type Kept = z.infer<typeof kept>

/** What the shop has to remember of Danbao, in a file that only its owner can read. */
export async function readKept(folder: string | undefined): Promise<Kept> {
  if (folder === undefined) return {}
  const text = await readWhole(join(folder, FILE))
  try {
    return text === undefined ? {} : kept.parse(JSON.parse(text))
  } catch {
    // A secret that can not be read is a lost one: another is made.
    return {}
  }
}

export async function writeKept(folder: string | undefined, value: Kept): Promise<void> {
  if (folder !== undefined) await writeWhole(join(folder, FILE), JSON.stringify(value))
}
