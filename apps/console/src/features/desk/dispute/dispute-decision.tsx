import type { DisputeCase } from '@danbao/contracts/console'
import { Callout, useMoney, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Decided } from '../decided.tsx'
import { DecisionPane, OpenCase } from '../decision-pane.tsx'
import { disputeQuery } from '../queries.ts'
import { DisputeForm } from './dispute-form.tsx'
import { disputeStateWords, outcomeWords } from './dispute-words.ts'

const decisionWords = words({
  stands: {
    en: 'The dispute stands at “{state}”.',
    ru: 'Состояние спора: «{state}».',
    zh: '争议当前状态：{state}。',
  },
  ended: { en: 'How it ended: {outcome}.', ru: 'Итог: {outcome}.', zh: '结果：{outcome}。' },
  given: { en: 'Decided', ru: 'Решено', zh: '已裁决' },
  back: {
    en: '{amount} go back to the buyer.',
    ru: 'Покупателю возвращается {amount}.',
    zh: '退还买家 {amount}。',
  },
  another: { en: 'Somebody else decides', ru: 'Решает другой', zh: '须由他人裁决' },
  another_text: {
    en: 'You gave the first decision, and one side has appealed. Hand the case on, or leave it to a colleague.',
    ru: 'Первое решение приняли вы, и одна из сторон его обжаловала. Передайте дело или оставьте коллеге.',
    zh: '首次裁决由您作出，现有一方申诉。请转交此案，或留给同事处理。',
  },
  final: { en: 'The appeal', ru: 'Обжалование', zh: '申诉复审' },
  final_text: {
    en: '{name} decided first. Your decision is carried out at once and is the last one.',
    ru: 'Первое решение: {name}. Ваше исполнится сразу и будет окончательным.',
    zh: '首次裁决由 {name} 作出。您的裁决将立即执行，且为终局。',
  },
})

export function DisputeDecision({ id }: { readonly id: string }) {
  const query = useQuery(disputeQuery(id))
  return <DecisionPane query={query}>{(found) => <Deciding found={found} />}</DecisionPane>
}

function Deciding({ found }: { readonly found: DisputeCase }) {
  const t = useWords(decisionWords)
  const [done, setDone] = useState(false)
  if (done || found.dispute.state !== 'escalated' || found.case === null) {
    return <Outcome found={found} done={done} />
  }
  return (
    <OpenCase caseId={found.case.id} kind="dispute" holder={found.case.assigned_to}>
      {found.needs_another ? (
        <Callout kind="attention" title={t('another')}>
          {t('another_text')}
        </Callout>
      ) : (
        <>
          {found.round === 2 && (
            <Callout kind="attention" title={t('final')}>
              {t('final_text', { name: found.first_by?.name ?? '—' })}
            </Callout>
          )}
          <DisputeForm found={found} onDone={() => setDone(true)} />
        </>
      )}
    </OpenCase>
  )
}

interface OutcomeProps {
  readonly found: DisputeCase
  readonly done: boolean
}

function Outcome({ found: { dispute }, done }: OutcomeProps) {
  const t = useWords(decisionWords)
  const state = useWords(disputeStateWords)
  const outcome = useWords(outcomeWords)
  const money = useMoney()
  const { decision } = dispute
  return (
    <Decided kind={done ? 'success' : 'info'} {...(done ? { title: t('given') } : {})}>
      {decision !== null && <p>{t('back', { amount: money(decision.amount) })}</p>}
      <p>
        {dispute.outcome === null
          ? t('stands', { state: state(dispute.state) })
          : t('ended', { outcome: outcome(dispute.outcome) })}
      </p>
    </Decided>
  )
}
