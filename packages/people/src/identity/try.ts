import { openOcr } from './reading/ocr.ts'
import { readPicture } from './reading/read-picture.ts'
import { ANNA, drawSpecimen, passportLines, cardLines } from './specimen.ts'
import sharp from 'sharp'
const ocr = await openOcr()
const variants: [string, (b: Buffer) => Promise<Buffer>][] = [
  ['plain', async (b) => b],
  ['rot2', (b) => sharp(b).rotate(1.5, { background: '#888' }).jpeg().toBuffer()],
  ['upside', (b) => sharp(b).rotate(180).jpeg().toBuffer()],
  ['side', (b) => sharp(b).rotate(90).jpeg().toBuffer()],
  ['small', (b) => sharp(b).resize(900).jpeg({ quality: 60 }).toBuffer()],
]
for (const [page, lines] of [['passport', passportLines(ANNA)], ['card_back', cardLines(ANNA)]] as const) {
  const b = await drawSpecimen(ANNA, page)
  console.log(lines.join('\n'))
  for (const [n, f] of variants) {
    const t = Date.now()
    const r = await readPicture(await f(b), ocr)
    console.log(n, Date.now() - t, JSON.stringify(r) === JSON.stringify(lines), r?.join('\n'))
  }
}
await ocr.close()
