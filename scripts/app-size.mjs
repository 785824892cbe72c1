// How much script the pages of a built app load before anything can be seen, compressed as it is
// sent. Vite's manifest says which files belong together.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Of every page: its name and the compressed bytes of script that it and the entry load. */
export function measurePages(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const pages = Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'))
  return ['index.html', ...pages].map((key) => {
    const files = new Set([...scriptsOf(manifest, 'index.html'), ...scriptsOf(manifest, key)])
    const sizes = [...files].map((file) => gzipSync(readFileSync(join(folder, file))).length)
    return { page: key, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  })
}

function scriptsOf(manifest, key) {
  const { file, imports = [] } = manifest[key]
  return [file, ...imports.flatMap((one) => scriptsOf(manifest, one))]
}
