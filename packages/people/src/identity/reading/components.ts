/** Which points are ink, row by row. */
export interface Ink {
  readonly width: number
  readonly height: number
  /** 1: ink. */
  readonly points: Uint8Array
}

/** Ink that hangs together: a letter, a line, a spot. */
export interface Component {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Of each row of the box the first and the last column with ink. */
  readonly rows: readonly (readonly [first: number, last: number])[]
}

/** All that are between these heights; larger ones are frames and pictures, smaller ones dirt. */
export function findComponents(
  { width, height, points }: Ink,
  { least, most }: { readonly least: number; readonly most: number },
): readonly Component[] {
  const left = Uint8Array.from(points)
  const found: Component[] = []
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] !== 1) continue
    const component = box(collect(left, start, width, height), width)
    const tall = component.bottom - component.top + 1
    if (tall >= least && tall <= most) found.push(component)
  }
  return found
}

/** Takes all points that hang together with the first one, also over corners. */
function collect(left: Uint8Array, start: number, width: number, height: number): number[] {
  const taken = [start]
  left[start] = 0
  for (const point of taken) {
    const [x, y] = [point % width, Math.floor(point / width)]
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const next = row * width + column
        if (left[next] !== 1) continue
        left[next] = 0
        taken.push(next)
      }
    }
  }
  return taken
}

function box(taken: readonly number[], width: number): Component {
  const spans = new Map<number, [number, number]>()
  for (const point of taken) {
    const [x, y] = [point % width, Math.floor(point / width)]
    const span = spans.get(y)
    if (span === undefined) spans.set(y, [x, x])
    else {
      span[0] = Math.min(span[0], x)
      span[1] = Math.max(span[1], x)
    }
  }
  const ys = [...spans.keys()].sort((a, b) => a - b)
  const rows = ys.flatMap((y) => spans.get(y) ?? [])
  const sorted = ys.map((y): readonly [number, number] => spans.get(y) ?? [0, 0])
  return {
    left: rows.reduce((a, b) => Math.min(a, b), Infinity),
    right: rows.reduce((a, b) => Math.max(a, b), -Infinity),
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows: sorted,
  }
}

/**
 * A filler `<`: its point is on the left at half its height, its ends on the right. Text recognition
 * takes it for K, L or C, so it is told by its shape.
 */
export function isFiller({ left, right, rows }: Component): boolean {
  const wide = right - left
  if (wide < rows.length * 0.4 || wide > rows.length * 1.8) return false
  const at = (part: number): readonly [number, number] => {
    const [first, last] = rows[Math.round((rows.length - 1) * part)] ?? [left, left]
    return [(first - left) / wide, (last - left) / wide]
  }
  const [upper, middle, lower] = [at(0.08), at(0.5), at(0.92)]
  const [quarter, threeQuarters] = [at(0.28), at(0.72)]
  return (
    upper[0] > 0.55 &&
    lower[0] > 0.55 &&
    middle[0] < 0.15 &&
    middle[1] < 0.5 &&
    quarter[0] > 0.25 &&
    threeQuarters[0] > 0.25 &&
    quarter[1] < 0.85 &&
    threeQuarters[1] < 0.85
  )
}
