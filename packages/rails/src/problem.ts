/** Why a file of a rail can not be read. It is taken in whole or not at all. */
export interface FileProblem {
  /** Stable, for programs, e.g. `malformed_amount`. */
  readonly code: string
  /** Where in the file: a line, or an element and its number. */
  readonly place: string
  /** For whoever has to mend it, in English. */
  readonly message: string
}
