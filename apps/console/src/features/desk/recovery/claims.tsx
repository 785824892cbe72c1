import type { ComparedClaim, RecoveryCase } from '@danbao/contracts/console'
import { countryName, Facts, useLocale, useWords, words } from '@danbao/ui'
import { documentWords, wordOf } from '../../common/kind-words.ts'
import { type Finding, Mark } from '../../common/mark.tsx'
import { claimWords, verdictWords } from './recovery-words.ts'

const tableWords = words({
  caption: {
    en: 'What they claim beside what we know',
    ru: 'Что заявлено и что известно нам',
    zh: '本人申报与系统记录',
  },
  claimed: { en: 'They say', ru: 'Заявлено', zh: '申报' },
  known: { en: 'We know', ru: 'Известно', zh: '记录' },
  nothing: { en: 'nothing to compare', ru: 'сравнить не с чем', zh: '无可比对' },
  name: { en: 'Name', ru: 'Имя', zh: '姓名' },
  phone: { en: 'Phone', ru: 'Телефон', zh: '手机' },
  country: { en: 'Country', ru: 'Страна', zh: '国家或地区' },
  document: { en: 'Document', ru: 'Документ', zh: '证件' },
  number: { en: 'Number', ru: 'Номер', zh: '号码' },
})

const FINDINGS: Readonly<Record<ComparedClaim['verdict'], Finding>> = {
  match: 'good',
  mismatch: 'bad',
  unknown: 'open',
}

/** What was claimed beside what is known, with the machine's hint. */
export function ClaimTable({ claims }: { readonly claims: readonly ComparedClaim[] }) {
  const t = useWords(tableWords)
  const what = useWords(claimWords)
  const verdict = useWords(verdictWords)
  return (
    <table className="w-full table-fixed border-collapse text-small">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr className="border-b border-line text-ink-soft">
          <th scope="col" className="py-1.5 pe-3 text-start font-strong">
            {t('claimed')}
          </th>
          <th scope="col" className="py-1.5 text-start font-strong">
            {t('known')}
          </th>
        </tr>
      </thead>
      {claims.map((claim) => (
        <tbody key={claim.what} className="border-b border-line">
          <tr>
            <th scope="rowgroup" colSpan={2} className="pt-2 text-start font-normal">
              <span className="flex flex-wrap items-center justify-between gap-x-3">
                <span className="text-ink-soft">{wordOf(claimWords, claim.what, what)}</span>
                <Mark finding={FINDINGS[claim.verdict]} word={verdict(claim.verdict)} />
              </span>
            </th>
          </tr>
          <tr>
            <td className="pe-3 pb-2 align-top break-words whitespace-pre-wrap">{claim.claimed}</td>
            <td className="pb-2 align-top break-words">
              {claim.known ?? <span className="text-ink-soft">{t('nothing')}</span>}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

/** What is known of the account, to be compared with a scan. */
export function KnownFacts({ known }: Pick<RecoveryCase, 'known'>) {
  const t = useWords(tableWords)
  const kind = useWords(documentWords)
  const locale = useLocale()
  const { name, phone, country, document_type: type, document_number: number } = known
  const facts = [
    { name: t('name'), value: name },
    { name: t('phone'), value: phone },
    { name: t('country'), value: country === null ? null : countryName(country, locale) },
    { name: t('document'), value: type === null ? null : wordOf(documentWords, type, kind) },
    { name: t('number'), value: number },
  ]
  return (
    <div className="text-small">
      <Facts facts={facts.map((fact) => ({ ...fact, value: fact.value ?? '—' }))} />
    </div>
  )
}
