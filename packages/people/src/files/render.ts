import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { MOST_SECONDS } from './limits.ts'

const drawing = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  data: z.instanceof(Uint8Array),
})
export type Drawing = z.infer<typeof drawing>

/** The first page of a PDF, or a HEIC picture, as RGBA; undefined when it can not be drawn. */
export function drawInWorker(
  kind: 'pdf' | 'heic',
  bytes: Uint8Array,
): Promise<Drawing | undefined> {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: { kind, bytes },
    // What the libraries print about broken files is of no use, and may hold their content.
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const answer = (result: Drawing | undefined): void => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => answer(undefined), MOST_SECONDS * 1000)
    worker.once('message', (message: unknown) => answer(drawing.safeParse(message).data))
    worker.once('error', () => answer(undefined))
    worker.once('exit', () => answer(undefined))
  })
}
