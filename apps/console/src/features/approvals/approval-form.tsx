import type { ApprovalView } from '@danbao/contracts/console'
import {
  Button,
  Callout,
  Form,
  RadioCards,
  TextArea,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useStaff } from '../../session.ts'
import { approvalStateWords, consequenceWords } from './approval-words.ts'
import { approvalQuery } from './queries.ts'

const formWords = words({
  what: { en: 'What do you decide?', ru: 'Что вы решаете?', zh: '您的决定' },
  give: { en: 'Approve', ru: 'Одобрить', zh: '批准' },
  refuse: { en: 'Refuse', ru: 'Отказать', zh: '拒绝' },
  refuse_means: {
    en: 'Nothing happens. {name} sees your reason.',
    ru: 'Ничего не произойдёт. {name} увидит вашу причину.',
    zh: '不会执行。{name} 会看到您的理由。',
  },
  reason: { en: 'Reason', ru: 'Причина', zh: '理由' },
  needed: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写理由。' },
  done_give: { en: 'Approved. It is done.', ru: 'Одобрено и выполнено.', zh: '已批准并执行。' },
  done_refuse: { en: 'Refused.', ru: 'Отказано.', zh: '已拒绝。' },
  own: {
    en: 'This is your own request',
    ru: 'Это ваш собственный запрос',
    zh: '这是您自己发起的',
  },
  own_text: {
    en: 'Two people decide, so somebody else has to approve it. They find it under “Waiting for me”.',
    ru: 'Нужны двое, поэтому одобрить должен другой сотрудник. Он найдёт запрос в списке «Ждут меня».',
    zh: '须由两人决定，因此要由他人批准。对方可在“待我审批”中找到。',
  },
  other: { en: 'Not yours to decide', ru: 'Решение не за вами', zh: '无权审批' },
  other_text: {
    en: 'Your role can not be the second person here.',
    ru: 'С вашей ролью нельзя быть вторым в этом деле.',
    zh: '您的角色不能担任此事的复核人。',
  },
  decided: { en: 'Decided', ru: 'Решено', zh: '已处理' },
  decided_text: {
    en: 'It stands at “{state}”.',
    ru: 'Состояние: «{state}».',
    zh: '当前状态：{state}。',
  },
})

const DECISIONS = ['give', 'refuse'] as const

/** The second person's word, with what follows from it. */
export function ApprovalForm({ one }: { readonly one: ApprovalView }) {
  const t = useWords(formWords)
  const consequence = useWords(consequenceWords)
  const form = useDecision(one)
  const decision = DECISIONS.find((value) => value === form.values.decision)
  const name = one.person?.name ?? one.member?.name ?? ''
  return (
    <Form form={form} label={t('what')}>
      <RadioCards
        label={t('what')}
        options={DECISIONS.map((value) => ({ value, label: t(value) }))}
        {...form.text('decision')}
      />
      {decision !== undefined && (
        <>
          <p className="rounded-card bg-well p-3 text-small" role="status">
            {decision === 'give'
              ? consequence(one.kind, { name })
              : t('refuse_means', { name: one.requested_by.name })}
          </p>
          {decision === 'refuse' && (
            <TextArea label={t('reason')} rows={3} maxLength={1000} {...form.text('reason')} />
          )}
          <Button
            type="submit"
            wide
            kind={decision === 'refuse' ? 'danger' : 'primary'}
            busy={form.busy}
          >
            {t(decision)}
          </Button>
        </>
      )}
    </Form>
  )
}

function useDecision({ id }: ApprovalView) {
  const t = useWords(formWords)
  const client = useQueryClient()
  const form = useForm({
    initial: { decision: '', reason: '' },
    check: ({ decision, reason }) => ({
      decision: decision === '' ? t('needed') : undefined,
      reason: decision === 'refuse' && reason.trim() === '' ? t('why') : undefined,
    }),
    submit: ({ decision, reason }) =>
      decision === 'give'
        ? api.call('giveApproval', { params: { id } })
        : api.call('refuseApproval', { params: { id }, body: { reason } }),
    done: (answer, { decision }) => {
      client.setQueryData(approvalQuery(id).queryKey, answer)
      for (const queryKey of [
        ['approvals'],
        ['case'],
        ['queue'],
        ['person'],
        ['staff'],
        ['deposit'],
        ['deposits'],
        ['payout'],
        ['payouts'],
        ['me'],
      ]) {
        void client.invalidateQueries({ queryKey })
      }
      toast(decision === 'give' ? t('done_give') : t('done_refuse'))
    },
  })
  return form
}

/** Why there is nothing to decide for whoever looks. */
export function NotYours({ one }: { readonly one: ApprovalView }) {
  const t = useWords(formWords)
  const state = useWords(approvalStateWords)
  const { id } = useStaff()
  if (one.state !== 'open') {
    return <Callout title={t('decided')}>{t('decided_text', { state: state(one.state) })}</Callout>
  }
  const own = one.requested_by.id === id
  return (
    <Callout kind="attention" title={own ? t('own') : t('other')}>
      {own ? t('own_text') : t('other_text')}
    </Callout>
  )
}
