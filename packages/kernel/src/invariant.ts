/** A bug in this code base, never a user's mistake: nothing catches it to carry on. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Stops with InvariantError unless the condition holds. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}
