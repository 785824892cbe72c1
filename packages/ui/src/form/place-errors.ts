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
  email: {
    en: 'This is no complete e-mail address. It looks like anna@example.com.',
    ru: 'Это не полный адрес почты. Он выглядит так: anna@example.com.',
    zh: '邮箱地址不完整，格式应类似 anna@example.com。',
  },
  phone: {
    en: 'This is no complete number. Write it with the code of the country: +49 151 23456789.',
    ru: 'Это не полный номер. Укажите его с кодом страны: +7 912 345-67-89.',
    zh: '号码不完整。请连同国家代码填写，例如 +86 138 0013 8000。',
  },
  date: {
    en: 'This is no complete date. Give day, month and year.',
    ru: 'Это не полная дата. Укажите день, месяц и год.',
    zh: '日期不完整，请填写年、月、日。',
  },
  format: {
    en: 'This has signs that do not belong here, or some are missing.',
    ru: 'Здесь есть лишние знаки или каких-то не хватает.',
    zh: '含有不允许的字符，或内容不完整。',
  },
  choice: {
    en: 'This is none of the possible choices. Choose again.',
    ru: 'Такого варианта нет. Выберите ещё раз.',
    zh: '没有此选项，请重新选择。',
  },
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
  return formatText(fieldWords[kindOf(error)][language], language)
}

function kindOf({ code, pointer }: FieldError): keyof typeof fieldWords {
  if (code === 'too_small' || code === 'too_short') return 'too_small'
  if (code === 'too_big' || code === 'too_long') return 'too_big'
  if (code === 'required' || code === 'missing') return 'required'
  if (code === 'invalid_format') return formatOf(pointer)
  return code === 'invalid_value' ? 'choice' : 'wrong'
}

/** The server names no format, but what a field is called says what belongs there. */
function formatOf(pointer: string): 'email' | 'phone' | 'date' | 'format' {
  if (pointer.endsWith('email')) return 'email'
  if (pointer.endsWith('phone')) return 'phone'
  return pointer.endsWith('date') || pointer.endsWith('_on') ? 'date' : 'format'
}
