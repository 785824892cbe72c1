import type { RecoveryCase } from '@danbao/contracts/console'
import { useTime, useWords, words } from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Decided } from '../decided.tsx'
import { DecisionPane, OpenCase } from '../decision-pane.tsx'
import { PendingNote } from '../pending-note.tsx'
import { recoveryQuery } from '../queries.ts'
import { type Choice, ReasonedForm } from '../reasoned-form.tsx'
import { recoveryStateWords } from './recovery-words.ts'

const decisionWords = words({
  stands: {
    en: 'The request stands at “{state}”.',
    ru: 'Состояние запроса: «{state}».',
    zh: '当前状态：{state}。',
  },
  effective: {
    en: 'The new address counts from {time} on, unless the old one objects.',
    ru: 'Новый адрес начнёт действовать {time}, если со старого не возразят.',
    zh: '如旧邮箱无异议，新邮箱将于 {time} 生效。',
  },
  approve: { en: 'Approve', ru: 'Одобрить', zh: '批准' },
  refuse: { en: 'Refuse', ru: 'Отказать', zh: '拒绝' },
  approve_answers: {
    en: 'A link to set a new password and new answers goes to the account’s address. All sessions end. Payments are paused for 24 hours after that.',
    ru: 'На адрес аккаунта уйдёт ссылка для нового пароля и новых ответов. Все сеансы завершатся. После этого платежи приостановлены на 24 часа.',
    zh: '系统将向账户邮箱发送链接，用于设置新密码和答案。所有会话将结束，此后支付暂停 24 小时。',
  },
  approve_email: {
    en: 'Nothing changes yet: a second person has to approve it too. Then 72 hours go by in which the old address can stop it; then the account belongs to {email}, and payments are paused for 24 hours.',
    ru: 'Пока ничего не изменится: одобрить должен ещё один сотрудник. Затем 72 часа запрос можно остановить со старого адреса; потом аккаунт перейдёт на {email}, и платежи приостановлены на 24 часа.',
    zh: '暂不生效：还须第二人批准。随后 72 小时内旧邮箱可以终止；期满后账户归 {email}，支付暂停 24 小时。',
  },
  refuse_means: {
    en: 'The account stays as it is. The person gets a mail with your reason.',
    ru: 'Аккаунт останется как есть. Человек получит письмо с вашей причиной.',
    zh: '账户保持不变。申请人将收到说明原因的邮件。',
  },
  approve_hint: {
    en: 'For colleagues: why you believe it is the owner.',
    ru: 'Для коллег: почему вы считаете, что это владелец.',
    zh: '供同事参考：为何认定为本人。',
  },
  refuse_hint: {
    en: 'The person reads this. Do not say what would have been right.',
    ru: 'Это прочитает человек. Не пишите, какой ответ был бы верным.',
    zh: '申请人会看到。请勿透露正确信息。',
  },
  done_approve: { en: 'Approved', ru: 'Одобрено', zh: '已批准' },
  done_refuse: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
})

type Decision = 'approve' | 'refuse'

export function RecoveryDecision({ id }: { readonly id: string }) {
  const query = useQuery(recoveryQuery(id))
  return <DecisionPane query={query}>{(found) => <Deciding found={found} />}</DecisionPane>
}

function Deciding({ found }: { readonly found: RecoveryCase }) {
  const [done, setDone] = useState<Decision>()
  if (done !== undefined || found.state !== 'open' || found.case === null) {
    return <Outcome found={found} done={done} />
  }
  return (
    <OpenCase caseId={found.case.id} kind="recovery" holder={found.case.assigned_to}>
      <RecoveryForm found={found} onDone={setDone} />
    </OpenCase>
  )
}

interface OutcomeProps {
  readonly found: RecoveryCase
  readonly done: Decision | undefined
}

function Outcome({ found, done }: OutcomeProps) {
  const t = useWords(decisionWords)
  const state = useWords(recoveryStateWords)
  const { moment } = useTime()
  const { approval, effective_at: effective } = found
  return (
    <>
      {approval !== null && <PendingNote approval={approval} />}
      <Decided
        kind={done === undefined ? 'info' : 'success'}
        {...(done === undefined ? {} : { title: t(`done_${done}`) })}
      >
        {t('stands', { state: state(found.state) })}
        {found.state === 'waiting' && effective !== null && (
          <span className="mt-1 block">{t('effective', { time: moment(effective) })}</span>
        )}
      </Decided>
    </>
  )
}

interface RecoveryFormProps {
  readonly found: RecoveryCase
  readonly onDone: (decision: Decision) => void
}

function RecoveryForm({ found, onDone }: RecoveryFormProps) {
  const t = useWords(decisionWords)
  const client = useQueryClient()
  const { id } = found
  const approve: Choice<Decision> = {
    value: 'approve',
    label: t('approve'),
    means:
      found.kind === 'email'
        ? t('approve_email', { email: found.new_email ?? '—' })
        : t('approve_answers'),
    hint: t('approve_hint'),
  }
  const refuse: Choice<Decision> = {
    value: 'refuse',
    label: t('refuse'),
    means: t('refuse_means'),
    hint: t('refuse_hint'),
    kind: 'danger',
  }
  return (
    <ReasonedForm
      keep={`recovery.${id}`}
      // Of an account that nobody has there is nothing to approve.
      choices={found.person === null ? [refuse] : [approve, refuse]}
      submit={(decision, reason) =>
        api.call('decideRecovery', { params: { id }, body: { decision, reason } })
      }
      onDone={(answer, decision) => {
        client.setQueryData(recoveryQuery(id).queryKey, answer)
        void client.invalidateQueries({ queryKey: ['queue'] })
        onDone(decision)
      }}
    />
  )
}
