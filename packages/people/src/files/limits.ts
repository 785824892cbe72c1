/** The largest cameras of telephones make 50 million; a bomb says a thousand times as many. */
export const MOST_PIXELS = 60_000_000
/** On the long side of what is kept. */
export const KEPT_SIDE = 3000
export const PREVIEW_SIDE = 800
/** Of the longest side of the page of a PDF, as it is drawn. */
export const PDF_SIDE = 2600
/** A page that is narrower than a twentieth of its length is no document. */
export const MOST_UNEVEN = 20
export const MOST_SECONDS = 20
