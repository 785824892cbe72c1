import type { FieldError } from '@danbao/contracts'
import type { ApiRefusal } from '../api/api-refusal.ts'
import { formatText } from '../words/speak.ts'
import type { Language } from '../words/language.ts'
import { words } from '../words/words.ts'

export type FieldErrors = Readonly<Partial<Record<string, string>>>

/** What is wrong with single fields, by the code that the server names. */
const fieldWords = words({
  too_small: { en: 'This is too short.', ru: 'Слишком коротко.', zh: '内容太短。' },
  too_big: { en: 'This is too long.', ru: 'Слишком длинно.', zh: '内容太长。' },
  required: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  wrong: {
    en: 'This is not right yet. Please check it.',
    ru: 'Здесь что-то не так. Проверьте, пожалуйста.',
    zh: '此项不正确，请检查。',
  },
})

export interface PlaceOptions {
  readonly language: Language
  /** Field of a pointer, where the name is another: { '/address/city': 'city' }. */
  readonly pointers: Readonly<Record<string, string>>
  /** Better words for a field's code: { birth_date: { too_young: '…' } }. */
  readonly told: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The refusal's complaints, each at its field; those without a field of the form are left out. */
export function placeErrors(
  refusal: ApiRefusal,
  names: readonly string[],
  options: PlaceOptions,
): FieldErrors {
  const placed: Record<string, string> = {}
  for (const error of refusal.errors) {
    const name = fieldOf(error.pointer, names, options.pointers)
    if (name !== undefined)
      placed[name] ??= options.told[name]?.[error.code] ?? tell(error, options)
  }
  return placed
}

function fieldOf(
  pointer: string,
  names: readonly string[],
  pointers: PlaceOptions['pointers'],
): string | undefined {
  const parts = pointer.split('/').slice(1)
  const candidates = [pointers[pointer], parts.join('_'), parts.at(-1), parts[0]]
  return candidates.find((name) => name !== undefined && names.includes(name))
}

function tell(error: FieldError, { language }: PlaceOptions): string {
  return formatText(fieldWords[kindOf(error.code)][language], language)
}

function kindOf(code: string): keyof typeof fieldWords {
  if (code === 'too_small' || code === 'too_short') return 'too_small'
  if (code === 'too_big' || code === 'too_long') return 'too_big'
  return code === 'required' || code === 'missing' ? 'required' : 'wrong'
}
