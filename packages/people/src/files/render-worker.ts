import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import decodeHeic from 'heic-decode'
import { z } from 'zod'
import { MOST_PIXELS, MOST_UNEVEN, PDF_SIDE } from './limits.ts'

// Both libraries compute for seconds without a pause. They do it here, where it holds up nobody and
// can be stopped; each file gets a thread, and a memory, of its own.

const job = z
  .object({ kind: z.enum(['pdf', 'heic']), bytes: z.instanceof(Uint8Array) })
  .parse(workerData)

interface Drawn {
  readonly width: number
  readonly height: number
  /** RGBA. */
  readonly data: Uint8Array
}

async function drawPdf(bytes: Uint8Array): Promise<Drawn | undefined> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const page = document.getPage(0)
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  if (!(short > 0) || long / short > MOST_UNEVEN) return undefined
  // The size of the page says nothing about that of the drawing, so it can not be a bomb.
  return page.render({ scale: PDF_SIDE / long })
}

async function drawHeic(bytes: Uint8Array): Promise<Drawn | undefined> {
  const [first] = await decodeHeic.all({ buffer: bytes })
  if (first === undefined || first.width * first.height > MOST_PIXELS) return undefined
  const { width, height, data } = await first.decode()
  return { width, height, data: new Uint8Array(data) }
}

const drawn = await (job.kind === 'pdf' ? drawPdf(job.bytes) : drawHeic(job.bytes))
parentPort?.postMessage(drawn, [])
