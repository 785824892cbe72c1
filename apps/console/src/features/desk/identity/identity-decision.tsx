import type { IdentityCaseView } from '@danbao/contracts/console'
import { useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Decided } from '../decided.tsx'
import { DecisionPane, OpenCase } from '../decision-pane.tsx'
import { colleaguesQuery, identityQuery } from '../queries.ts'
import { IdentityForm } from './identity-form.tsx'
import { identityStateWords } from './identity-words.ts'

const decisionWords = words({
  stands: {
    en: 'The check stands at “{state}”.',
    ru: 'Состояние проверки: «{state}».',
    zh: '当前状态：{state}。',
  },
  colleague: { en: 'A colleague', ru: 'Коллега', zh: '同事' },
})

export function IdentityDecision({ id }: { readonly id: string }) {
  const query = useQuery(identityQuery(id))
  return <DecisionPane query={query}>{(found) => <Deciding found={found} />}</DecisionPane>
}

function Deciding({ found }: { readonly found: IdentityCaseView }) {
  const t = useWords(decisionWords)
  const state = useWords(identityStateWords)
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
  return (
    <OpenCase caseId={found.case.id} kind="identity" holder={holder}>
      <IdentityForm key={check.version} found={found} onDone={setDone} />
    </OpenCase>
  )
}
