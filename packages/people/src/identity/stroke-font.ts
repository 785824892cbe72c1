/**
 * Capitals, digits and the filler of machine-readable zones as strokes on a grid 4 wide and 6 high:
 * drawings that must be the same on every machine can not rely on the fonts that it has.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  A: 'M0 6L2 0L4 6M.8 4H3.2',
  B: 'M0 0V6M0 0H2.3Q3.7 0 3.7 1.4Q3.7 2.8 2.3 2.8H0M2.3 2.8Q4 2.8 4 4.4Q4 6 2.3 6H0',
  C: 'M4 .9Q3.3 0 2.2 0Q0 0 0 3Q0 6 2.2 6Q3.3 6 4 5.1',
  D: 'M0 0V6H1.6Q4 6 4 3Q4 0 1.6 0Z',
  E: 'M4 0H0V6H4M0 2.9H3.2',
  F: 'M4 0H0V6M0 2.9H3.2',
  G: 'M4 .9Q3.3 0 2.2 0Q0 0 0 3Q0 6 2.2 6Q4 6 4 4.6V3.3H2.4',
  H: 'M0 0V6M4 0V6M0 2.9H4',
  I: 'M.8 0H3.2M2 0V6M.8 6H3.2',
  J: 'M1.4 0H3.6V4.4Q3.6 6 2 6Q.6 6 .2 4.9',
  K: 'M0 0V6M4 0L0 3.6M1.4 2.4L4 6',
  L: 'M0 0V6H4',
  M: 'M0 6V0L2 3.4L4 0V6',
  N: 'M0 6V0L4 6V0',
  O: 'M2 0Q4.2 0 4.2 3Q4.2 6 2 6Q-.2 6 -.2 3Q-.2 0 2 0Z',
  P: 'M0 6V0H2.3Q4 0 4 1.7Q4 3.4 2.3 3.4H0',
  Q: 'M2 0Q4.2 0 4.2 3Q4.2 6 2 6Q-.2 6 -.2 3Q-.2 0 2 0ZM2.4 4.4L4.2 6.4',
  R: 'M0 6V0H2.3Q4 0 4 1.6Q4 3.2 2.3 3.2H0M2 3.2L4 6',
  S: 'M3.8 .9Q3.1 0 2 0Q.2 0 .2 1.5Q.2 2.6 2 2.9Q4 3.2 4 4.5Q4 6 2 6Q.7 6 0 5.1',
  T: 'M0 0H4M2 0V6',
  U: 'M0 0V4Q0 6 2 6Q4 6 4 4V0',
  V: 'M0 0L2 6L4 0',
  W: 'M0 0L.9 6L2 2L3.1 6L4 0',
  X: 'M0 0L4 6M4 0L0 6',
  Y: 'M0 0L2 3L4 0M2 3V6',
  Z: 'M0 0H4L0 6H4',
  0: 'M2 0Q3.6 0 3.6 3Q3.6 6 2 6Q.4 6 .4 3Q.4 0 2 0Z',
  1: 'M.8 1.4L2.2 0V6M.8 6H3.6',
  2: 'M.3 1.2Q.8 0 2 0Q3.8 0 3.8 1.6Q3.8 2.7 2.6 3.7L.2 6H3.9',
  3: 'M.4 0H3.7L1.8 2.5Q4 2.5 4 4.2Q4 6 2 6Q.7 6 .1 5.1',
  4: 'M2.6 0L.1 4.2H4M3 2.6V6',
  5: 'M3.6 0H.7L.5 2.7Q1.2 2.3 2 2.3Q4 2.3 4 4.1Q4 6 2 6Q.8 6 .2 5.2',
  6: 'M3 0Q.2 2 .2 4.2Q.2 6 2.1 6Q4 6 4 4.2Q4 2.5 2.2 2.5Q.7 2.5 .3 3.7',
  7: 'M.1 0H3.9Q1.8 2.6 1.6 6',
  8: 'M2 0Q3.6 0 3.6 1.4Q3.6 2.8 2 2.8Q.4 2.8 .4 1.4Q.4 0 2 0ZM2 2.8Q4 2.8 4 4.4Q4 6 2 6Q0 6 0 4.4Q0 2.8 2 2.8Z',
  9: 'M1 6Q3.8 4 3.8 1.8Q3.8 0 1.9 0Q0 0 0 1.8Q0 3.5 1.8 3.5Q3.3 3.5 3.7 2.3',
  '<': 'M4 .6L0 3L4 5.4',
  '-': 'M.8 3H3.2',
  '.': 'M1.9 6H2.1',
  '/': 'M3.6 0L.4 6',
}

export interface StrokeText {
  readonly x: number
  /** Of the top of the letters. */
  readonly y: number
  /** Of a letter, in pixels. */
  readonly height: number
  /** From the left of a letter to the left of the next, in pixels. */
  readonly pitch: number
  readonly colour: string
}

/** Text as SVG paths; letters that are not known are left out, their room stays. */
export function drawStrokes(text: string, { x, y, height, pitch, colour }: StrokeText): string {
  const scale = height / 6
  const letters = [...text.toUpperCase()].map((letter, index) => {
    const path = GLYPHS[letter]
    if (path === undefined) return ''
    return `<path transform="translate(${x + index * pitch} ${y}) scale(${scale})" d="${path}"/>`
  })
  const style = `fill="none" stroke="${colour}" stroke-width=".75" stroke-linecap="round"`
  return `<g ${style} stroke-linejoin="round">${letters.join('')}</g>`
}
