import { accept, refuse, type Result } from '@danbao/kernel'

/** Why a file of a rail can not be read. It is taken in whole or not at all. */
export interface FileProblem {
  /** Stable, for programs, e.g. `malformed_amount`. */
  readonly code: string
  /** Where in the file: a line, or an element and its number. */
  readonly place: string
  /** For whoever has to mend it, in English. */
  readonly message: string
}

/** Carries the first problem out of the reading of a file. */
export class Unreadable extends Error {
  readonly problem: FileProblem
  /** `place`: a number is that of a line. */
  constructor(code: string, place: string | number, message: string) {
    super(message)
    this.problem = { code, place: typeof place === 'number' ? `line ${place}` : place, message }
  }
}

const MOST_BYTES = 10 * 1024 * 1024

/** Reads a file of up to 10 MB, or says what is wrong with it first. */
export function readWhole<T>(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => T,
): Result<T, FileProblem> {
  try {
    if (bytes.length <= MOST_BYTES) return accept(read(bytes))
    throw new Unreadable('too_large', 'file', 'The file has more than 10 MB.')
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.problem)
    throw error
  }
}
