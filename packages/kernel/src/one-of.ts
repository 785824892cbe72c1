import { InvariantError } from './invariant.ts'

/** The member of a list that a stored text stands for; anything else is a bug or a broken row. */
export function oneOf<T extends string>(values: readonly T[], text: string): T {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new InvariantError(`"${text}" is none of ${values.join(', ')}.`)
  return found
}
