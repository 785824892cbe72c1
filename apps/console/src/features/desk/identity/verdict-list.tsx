import type { IdentityCheckView, IdentityVerdict } from '@danbao/contracts/wallet'
import { Callout, useWords, words } from '@danbao/ui'
import { wordOf } from '../../common/kind-words.ts'
import { type Finding, Mark } from '../../common/mark.tsx'
import { checkWords, detailWords, fieldWords } from './identity-words.ts'

const listWords = words({
  unreadable: {
    en: 'The zone could not be read. Compare everything by eye.',
    ru: 'Зону прочитать не удалось. Сравните всё глазами.',
    zh: '机读区无法识别，请人工核对所有内容。',
  },
  nothing_to_read: {
    en: 'This kind of document has no machine-readable zone. Compare everything by eye.',
    ru: 'У такого документа нет машиночитаемой зоны. Сравните всё глазами.',
    zh: '此类证件没有机读区，请人工核对所有内容。',
  },
  none: { en: 'Nothing was checked.', ru: 'Ничего не проверялось.', zh: '未进行核验。' },
})

export function findingOf({ ok }: IdentityVerdict): Finding {
  if (ok === null) return 'open'
  return ok ? 'good' : 'bad'
}

const ORDER: readonly Finding[] = ['bad', 'open', 'good']

/** What is not in order stands first. */
export function VerdictList({
  verdicts,
  reading,
}: Pick<IdentityCheckView, 'verdicts' | 'reading'>) {
  const t = useWords(listWords)
  const sorted = verdicts.toSorted(
    (one, other) => ORDER.indexOf(findingOf(one)) - ORDER.indexOf(findingOf(other)),
  )
  const blind = reading === 'unreadable' || reading === 'nothing_to_read'
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
        {code !== null && <span className="block text-ink-soft">{detail(check, code)}</span>}
      </span>
      <span className="shrink-0">
        <Mark finding={findingOf(verdict)} />
      </span>
    </li>
  )
}

/** The codes of the machine in words; a list of fields is told field by field. */
function useDetail(): (check: IdentityVerdict['check'], code: string) => string {
  const say = useWords(detailWords)
  const field = useWords(fieldWords)
  return (check, code) => {
    if (check === 'format') return code.toUpperCase()
    if (check !== 'corrected') return wordOf(detailWords, code, say)
    return code
      .split(',')
      .map((name) => wordOf(fieldWords, name, field))
      .join(', ')
  }
}
