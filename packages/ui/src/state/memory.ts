/** What the browser keeps for us. It may refuse (private windows, full disks); then we forget. */
export interface Memory {
  readonly read: (key: string) => string | null
  readonly write: (key: string, text: string) => void
  readonly forget: (key: string) => void
}

function memoryIn(find: () => Storage): Memory {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(find())
    } catch {
      return otherwise
    }
  }
  return {
    read: (key) => attempt((storage) => storage.getItem(`danbao.${key}`), null),
    write: (key, text) => attempt((storage) => storage.setItem(`danbao.${key}`, text), undefined),
    forget: (key) => attempt((storage) => storage.removeItem(`danbao.${key}`), undefined),
  }
}

/** Until the tab is closed. */
export const tabMemory: Memory = memoryIn(() => sessionStorage)
/** Until the person clears it. */
export const deviceMemory: Memory = memoryIn(() => localStorage)
