import type { IdentityCaseView } from '@danbao/contracts/console'
import { Badge, Loaded, Time, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../session.ts'
import { documentWords, wordOf } from '../../common/kind-words.ts'
import { Level } from '../../common/person-state.tsx'
import { Section } from '../../common/section.tsx'
import { CaseHead } from '../case-head.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { identityQuery } from '../queries.ts'
import { CompareData } from './compare-data.tsx'
import { DocumentPictures } from './document-pictures.tsx'
import { identityStateWords, reasonWords } from './identity-words.ts'
import { VerdictList } from './verdict-list.tsx'

const contentWords = words({
  title: { en: 'Identity of {name}', ru: 'Личность: {name}', zh: '身份验证：{name}' },
  pictures: { en: 'Pictures', ru: 'Снимки', zh: '图片' },
  data: { en: 'Side by side', ru: 'Сравнение', zh: '对照' },
  verdicts: { en: 'What the machine found', ru: 'Автоматическая проверка', zh: '机器核验结果' },
  mrz: { en: 'Machine-readable zone', ru: 'Машиночитаемая зона', zh: '机读区' },
  earlier: { en: 'Earlier checks', ru: 'Прошлые проверки', zh: '以往验证' },
})

export function IdentityContent({ id }: { readonly id: string }) {
  const query = useQuery(identityQuery(id))
  return (
    <Loaded query={query} skeleton={<CaseSkeleton />}>
      {(found) => <IdentityFacts found={found} />}
    </Loaded>
  )
}

function IdentityFacts({ found }: { readonly found: IdentityCaseView }) {
  const t = useWords(contentWords)
  const state = useWords(identityStateWords)
  const may = useMay()
  const { check, person, earlier } = found
  const open = found.case !== null && found.case.closed_at === null
  return (
    <>
      <CaseHead
        title={t('title', { name: nameOf(person) })}
        came={check.submitted_at ?? check.created_at}
        due={open ? (found.case?.due_at ?? null) : null}
        person={may('person.read') ? person.id : null}
      >
        <Badge>{state(check.state)}</Badge>
        <Level level={person.level} />
        <span className="break-all">{person.email}</span>
      </CaseHead>
      <div className="grid items-start gap-6 @lg:grid-cols-2 @lg:gap-5">
        {may('document.view') && (
          // Stays beside whatever it is compared with.
          <div className="min-w-0 @lg:sticky @lg:top-0">
            <Section title={t('pictures')}>
              <DocumentPictures check={check} />
            </Section>
          </div>
        )}
        <div className="@container flex min-w-0 flex-col gap-6">
          <Section title={t('data')}>
            <CompareData found={found} />
          </Section>
          <Section title={t('verdicts')}>
            <VerdictList verdicts={check.verdicts} reading={check.reading} />
          </Section>
          {check.mrz !== null && (
            <Section title={t('mrz')}>
              <pre className="overflow-x-auto rounded-card bg-well p-3 text-small" tabIndex={0}>
                {check.mrz.join('\n')}
              </pre>
            </Section>
          )}
        </div>
      </div>
      {earlier.length > 0 && (
        <Section title={t('earlier')}>
          <Earlier earlier={earlier} />
        </Section>
      )}
    </>
  )
}

export function nameOf({ given_name, family_name, email }: IdentityCaseView['person']): string {
  const name = [given_name, family_name].filter((part) => part !== null).join(' ')
  return name === '' ? email : name
}

function Earlier({ earlier }: Pick<IdentityCaseView, 'earlier'>) {
  const state = useWords(identityStateWords)
  const kind = useWords(documentWords)
  const why = useWords(reasonWords)
  return (
    <ul className="divide-y divide-line text-small">
      {earlier.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Badge>{state(one.state)}</Badge>
          <span>{wordOf(documentWords, one.document_type, kind)}</span>
          {one.reason !== null && (
            <>
              <span>{why(one.reason.code)}</span>
              <span className="text-ink-soft">{one.reason.words}</span>
            </>
          )}
          <Time at={one.decided_at ?? one.created_at} className="ms-auto text-ink-soft" />
        </li>
      ))}
    </ul>
  )
}
