import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'

/**
 * Makes the folder that holds everything the installation keeps and returns its absolute path.
 * Under root PostgreSQL runs as another user, who must be able to pass through (not list) it.
 */
export async function prepareDataFolder(path: string): Promise<string> {
  const folder = resolve(path)
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  await mkdir(folder, { recursive: true, mode })
  return folder
}
