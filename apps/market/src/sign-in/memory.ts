import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

const MOST_ENTRIES = 10_000
const DAY_SECONDS = 24 * 60 * 60

/** What is under way, until the process ends; the oldest give way when there are too many. */
export function createMemory(): (model: string) => Adapter {
  const entries = new Map<string, Entry>()

  function find(key: string): AdapterPayload | undefined {
    const entry = entries.get(key)
    return entry === undefined || entry.expiresAt <= Date.now() ? undefined : entry.payload
  }

  function findBy(model: string, name: 'uid' | 'userCode', value: string) {
    for (const key of entries.keys()) {
      const payload = key.startsWith(`${model}:`) ? find(key) : undefined
      if (payload?.[name] === value) return payload
    }
    return undefined
  }

  function makeRoom(): void {
    for (const key of entries.keys()) {
      if (entries.size <= MOST_ENTRIES) return
      entries.delete(key)
    }
  }

  return (model) => ({
    async upsert(id, payload, expiresInSeconds) {
      const key = `${model}:${id}`
      // Set anew, it becomes the youngest.
      entries.delete(key)
      entries.set(key, {
        payload,
        expiresAt: Date.now() + (expiresInSeconds ?? DAY_SECONDS) * 1000,
      })
      makeRoom()
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, 'uid', uid),
    findByUserCode: async (userCode) => findBy(model, 'userCode', userCode),
    async consume(id) {
      const payload = find(`${model}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) {
        if (payload.grantId === grantId) entries.delete(key)
      }
    },
  })
}
