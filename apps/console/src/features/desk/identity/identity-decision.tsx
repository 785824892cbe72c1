import type { IdentityCaseView } from '@danbao/contracts/console'
import { Loaded, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useStaff } from '../../../session.ts'
import { Assignment } from '../assignment.tsx'
import { DecisionSkeleton } from '../case-skeleton.tsx'
import { Decided } from '../decided.tsx'
import { colleaguesQuery, identityQuery } from '../queries.ts'
import { IdentityForm } from './identity-form.tsx'
import { identityStateWords } from './identity-words.ts'

const decisionWords = words({
  title: { en: 'Decision', ru: 'Решение', zh: '决定' },
  stands: {
    en: 'The check stands at “{state}”.',
    ru: 'Состояние проверки: «{state}».',
    zh: '当前状态：{state}。',
  },
  theirs: {
    en: '{name} decides this. Ask them if you want to take it over.',
    ru: 'Решает {name}. Если хотите забрать дело, договоритесь.',
    zh: '由 {name} 决定。如需接手，请与其沟通。',
  },
  colleague: { en: 'A colleague', ru: 'Коллега', zh: '同事' },
})

export function IdentityDecision({ id }: { readonly id: string }) {
  const t = useWords(decisionWords)
  const query = useQuery(identityQuery(id))
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-large font-strong">{t('title')}</h2>
      <Loaded query={query} skeleton={<DecisionSkeleton />}>
        {(found) => <Deciding found={found} />}
      </Loaded>
    </div>
  )
}

function Deciding({ found }: { readonly found: IdentityCaseView }) {
  const t = useWords(decisionWords)
  const state = useWords(identityStateWords)
  const { id } = useStaff()
  const colleagues = useQuery(colleaguesQuery('identity'))
  const [done, setDone] = useState<string>()
  const { check } = found
  if (done !== undefined) {
    return (
      <Decided kind="success" title={done}>
        {t('stands', { state: state(check.state) })}
      </Decided>
    )
  }
  if (found.case === null || found.case.closed_at !== null || check.state !== 'submitted') {
    return <Decided>{t('stands', { state: state(check.state) })}</Decided>
  }
  const { assigned_to: holderId } = found.case
  const named = colleagues.data?.data.find((colleague) => colleague.id === holderId)
  const holder = holderId === null ? null : (named ?? { id: holderId, name: t('colleague') })
  const others = holder !== null && holder.id !== id
  return (
    <>
      <Assignment caseId={found.case.id} kind="identity" holder={holder} />
      {others ? (
        <Decided kind="attention">{t('theirs', { name: holder.name })}</Decided>
      ) : (
        <IdentityForm key={check.version} found={found} onDone={setDone} />
      )}
    </>
  )
}
