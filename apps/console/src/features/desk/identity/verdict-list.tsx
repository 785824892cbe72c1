import type { IdentityCheckView, IdentityVerdict } from '@danbao/contracts/wallet'
import { Callout, useWords, words } from '@danbao/ui'
import { type Finding, Mark } from '../../common/mark.tsx'
import { checkWords, detailWords, fieldWords } from './identity-words.ts'
import { tellDetail } from './tell-detail.ts'

const listWords = words({
  unreadable: {
    en: 'The zone could not be read. Compare everything by eye.',
    ru: 'Зону прочитать не удалось. Сверьте всё вручную.',
    zh: '机读区无法识别，请人工核对所有内容。',
  },
  nothing_to_read: {
    en: 'This kind of document has no machine-readable zone. Compare everything by eye.',
    ru: 'У такого документа нет машиночитаемой зоны. Сверьте всё вручную.',
    zh: '此类证件没有机读区，请人工核对所有内容。',
  },
  none: { en: 'Nothing was checked.', ru: 'Ничего не проверялось.', zh: '未进行核验。' },
})

export function findingOf({ ok }: IdentityVerdict): Finding {
  if (ok === null) return 'open'
  return ok ? 'good' : 'bad'
}

const ORDER: readonly Finding[] = ['bad', 'open', 'good']

export function worstFirst(verdicts: readonly IdentityVerdict[]): readonly IdentityVerdict[] {
  return verdicts.toSorted(
    (one, other) => ORDER.indexOf(findingOf(one)) - ORDER.indexOf(findingOf(other)),
  )
}

/** What is not in order stands first. */
export function VerdictList({
  verdicts,
  reading,
}: Pick<IdentityCheckView, 'verdicts' | 'reading'>) {
  const t = useWords(listWords)
  const blind = reading === 'unreadable' || reading === 'nothing_to_read'
  // That there is no zone is told once, above.
  const told = blind ? verdicts.filter(({ check }) => check !== 'format') : verdicts
  const sorted = worstFirst(told)
  return (
    <>
      {blind && <Callout kind="attention">{t(reading)}</Callout>}
      {sorted.length === 0 && !blind && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="grid grid-cols-1 gap-x-6 @lg:grid-cols-2">
        {sorted.map((verdict) => (
          <VerdictLine key={verdict.check} verdict={verdict} />
        ))}
      </ul>
    </>
  )
}

function VerdictLine({ verdict }: { readonly verdict: IdentityVerdict }) {
  const say = useWords(checkWords)
  const detail = useDetail()
  const { check, detail: code } = verdict
  return (
    <li className="flex items-start justify-between gap-3 border-b border-line py-1.5 text-small">
      <span className="min-w-0">
        {say(check)}
        {code !== null && <span className="block text-ink-soft">{detail(code)}</span>}
      </span>
      <span className="shrink-0">
        <Mark finding={findingOf(verdict)} />
      </span>
    </li>
  )
}

/** What a verdict says more, in the person's language. */
export function useDetail(): (code: string) => string {
  const detail = useWords(detailWords)
  const field = useWords(fieldWords)
  return (code) => tellDetail(code, { detail, field })
}
