import { Worker } from 'node:worker_threads'
import { z } from 'zod'

const MOST_SECONDS = 60
const zoneLines = z.array(z.string())

/** The lines of the zone in the first of the pictures that has one; undefined: none was read. */
export function readInWorker(
  pictures: readonly Uint8Array[],
): Promise<readonly string[] | undefined> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: { pictures },
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const answer = (lines: readonly string[] | undefined): void => {
      clearTimeout(timer)
      resolve(lines)
      void worker.terminate()
    }
    const timer = setTimeout(() => answer(undefined), MOST_SECONDS * 1000)
    worker.once('message', (message: unknown) => answer(zoneLines.safeParse(message).data))
    worker.once('error', () => answer(undefined))
    worker.once('exit', () => answer(undefined))
  })
}
