/** What goes wrong on purpose, as it was asked for. */
export interface FaultSettingsStore<S> {
  read(): S
  /** What is not named stays as it is. */
  change(changes: Readonly<Record<string, unknown>>): S
  reset(): S
}

/** `parse` takes only what fits. */
export function createFaultSettings<S extends object>(
  none: S,
  parse: (settings: object) => S,
): FaultSettingsStore<S> {
  let current = none
  return {
    read: () => current,
    change(changes) {
      const named = Object.entries(changes).filter(([, value]) => value !== undefined)
      current = parse({ ...current, ...Object.fromEntries(named) })
      return current
    },
    reset: () => (current = none),
  }
}
