import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createFaultSettings, type FaultSettingsStore } from '../fault-settings.ts'
import { createTimers } from '../timers.ts'

/** What goes wrong with files on purpose. */
const settings = z.strictObject({
  /** They come so much later. */
  delayMs: z.coerce.number().int().min(0).max(60_000),
  /** Each comes again under another name. */
  twice: z.boolean(),
  /** Each ends in the middle. */
  cut: z.boolean(),
  /** Each waits until a later one was taken away. */
  swapped: z.boolean(),
})
export type FileFaults = z.output<typeof settings>
export const fileFaultChange = settings.partial()

const NONE: FileFaults = { delayMs: 0, twice: false, cut: false, swapped: false }

export type LayFile = (name: string, content: string) => Promise<void>

/** Brings files from bank, agent and boletos to the operator. */
export interface Courier {
  /** Below `incoming` of the folder, as the faults say. */
  readonly lay: LayFile
  readonly faults: FaultSettingsStore<FileFaults>
  /** What is still on its way is lost. */
  close(): void
}

/** So long after the later one the operator has surely taken that in. */
const AFTER_MS = 3_000

/** `folder`: undefined: nowhere. */
export function createCourier(folder: string | undefined): Courier {
  const faults = createFaultSettings(NONE, (wanted) => settings.parse(wanted))
  const timers = createTimers()
  let waiting: (() => void) | undefined
  const bring = async (name: string, content: string): Promise<void> => {
    if (folder !== undefined) await layDown(folder, name, content)
  }
  return {
    faults,
    async lay(name, content) {
      const { delayMs, twice, cut, swapped } = faults.read()
      const whole = cut ? content.slice(0, Math.floor(content.length / 2)) : content
      const all = async (): Promise<void> => {
        await bring(name, whole)
        if (twice) await bring(`again-${name}`, whole)
      }
      if (swapped && waiting === undefined) {
        waiting = () => timers.after(AFTER_MS, () => void all())
        return
      }
      if (delayMs > 0) timers.after(delayMs, () => void all())
      else await all()
      waiting?.()
      waiting = undefined
    },
    close: () => timers.clear(),
  }
}

/** It appears when it is whole. */
async function layDown(folder: string, name: string, content: string): Promise<void> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  await writeFile(join(incoming, `.${name}`), content)
  await rename(join(incoming, `.${name}`), join(incoming, name))
}
