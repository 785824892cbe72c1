const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
const SPACE = 0x20

/** An object or a list that is open. */
interface Level {
  /** Of an object: those it has so far. */
  readonly names: Set<string> | undefined
  /** The name or the position that is being read. */
  at: string | number
}

/**
 * Where an object names a field twice; undefined: nowhere. `JSON.parse` takes the last one, others
 * the first: two readers of one request could so see different sums. The text has to be JSON; it
 * takes about as long as the parsing: microseconds for a kilobyte.
 */
export function findRepeatedName(json: string): readonly (string | number)[] | undefined {
  const levels: Level[] = []
  let level: Level | undefined
  for (let index = 0; index < json.length; index += 1) {
    const char = json.charCodeAt(index)
    if (char === QUOTE) {
      const end = endOfString(json, index)
      if (level?.names !== undefined && isName(json, end)) {
        level.at = readName(json, index, end)
        if (level.names.has(level.at)) return levels.map(({ at }) => at)
        level.names.add(level.at)
      }
      index = end
    } else if (char === OPEN_OBJECT || char === OPEN_LIST) {
      level = { names: char === OPEN_OBJECT ? new Set() : undefined, at: 0 }
      levels.push(level)
    } else if (char === CLOSE_OBJECT || char === CLOSE_LIST) {
      levels.pop()
      level = levels.at(-1)
    } else if (char === COMMA && typeof level?.at === 'number') level.at += 1
  }
  return undefined
}

/** Of the quote that ends it: one before which backslashes come in pairs. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let before = end
    while (json.charCodeAt(before - 1) === BACKSLASH) before -= 1
    if ((end - before) % 2 === 0) return end
  }
}

function isName(json: string, end: number): boolean {
  let next = end + 1
  while (json.charCodeAt(next) <= SPACE) next += 1
  return json.charCodeAt(next) === COLON
}

/** The same name can be written in several ways, with escapes. */
function readName(json: string, start: number, end: number): string {
  const raw = json.slice(start + 1, end)
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw
}
