import type { RecoveryState, RecoveryView } from '@danbao/contracts/wallet'
import { Countdown, type Step, Steps, useTime, useWords, words } from '@danbao/ui'

const stepWords = words({
  asked: { en: 'You asked', ru: 'Вы обратились', zh: '提交申请' },
  confirm: {
    en: 'You confirm the new address',
    ru: 'Вы подтверждаете новый адрес',
    zh: '确认新邮箱',
  },
  decide: { en: 'Our staff decide', ru: 'Сотрудники решают', zh: '工作人员审核' },
  second: {
    en: 'A second person looks at it',
    ru: 'Проверяет второй сотрудник',
    zh: '第二位工作人员复核',
  },
  second_text: {
    en: 'The first one agrees. Nobody here decides this alone.',
    ru: 'Первый согласен. В одиночку здесь никто не решает.',
    zh: '第一位已同意。此类申请须两人决定。',
  },
  wait: {
    en: 'The old address can object for 72 hours',
    ru: '72 часа прежний адрес может возразить',
    zh: '原邮箱 72 小时内可提出异议',
  },
  wait_text: {
    en: 'We write to it every day. If nobody objects, the address changes: {when}.',
    ru: 'Мы пишем туда каждый день. Если возражений нет, адрес сменится: {when}.',
    zh: '我们每天向其发送通知。若无异议，将于 {when} 更换。',
  },
  changed: {
    en: 'The account has the new address',
    ru: 'У аккаунта новый адрес',
    zh: '账户更换为新邮箱',
  },
  secrets: {
    en: 'You set a new password and new questions',
    ru: 'Вы задаёте новый пароль и новые вопросы',
    zh: '设置新密码和新的安全问题',
  },
  rests: {
    en: 'Payments are paused for 24 hours, then everything is as before',
    ru: 'Платежи приостановлены на 24 часа, потом всё как прежде',
    zh: '支付暂停 24 小时，之后一切恢复',
  },
  by: { en: 'By {when} at the latest.', ru: 'Не позднее: {when}.', zh: '最晚 {when}。' },
  left: { en: 'Left: {left}', ru: 'Осталось: {left}', zh: '剩余：{left}' },
  late: {
    en: 'it takes longer than we promised, sorry',
    ru: 'дольше обещанного, простите',
    zh: '超出承诺时间，非常抱歉',
  },
  now: { en: 'any moment', ru: 'вот-вот', zh: '即将完成' },
})

const ANSWERS = ['asked', 'decide', 'secrets', 'rests'] as const
const EMAIL = ['asked', 'confirm', 'decide', 'second', 'wait', 'changed', 'rests'] as const

type StepName = (typeof EMAIL | typeof ANSWERS)[number]
type Going = Exclude<RecoveryState, 'refused' | 'stopped'>

/** The step that a state stands at. */
const AT: Readonly<Record<Going, StepName>> = {
  unconfirmed: 'confirm',
  open: 'decide',
  checking: 'second',
  waiting: 'wait',
  approved: 'secrets',
  done: 'rests',
}

export interface StatusStepsProps {
  readonly recovery: RecoveryView
  readonly state: Going
}

/** What has happened, what is happening with its clock, and what comes. */
export function StatusSteps({ recovery, state }: StatusStepsProps) {
  const t = useWords(stepWords)
  const { moment } = useTime()
  const names: readonly StepName[] = recovery.kind === 'email' ? EMAIL : ANSWERS
  const at = names.indexOf(AT[state])
  const steps = names.map((name, index): Step => {
    const title = t(name)
    if (index > at) return { title, state: 'later' }
    if (index === at) return { title, state: 'present', text: <Clock recovery={recovery} /> }
    const text = name === 'asked' ? moment(recovery.requested_at) : undefined
    return { title, state: 'done', text }
  })
  return <Steps steps={steps} />
}

function Clock({ recovery }: { readonly recovery: RecoveryView }) {
  const t = useWords(stepWords)
  const { deadline, moment } = useTime()
  const { state, decide_by: by, happens_at: at } = recovery
  if (state === 'checking') return <p>{t('second_text')}</p>
  if (state === 'waiting' && at !== null) {
    return (
      <>
        <p>{t('wait_text', { when: moment(at) })}</p>
        <Left until={at} over={t('now')} />
      </>
    )
  }
  if (state !== 'open' || by === null) return null
  return (
    <>
      <p>{t('by', { when: deadline(by) })}</p>
      <Left until={by} over={t('late')} />
    </>
  )
}

function Left({ until, over }: { readonly until: string; readonly over: string }) {
  const t = useWords(stepWords)
  const left = <Countdown key="left" until={until} over={over} />
  return <p className="mt-1 font-strong text-ink">{t.rich('left', { left })}</p>
}
