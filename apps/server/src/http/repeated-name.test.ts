import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeatedName } from './repeated-name.ts'

describe('a name that is there twice', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":{"b":[{},{"c":1,"d":2,"c":3}]}}', ['a', 'b', 1, 'c']],
    ['[1,[2,{"x":0},{"":0,"":1}]]', [1, 2, '']],
    [String.raw`{"a":1,"\u0061":2}`, ['a']],
    [String.raw`{"a\\":1, "b" : 2 ,"a\\" :3}`, ['a\\']],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
    ['{"1":1,"1":2}', ['1']],
  ])('is found: %s', (json, path) => {
    expect(findRepeatedName(json)).toEqual(path)
  })

  it.each([
    '{}',
    '"a"',
    '7',
    ' { "a" : "a" , "b" : ["a", "a", {"a": 1}, {"a": 1}] } ',
    String.raw`{"a":"\",\"a\":1","b":"\\"}`,
    '{"a":{"a":{"a":1}},"b":{"a":1}}',
  ])('is not where there is none: %s', (json) => {
    expect(findRepeatedName(json)).toBeUndefined()
  })
})

// Names that meet often, and hold everything that could be mistaken for something else.
const name = fc.oneof(fc.constantFrom('a', 'b', '"', '\\', '\\"', ':', '{', ''), fc.string())

/** JSON as text, with spaces and escapes, and whether an object in it has a name twice. */
interface Written {
  readonly json: string
  readonly repeats: boolean
}

const space = fc.constantFrom('', ' ', '\n\t')
const text = fc.tuple(name, fc.boolean()).map(([value, escaped]): string => {
  const plain = JSON.stringify(value)
  if (!escaped) return plain
  const codes = value.split('').map((char) => char.charCodeAt(0).toString(16).padStart(4, '0'))
  return `"${codes.map((code) => String.raw`\u${code}`).join('')}"`
})
const leaf = fc
  .oneof(text, fc.constantFrom('1', '-2.5e3', 'true', 'null'))
  .map((json): Written => ({ json, repeats: false }))

const { tree } = fc.letrec<{ tree: Written; list: Written; object: Written }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('object')),
  list: fc.tuple(fc.array(tie('tree'), { maxLength: 4 }), space).map(([items, gap]) => ({
    json: `[${items.map(({ json }) => gap + json).join(',')}${gap}]`,
    repeats: items.some(({ repeats }) => repeats),
  })),
  object: fc
    .tuple(fc.array(fc.tuple(text, tie('tree')), { maxLength: 4 }), space)
    .map(([fields, gap]) => ({
      json: `{${fields.map(([key, { json }]) => gap + key + gap + ':' + gap + json).join(',')}${gap}}`,
      repeats:
        new Set(fields.map(([key]) => JSON.parse(key))).size < fields.length ||
        fields.some(([, { repeats }]) => repeats),
    })),
}))

// JSON.parse itself mistakes names for one that begins with a backslash and came before.
const plainText = text.filter((json) => !JSON.parse(json).startsWith('\\'))

/** How many fields `JSON.parse` has left of those that were written. */
function countFields(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countFields(one), 0)
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length)
}

describe('for every text that is JSON', () => {
  it('a name is found exactly when one is there twice', () => {
    fc.assert(
      fc.property(tree, ({ json, repeats }) => {
        expect(findRepeatedName(json) !== undefined).toBe(repeats)
      }),
      { numRuns: 2000 },
    )
  })

  it('none is found at a depth that no reader expects', () => {
    expect(findRepeatedName('['.repeat(30_000) + ']'.repeat(30_000))).toBeUndefined()
    const deep = '{"a":'.repeat(10_000) + '{"b":1,"b":2}' + '}'.repeat(10_000)
    expect(findRepeatedName(deep)).toHaveLength(10_001)
  })

  it('none is found in what JSON.stringify writes, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        expect(findRepeatedName(JSON.stringify(value, null, indent))).toBeUndefined()
      }),
    )
  })

  it('JSON.parse has lost a field where a name is found in a flat object, and none elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plainText, leaf), { maxLength: 6 }), (fields) => {
        const json = `{${fields.map(([key, value]) => `${key}:${value.json}`).join(',')}}`
        const lost = countFields(JSON.parse(json)) < fields.length
        expect(findRepeatedName(json) !== undefined).toBe(lost)
      }),
      { numRuns: 1000 },
    )
  })
})
