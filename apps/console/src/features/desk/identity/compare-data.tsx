import type { IdentityCaseView } from '@danbao/contracts/console'
import type { IdentityCheckName, IdentityVerdict } from '@danbao/contracts/wallet'
import { cx, useIssuerName, useTime, useWords, words } from '@danbao/ui'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { documentWords } from '../../common/kind-words.ts'
import { Mark } from '../../common/mark.tsx'
import { breakable } from './breakable.ts'
import { checkWords, fieldWords } from './identity-words.ts'
import { findingOf, useDetail, worstFirst } from './verdict-list.tsx'

const compareWords = words({
  caption: {
    en: 'What the profile says, what the person typed, and what was read',
    ru: 'Что в профиле, что введено и что прочитано',
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
  /** What a machine checked in it. */
  readonly checks: readonly IdentityCheckName[]
}

/** Profile, confirmation and machine beside each other with the verdict; what differs is marked. */
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
              <span className="flex flex-wrap items-center justify-between gap-x-3">
                {field(row.field)}
                <RowVerdict row={row} verdicts={found.check.verdicts} />
              </span>
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

interface RowVerdictProps {
  readonly row: Row
  readonly verdicts: readonly IdentityVerdict[]
}

/** The worst that a machine found in the field; all is well without words. */
function RowVerdict({ row, verdicts }: RowVerdictProps) {
  const say = useWords(checkWords)
  const detail = useDetail()
  const [worst] = worstFirst(verdicts.filter(({ check }) => row.checks.includes(check)))
  if (worst === undefined) return null
  const finding = findingOf(worst)
  if (finding === 'good') return <Mark bare finding={finding} />
  return (
    <Mark
      finding={finding}
      word={worst.detail === null ? say(worst.check) : detail(worst.detail)}
    />
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
    row('family_name', [person.family_name, ...of('family_name')], ['name']),
    row('given_name', [person.given_name, ...of('given_name')], []),
    row(
      'document_type',
      [person.document_type, check.document_type, undefined],
      ['document_type', 'format'],
    ),
    row(
      'document_number',
      [person.document_number, ...of('document_number')],
      ['number_digit', 'number'],
    ),
    row('birth_date', [undefined, ...of('birth_date')], ['birth_digit', 'birth_date', 'age']),
    row('issuing_country', [person.country, ...of('issuing_country')], ['issuing_country']),
    row('nationality', [undefined, ...of('nationality')], ['nationality']),
    row('expires_on', [undefined, ...of('expires_on')], ['expiry_digit', 'expiry']),
  ]
}

function row(
  field: Row['field'],
  values: Row['values'],
  checks: readonly IdentityCheckName[],
): Row {
  return { field, values, checks }
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
  const issuer = useIssuerName()
  const kind = useWords(documentWords)
  return (field, value) => {
    // The short word at the end of a Russian date stays with its year.
    if (field === 'birth_date' || field === 'expires_on')
      return day(value).replace(' г.', '\u00A0г.')
    if (field === 'document_type' && isDocument(value)) return breakable(kind(value))
    return field === 'issuing_country' || field === 'nationality' ? issuer(value) : value
  }
}

function isDocument(value: string): value is keyof typeof documentWords {
  return Object.hasOwn(documentWords, value)
}
