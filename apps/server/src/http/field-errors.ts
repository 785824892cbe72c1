import type { FieldError } from '@danbao/contracts'
import type { z } from 'zod'

type Path = readonly PropertyKey[]

/** What zod found wrong, field by field; `prefix` says which part of the request it is of. */
export function fieldErrors(error: z.ZodError, input: unknown, prefix: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: prefix + pointerOf([...issue.path, key]),
        code: 'unknown_field',
        detail: 'is not a known field',
      }))
    }
    const pointer = prefix + pointerOf(issue.path)
    const missing = issue.code !== 'custom' && valueAt(input, issue.path) === undefined
    if (missing) return { pointer, code: 'required', detail: 'is required' }
    const code = issue.code === 'custom' ? 'invalid_value' : issue.code
    return { pointer, code, detail: issue.message }
  })
}

/** RFC 6901. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, part)
  }
  return value
}

/** Where a string holds U+0000 or half a surrogate pair: PostgreSQL can not store them. */
export function findUnstorable(value: unknown, path: Path = []): Path | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? findUnstorable(inner, [...path, key]) : [...path, key]
    if (found !== undefined) return found
  }
  return undefined
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
