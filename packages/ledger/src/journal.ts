/**
 * Takes back what a refused command did in memory. Every change records how it is undone.
 */
export class Journal {
  readonly #undos: (() => void)[] = []

  record(undo: () => void): void {
    this.#undos.push(undo)
  }

  /** The present point, to roll back to. */
  mark(): number {
    return this.#undos.length
  }

  rollback(mark: number): void {
    while (this.#undos.length > mark) this.#undos.pop()?.()
  }

  /** What was done so far stays done. */
  forget(): void {
    this.#undos.length = 0
  }
}
