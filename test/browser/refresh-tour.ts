// Puts the pictures that docs/tour.md names beside it, out of those that the browser tests took.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { PICTURES } from './look.ts'

const inDocs = (path: string): string =>
  fileURLToPath(new URL(`../../docs/${path}`, import.meta.url))

/** What a window shows of it without scrolling: narrow ones are phones. */
function shownHeight(width: number): number {
  return Math.round(width * (width < 700 ? 2.1 : 0.7))
}

async function putPicture(name: string): Promise<void> {
  const picture = sharp(`${PICTURES}${name}.png`)
  const { width, height } = await picture.metadata()
  await picture
    .extract({ left: 0, top: 0, width, height: Math.min(height, shownHeight(width)) })
    .resize({ width: Math.min(width, 1000) })
    .webp({ quality: 80 })
    .toFile(inDocs(`tour/${name}.webp`))
}

const page = await readFile(inDocs('tour.md'), 'utf8')
const names = [...page.matchAll(/\(tour\/([\w-]+)\.webp\)/g)].map(([, name]) => name ?? '')
const missing = names.filter((name) => !existsSync(`${PICTURES}${name}.png`))
if (missing.length > 0) {
  throw new Error(`npm test takes the pictures; not taken yet: ${missing.join(', ')}`)
}
await rm(inDocs('tour'), { recursive: true, force: true })
await mkdir(inDocs('tour'))
for (const name of names) await putPicture(name)
console.log(`${names.length} pictures are in docs/tour.`)
