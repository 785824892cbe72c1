import { wordOf } from '../../common/kind-words.ts'
import { detailWords, fieldWords } from './identity-words.ts'

interface Speakers {
  readonly detail: (key: keyof typeof detailWords) => string
  readonly field: (key: keyof typeof fieldWords) => string
}

/** What a machine says more, in words. A format keeps its name; a list of fields is told in full. */
export function tellDetail(code: string, { detail, field }: Speakers): string {
  if (/^td\d$/.test(code)) return code.toUpperCase()
  const names = code.split(',')
  return names.every((name) => Object.hasOwn(fieldWords, name))
    ? names.map((name) => wordOf(fieldWords, name, field)).join(', ')
    : wordOf(detailWords, code, detail)
}
