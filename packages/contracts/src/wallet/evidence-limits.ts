// Without schemas: a page that only needs the numbers loads nothing else.

/** Of each side, over the whole dispute. */
export const MOST_EVIDENCE = 20
export const MOST_NOTE_CHARACTERS = 500
