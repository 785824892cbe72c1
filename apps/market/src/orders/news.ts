/** Tells open pages that something about an order has changed. */
export interface News {
  /** Of these orders; the answer ends it. */
  watch(isMine: (order: string) => boolean, tell: () => void): () => void
  announce(order: string): void
}

export function createNews(): News {
  const watchers = new Set<{ isMine: (order: string) => boolean; tell: () => void }>()
  return {
    watch(isMine, tell) {
      const watcher = { isMine, tell }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    announce(order) {
      for (const { isMine, tell } of watchers) if (isMine(order)) tell()
    },
  }
}
