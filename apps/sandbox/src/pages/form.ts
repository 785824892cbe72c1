type Tree = Map<string, string | Tree>

/** How deep names may nest, e.g. 3 of `a[b][c]`; more than Stripe's API has. */
const MOST_DEPTH = 8

/**
 * Reads `a[b][c]=1&d[0]=x&e[]=y` as `{ a: { b: { c: '1' } }, d: ['x'], e: ['y'] }`. What is named
 * 0, 1, 2, … or nothing at all is a list. Throws SyntaxError when a name makes no sense.
 */
export function decodeForm(text: string): Record<string, unknown> {
  const root: Tree = new Map()
  for (const [name, value] of new URLSearchParams(text)) insert(root, splitName(name), value)
  return Object.fromEntries([...root].map(([name, part]) => [name, toPlain(part)]))
}

function splitName(name: string): string[] {
  const found = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (found === null) throw new SyntaxError(`Invalid parameter name: ${name}`)
  const [, first = '', rest = ''] = found
  const path = [first, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part)]
  if (path.length > MOST_DEPTH) throw new SyntaxError(`Too deeply nested: ${name}`)
  return path
}

function insert(tree: Tree, [given = '', ...rest]: readonly string[], value: string): void {
  const name = given === '' ? String(tree.size) : given
  if (rest.length === 0) {
    tree.set(name, value)
    return
  }
  const present = tree.get(name)
  const next: Tree = present instanceof Map ? present : new Map()
  tree.set(name, next)
  insert(next, rest, value)
}

function toPlain(part: string | Tree): unknown {
  if (typeof part === 'string') return part
  const names = [...part.keys()]
  const isList = names.every((name, index) => name === String(index))
  if (isList) return [...part.values()].map(toPlain)
  return Object.fromEntries([...part].map(([name, inner]) => [name, toPlain(inner)]))
}
