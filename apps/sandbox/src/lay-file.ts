import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Lays a file down for the operator, below `incoming`; it appears when it is whole. */
export async function layFile(
  folder: string | undefined,
  name: string,
  content: string,
): Promise<void> {
  if (folder === undefined) return
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  await writeFile(join(incoming, `.${name}`), content)
  await rename(join(incoming, `.${name}`), join(incoming, name))
}
