import { deviceMemory, type Memory } from '../state/memory.ts'

/** Something that was read, to be shown again while the device is offline. */
export interface KeptRead {
  readonly key: readonly unknown[]
  readonly data: unknown
  /** Epoch milliseconds of the device. */
  readonly at: number
}

export interface KeptReads {
  readonly all: () => readonly KeptRead[]
  readonly keep: (read: KeptRead) => void
  /** At sign-out, and when somebody else signs in: nobody sees what another has read. */
  readonly forget: () => void
}

const MAX_CHARACTERS = 300_000

/** Keeps the last state of a few reads on this device. */
export function createKeptReads(app: string, memory: Memory = deviceMemory): KeptReads {
  const slot = `read.${app}`
  const all = (): readonly KeptRead[] => parse(memory.read(slot))
  return {
    all,
    forget: () => memory.forget(slot),
    keep: (read) => {
      const name = JSON.stringify(read.key)
      const others = all().filter(({ key }) => JSON.stringify(key) !== name)
      const text = JSON.stringify([...others, read])
      if (text.length <= MAX_CHARACTERS) memory.write(slot, text)
    },
  }
}

function parse(text: string | null): readonly KeptRead[] {
  try {
    const reads: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(reads) ? reads.filter(isKeptRead) : []
  } catch {
    return []
  }
}

function isKeptRead(value: unknown): value is KeptRead {
  if (typeof value !== 'object' || value === null) return false
  return 'key' in value && Array.isArray(value.key) && 'data' in value && 'at' in value
}
