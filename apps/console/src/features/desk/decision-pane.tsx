import type { CaseKind, StaffRef } from '@danbao/contracts/console'
import { Loaded, type LoadedProps, useWords, words } from '@danbao/ui'
import type { ReactNode } from 'react'
import { useStaff } from '../../session.ts'
import { Assignment } from './assignment.tsx'
import { DecisionSkeleton } from './case-skeleton.tsx'
import { Decided } from './decided.tsx'

const paneWords = words({
  title: { en: 'Decision', ru: 'Решение', zh: '决定' },
  theirs: {
    en: '{name} decides this. Ask them if you want to take it over.',
    ru: 'Решает {name}. Если хотите забрать дело, договоритесь.',
    zh: '由 {name} 决定。如需接手，请与其沟通。',
  },
})

/** The right-hand side of the desk. */
export function DecisionPane<T>({ query, children }: Pick<LoadedProps<T>, 'query' | 'children'>) {
  const t = useWords(paneWords)
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-large font-strong">{t('title')}</h2>
      <Loaded query={query} skeleton={<DecisionSkeleton />}>
        {children}
      </Loaded>
    </div>
  )
}

export interface OpenCaseProps {
  readonly caseId: string
  readonly kind: CaseKind
  readonly holder: StaffRef | null
  /** The decision, for whoever may make it now. */
  readonly children: ReactNode
}

/** Who has the case; whoever has it, or anybody while nobody has, decides. */
export function OpenCase({ caseId, kind, holder, children }: OpenCaseProps) {
  const t = useWords(paneWords)
  const { id } = useStaff()
  const others = holder !== null && holder.id !== id
  return (
    <>
      <Assignment caseId={caseId} kind={kind} holder={holder} />
      {others ? <Decided kind="attention">{t('theirs', { name: holder.name })}</Decided> : children}
    </>
  )
}
