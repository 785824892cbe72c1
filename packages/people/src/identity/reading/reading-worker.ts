import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openOcr } from './ocr.ts'
import { readPicture } from './read-picture.ts'

// Looking at every point of a picture takes a while: here it holds up nobody, and can be stopped.

const { pictures } = z.object({ pictures: z.array(z.instanceof(Uint8Array)) }).parse(workerData)

const ocr = await openOcr()
let lines: readonly string[] | undefined
for (const picture of pictures) lines ??= await readPicture(picture, ocr)
await ocr.close()
parentPort?.postMessage(lines, [])
