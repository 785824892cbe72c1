import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeForm } from './form.ts'

interface Node {
  readonly [name: string]: string | Node | readonly (string | Node)[]
}

/** As the SDK writes it. */
function encode(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) {
    return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]
  }
  return Object.entries(value).flatMap(([key, inner]) => encode(inner, `${name}[${key}]`))
}

const name = fc.stringMatching(/^[a-z_][a-z_0-9]{0,5}$/)
const { node } = fc.letrec<{ node: Node; leaf: string | Node }>((tie) => ({
  leaf: fc.oneof({ maxDepth: 3 }, fc.string(), tie('node')),
  node: fc.dictionary(
    name,
    fc.oneof({ maxDepth: 3 }, tie('leaf'), fc.array(tie('leaf'), { minLength: 1, maxLength: 3 })),
    { minKeys: 1, maxKeys: 3 },
  ),
}))

it('reads what the SDK writes', () => {
  fc.assert(
    fc.property(node, (value) => {
      const text = Object.entries(value).flatMap(([key, inner]) => encode(inner, key))
      expect(decodeForm(text.join('&'))).toEqual({ ...value })
    }),
  )
})

it.each([
  ['expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
  ['a[b][c]=1&a[b][d]=2', { a: { b: { c: '1', d: '2' } } }],
  ['a[1]=x', { a: { 1: 'x' } }],
  ['', {}],
])('reads %s', (text, value) => {
  expect(decodeForm(text)).toEqual(value)
})

it('gives nobody else properties', () => {
  const read = decodeForm('__proto__[polluted]=1&constructor[prototype][polluted]=1')
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

it.each(['[a]=1', 'a[b=1', 'a]b=1', `a${'[b]'.repeat(8)}=1`])('takes no %s', (text) => {
  expect(() => decodeForm(text)).toThrow(SyntaxError)
})
