import { tabMemory } from '@danbao/ui'

type Keys = Readonly<Record<string, string>>

// Beside the tab's memory, which a browser may refuse: the second press must find the first's key.
const known = new Map<string, Keys>()

/**
 * The key of one thing that somebody is about to do, sent with it: what was done for it once is not
 * done again. It stays the same in this tab until `forgetCommandKey`, also over a reload or a sign-in
 * in the middle of it. Another `what`, e.g. another amount, is another thing.
 */
export function commandKey(name: string, what: unknown = null): string {
  const keys = readKeys(name)
  const wanted = JSON.stringify(what)
  const found = keys[wanted]
  if (found !== undefined) return found
  const made = newKey()
  const all = { ...keys, [wanted]: made }
  known.set(name, all)
  tabMemory.write(slotOf(name), JSON.stringify(all))
  return made
}

/** It was done: when it is done once more, that is something new. */
export function forgetCommandKey(name: string): void {
  known.delete(name)
  tabMemory.forget(slotOf(name))
}

const slotOf = (name: string): string => `key.${name}`

function newKey(): string {
  // Not randomUUID: browsers have that only where the address is one that they trust.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function readKeys(name: string): Keys {
  return known.get(name) ?? parseKeys(tabMemory.read(slotOf(name)))
}

function parseKeys(text: string | null): Keys {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
    return Object.fromEntries(entries.filter(([, key]) => typeof key === 'string'))
  } catch {
    return {}
  }
}
