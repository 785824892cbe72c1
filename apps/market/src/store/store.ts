import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Data, stored } from './data.ts'
import { readWhole, writeWhole } from './write-file.ts'

export interface Store {
  readonly data: Data
  /** Resolves when what is in `data` now is kept. */
  save(): Promise<void>
}

const FILE = 'market.json'
const MOST = { sessions: 5_000, orders: 5_000, seen: 5_000 } as const

/** Without a folder everything is forgotten at the end. */
export async function openStore(folder?: string): Promise<Store> {
  const file = folder === undefined ? undefined : join(folder, FILE)
  const data = file === undefined ? emptyData() : await readData(file)
  let writing: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const write = async (): Promise<void> => {
    next = undefined
    dropOldest(data)
    if (file !== undefined) await writeWhole(file, serialise(data))
  }
  return {
    data,
    save() {
      // Those who ask while a file is being written share the next one.
      next ??= writing.then(write, write)
      writing = next
      return next
    },
  }
}

function emptyData(): Data {
  return { sessions: new Map(), orders: new Map(), goods: new Map(), seen: new Set() }
}

async function readData(file: string): Promise<Data> {
  const text = await readWhole(file)
  if (text === undefined) return emptyData()
  const read = parse(text)
  if (read === undefined) {
    // Of another version, or edited. The shop opens without it, and nothing is thrown away.
    await rename(file, `${file}.unreadable`)
    return emptyData()
  }
  return {
    sessions: new Map(read.sessions),
    orders: new Map(read.orders.map((order) => [order.id, order])),
    goods: new Map(read.goods.map((goods) => [goods.id, goods])),
    seen: new Set(read.seen),
  }
}

function parse(text: string) {
  try {
    return stored.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function serialise({ sessions, orders, goods, seen }: Data): string {
  return JSON.stringify({
    sessions: [...sessions],
    orders: [...orders.values()],
    goods: [...goods.values()],
    seen: [...seen],
  })
}

function dropOldest({ sessions, orders, seen }: Data): void {
  for (const [kept, most] of [
    [sessions, MOST.sessions],
    [orders, MOST.orders],
    [seen, MOST.seen],
  ] as const) {
    for (const key of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(key)
    }
  }
}
