import type { IdentityCaseView } from '@danbao/contracts/console'
import { countryName, cx, useLocale, useTime, useWords, words } from '@danbao/ui'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { documentWords } from '../../common/kind-words.ts'
import { fieldWords } from './identity-words.ts'

const compareWords = words({
  caption: {
    en: 'What the profile says, what the person typed, and what was read',
    ru: 'Что в профиле, что ввёл человек и что прочитано',
    zh: '个人资料、本人填写与识别结果',
  },
  profile: { en: 'Profile', ru: 'Профиль', zh: '资料' },
  typed: { en: 'Typed', ru: 'Введено', zh: '填写' },
  read: { en: 'Read', ru: 'Прочитано', zh: '识别' },
  differs: { en: 'differs', ru: 'отличается', zh: '不一致' },
})

interface Row {
  readonly field: keyof typeof fieldWords
  /** Profile, typed, read; undefined: the source does not know such a thing. */
  readonly values: readonly (string | null | undefined)[]
}

/** Profile, confirmation and machine beside each other; what differs is marked. */
export function CompareData({ found }: { readonly found: IdentityCaseView }) {
  const t = useWords(compareWords)
  const field = useWords(fieldWords)
  const show = useShowing()
  return (
    <table className="w-full table-fixed border-collapse text-small">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr className="border-b border-line text-start text-ink-soft">
          {(['profile', 'typed', 'read'] as const).map((source) => (
            <th key={source} scope="col" className="py-1.5 pe-2 text-start font-strong">
              {t(source)}
            </th>
          ))}
        </tr>
      </thead>
      {rowsOf(found).map((row) => (
        <tbody key={row.field} className="border-b border-line">
          <tr>
            <th
              scope="rowgroup"
              colSpan={3}
              className="pt-1.5 text-start font-normal text-ink-soft"
            >
              {field(row.field)}
            </th>
          </tr>
          <tr>
            {row.values.map((value, at) => (
              <td key={at} className="pe-2 pb-1.5 align-top break-words">
                <Value odd={isOdd(row, at)} word={t('differs')}>
                  {value === undefined || value === null || value === ''
                    ? '—'
                    : show(row.field, value)}
                </Value>
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  )
}

interface ValueProps {
  readonly odd: boolean
  readonly word: string
  readonly children: ReactNode
}

function Value({ odd, word, children }: ValueProps) {
  return (
    <span className={cx(odd && 'font-strong text-amber')}>
      {children}
      {odd && (
        <>
          <TriangleAlert aria-hidden className="ms-1 inline size-3.5 align-[-2px]" />
          <span className="sr-only"> ({word})</span>
        </>
      )}
    </span>
  )
}

function rowsOf({ person, check }: IdentityCaseView): readonly Row[] {
  const { confirmed: typed, read } = check
  const of = <K extends keyof NonNullable<typeof typed>>(field: K) =>
    [typed?.[field], read?.[field]] as const
  return [
    { field: 'family_name', values: [person.family_name, ...of('family_name')] },
    { field: 'given_name', values: [person.given_name, ...of('given_name')] },
    { field: 'document_type', values: [person.document_type, check.document_type, undefined] },
    { field: 'document_number', values: [person.document_number, ...of('document_number')] },
    { field: 'birth_date', values: [undefined, ...of('birth_date')] },
    { field: 'issuing_country', values: [person.country, ...of('issuing_country')] },
    { field: 'nationality', values: [undefined, ...of('nationality')] },
    { field: 'expires_on', values: [undefined, ...of('expires_on')] },
  ]
}

/** Whether a value is not that of the first source that wrote it in the same script and code. */
function isOdd({ field, values }: Row, at: number): boolean {
  const own = values[at]
  if (own === undefined || own === null || own === '') return false
  const given = values.filter((value) => typeof value === 'string')
  const first = given.find((value) => isLike(field, value, own))
  return first !== undefined && plain(own) !== plain(first)
}

/** A name in Cyrillic and one in Latin, RU and RUS: a machine can not compare them. */
function isLike(field: Row['field'], one: string, other: string): boolean {
  if (one === '') return false
  if (field === 'issuing_country') return one.length === other.length
  const latin = (text: string): boolean => /^[\p{Script=Latin}\P{L}]*$/u.test(text)
  return latin(one) === latin(other)
}

/** As the server compares: without case, spaces and signs. */
function plain(text: string): string {
  return text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function useShowing(): (field: Row['field'], value: string) => string {
  const { day } = useTime()
  const locale = useLocale()
  const kind = useWords(documentWords)
  return (field, value) => {
    if (field === 'birth_date' || field === 'expires_on') return day(value)
    if (field === 'document_type' && isDocument(value)) return kind(value)
    const isCode = field === 'issuing_country' && value.length === 2
    return isCode ? countryName(value, locale) : value
  }
}

function isDocument(value: string): value is keyof typeof documentWords {
  return Object.hasOwn(documentWords, value)
}
