import type { StaffPermission } from '@danbao/contracts'
import type { ApprovalKind, ApprovalView } from '@danbao/contracts/console'
import {
  Badge,
  Facts,
  Link,
  Loaded,
  SkeletonLines,
  TextLink,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMay } from '../../session.ts'
import { Section } from '../common/section.tsx'
import { ApprovalForm, NotYours } from './approval-form.tsx'
import { approvalKindWords, approvalStateWords } from './approval-words.ts'
import { approvalQuery } from './queries.ts'

const paneWords = words({
  back: { en: 'Back to the approvals', ru: 'Назад к согласованиям', zh: '返回审批列表' },
  decision: { en: 'Decision', ru: 'Решение', zh: '决定' },
  person: { en: 'Person', ru: 'Пользователь', zh: '用户' },
  member: { en: 'Member of staff', ru: 'Сотрудник', zh: '员工' },
  asked_by: { en: 'Asked by', ru: 'Кто просит', zh: '发起人' },
  asked_at: { en: 'Asked', ru: 'Когда', zh: '发起时间' },
  decided_by: { en: 'Decided by', ru: 'Кто решил', zh: '处理人' },
  decided_at: { en: 'Decided', ru: 'Решено', zh: '处理时间' },
  reason: { en: 'Why', ru: 'Почему', zh: '理由' },
  refusal: { en: 'Why it was refused', ru: 'Почему отказано', zh: '拒绝理由' },
  look: { en: 'Look at the case first', ru: 'Сначала изучите дело', zh: '先查看案件' },
  recovery: { en: 'Open the recovery', ru: 'Открыть восстановление', zh: '查看恢复申请' },
  closure: { en: 'Open the closure', ru: 'Открыть закрытие', zh: '查看销户申请' },
  deposit: { en: 'Open the deposit', ru: 'Открыть поступление', zh: '查看入账' },
  payout: { en: 'Open the payout', ru: 'Открыть вывод', zh: '查看提现' },
  rate: { en: 'Open the rates', ru: 'Открыть курсы', zh: '查看汇率' },
})

interface PaneProps {
  readonly id: string
}

export function ApprovalContent({ id }: PaneProps) {
  const t = useWords(paneWords)
  const query = useQuery(approvalQuery(id))
  return (
    <div className="flex flex-col gap-5">
      <Link
        href="/approvals"
        className="tap -ms-2 -mb-3 inline-flex items-center gap-1.5 self-start rounded-card px-2 text-ink-soft hover:text-ink xl:hidden"
      >
        <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
        {t('back')}
      </Link>
      <Loaded query={query} skeleton={<SkeletonLines lines={6} />}>
        {(one) => <ApprovalFacts one={one} />}
      </Loaded>
    </div>
  )
}

function ApprovalFacts({ one }: { readonly one: ApprovalView }) {
  const t = useWords(paneWords)
  const kind = useWords(approvalKindWords)
  const state = useWords(approvalStateWords)
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-large font-strong">{kind(one.kind)}</h2>
        <Badge>{state(one.state)}</Badge>
      </header>
      <Facts facts={useFacts(one)} />
      <Section title={t('reason')}>
        <p className="break-words whitespace-pre-wrap">{one.reason}</p>
      </Section>
      {one.refusal_reason !== null && (
        <Section title={t('refusal')}>
          <p className="break-words whitespace-pre-wrap">{one.refusal_reason}</p>
        </Section>
      )}
      <SubjectLink one={one} />
    </>
  )
}

function useFacts(one: ApprovalView): readonly { name: string; value: ReactNode }[] {
  const t = useWords(paneWords)
  const may = useMay()
  const { person, member, decided_by: decider, decided_at: decided } = one
  const facts: { name: string; value: ReactNode }[] = []
  if (person !== null) {
    const seen = may('person.read')
    const name = seen ? (
      <TextLink href={`/people/${person.id}`}>{person.name}</TextLink>
    ) : (
      person.name
    )
    facts.push({ name: t('person'), value: name })
  }
  if (member !== null) facts.push({ name: t('member'), value: member.name })
  facts.push({ name: t('asked_by'), value: one.requested_by.name })
  facts.push({ name: t('asked_at'), value: <Time at={one.requested_at} /> })
  if (decider !== null) facts.push({ name: t('decided_by'), value: decider.name })
  if (decided !== null) facts.push({ name: t('decided_at'), value: <Time at={decided} /> })
  return facts
}

interface SubjectPlace {
  readonly what: 'recovery' | 'closure' | 'deposit' | 'payout' | 'rate'
  readonly permission: StaffPermission
  readonly place: string
  /** All of its kind stand on one page. */
  readonly isOnePage?: boolean
}

const SUBJECTS: Readonly<Partial<Record<ApprovalKind, SubjectPlace>>> = {
  recovery_email: {
    what: 'recovery',
    permission: 'recovery.decide',
    place: '/cases/recovery',
  },
  closure: { what: 'closure', permission: 'closure.prepare', place: '/cases/closure' },
  resolution: { what: 'deposit', permission: 'funding.manage', place: '/deposits' },
  payout: { what: 'payout', permission: 'funding.manage', place: '/payouts' },
  payout_failed: { what: 'payout', permission: 'funding.manage', place: '/payouts' },
  rate: { what: 'rate', permission: 'funding.manage', place: '/rates', isOnePage: true },
}

/** The whole case, for those who may see it. */
function SubjectLink({ one }: { readonly one: ApprovalView }) {
  const t = useWords(paneWords)
  const may = useMay()
  const { kind, subject } = one
  const found = SUBJECTS[kind]
  if (subject === null || found === undefined || !may(found.permission)) return null
  const href = found.isOnePage === true ? found.place : `${found.place}/${subject}`
  return (
    <Section title={t('look')}>
      <p>
        <TextLink href={href}>{t(found.what)}</TextLink>
      </p>
    </Section>
  )
}

export function ApprovalDecision({ id }: PaneProps) {
  const t = useWords(paneWords)
  const query = useQuery(approvalQuery(id))
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-large font-strong">{t('decision')}</h2>
      <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
        {(one) => (one.may_decide ? <ApprovalForm one={one} /> : <NotYours one={one} />)}
      </Loaded>
    </div>
  )
}
