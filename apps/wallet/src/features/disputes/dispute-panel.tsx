import type { DisputeView } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { Badge, Callout, Card, Countdown, Facts, Money, useTime, useWords, words } from '@danbao/ui'
import { Scale } from 'lucide-react'
import { isYourTurn, silenceOf, situationOf } from './dispute-situation.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { Moves } from './moves.tsx'
import { OfferTalk } from './offer-talk.tsx'
import { outcomeWords, reasonWords, silenceWords, situationWords } from './situation-words.ts'

const panelWords = words({
  dispute: { en: 'Dispute', ru: 'Спор', zh: '争议' },
  claim: { en: 'Claim', ru: 'Претензия', zh: '索赔' },
  your_turn: { en: 'Your turn', ru: 'Ваш ход', zh: '轮到您' },
  until: { en: 'Until {time}', ru: 'Срок: {time}', zh: '截止：{time}' },
  over: { en: 'the time is over', ru: 'срок вышел', zh: '已到期' },
  arbiter: {
    en: 'Nobody has to do anything now. The arbiter decides within 5 days; you can still add evidence, and still agree between you.',
    ru: 'Сейчас ничего делать не нужно. Арбитр решит в течение 5 дней; можно добавлять доказательства и всё ещё договориться самим.',
    zh: '目前无需操作。仲裁员将在 5 天内裁决；您仍可补充证据，也可继续协商。',
  },
  held: {
    en: 'Until it is settled, the money stays held.',
    ru: 'Пока спор не решён, деньги удержаны у нас.',
    zh: '解决之前，款项继续受担保。',
  },
  decision: { en: 'The decision', ru: 'Решение', zh: '裁决' },
  first_decision: { en: 'The first decision', ru: 'Первое решение', zh: '首次裁决' },
  to_buyer: { en: 'Back to the buyer', ru: 'Вернуть покупателю', zh: '退还买家' },
  because: { en: 'Why', ru: 'Почему', zh: '理由' },
  appealed_buyer: { en: 'The buyer appealed', ru: 'Покупатель обжаловал', zh: '买家已申诉' },
  appealed_seller: { en: 'The seller appealed', ru: 'Продавец обжаловал', zh: '卖家已申诉' },
  carrier: { en: 'Sent back with', ru: 'Отправлено через', zh: '退货承运商' },
  tracking: { en: 'Tracking number', ru: 'Трек-номер', zh: '运单号' },
})

/** The dispute of a payment, for either of its two sides: how it stands, and what can be done. */
export function DisputePanel({ detail }: { readonly detail: OwnPaymentDetail }) {
  const t = useWords(panelWords)
  const reason = useWords(reasonWords)
  const { dispute, role } = detail
  if (dispute === null) return null
  return (
    <Card
      title={t(dispute.kind)}
      action={<Badge icon={Scale}>{reason(dispute.reason)}</Badge>}
      className="scroll-mt-4"
    >
      <div className="flex flex-col gap-5">
        <Standing dispute={dispute} role={role} />
        {dispute.decision !== null && <Decision decision={dispute.decision} dispute={dispute} />}
        <Moves key={dispute.state} detail={detail} dispute={dispute} />
        <ReturnFacts dispute={dispute} />
        <OfferTalk dispute={dispute} role={role} />
        <EvidenceCard dispute={dispute} />
      </div>
    </Card>
  )
}

interface OfDispute {
  readonly dispute: DisputeView
  readonly role: OwnPaymentDetail['role']
}

/** In words: what is, who acts, until when, and what happens if they do not. */
function Standing({ dispute, role }: OfDispute) {
  const t = useWords(panelWords)
  const say = useWords(situationWords)
  const outcome = useWords(outcomeWords)
  const situation = situationOf(dispute, role)
  const mine = isYourTurn(situation)
  if (dispute.state === 'closed') {
    return (
      <Callout kind="success" title={say('closed')}>
        {dispute.outcome !== null && outcome(dispute.outcome)}
      </Callout>
    )
  }
  return (
    <Callout
      kind={mine ? 'attention' : 'info'}
      title={say(situation)}
      {...(mine ? { action: <Badge kind="attention">{t('your_turn')}</Badge> } : {})}
    >
      <div className="flex flex-col gap-2">
        <Deadline dispute={dispute} />
        {dispute.state === 'escalated' && <p>{t('arbiter')}</p>}
        {dispute.kind === 'dispute' && dispute.state !== 'decided' && <p>{t('held')}</p>}
      </div>
    </Callout>
  )
}

function Deadline({ dispute }: Pick<OfDispute, 'dispute'>) {
  const t = useWords(panelWords)
  const silence = useWords(silenceWords)
  const { deadline } = useTime()
  const what = silenceOf(dispute)
  if (dispute.due_at === null) return null
  return (
    <>
      <p>
        {t('until', { time: deadline(dispute.due_at) })} ·{' '}
        <Countdown until={dispute.due_at} over={t('over')} className="font-strong" />
      </p>
      {what !== undefined && <p>{silence(what)}</p>}
    </>
  )
}

interface DecisionProps {
  readonly decision: NonNullable<DisputeView['decision']>
  readonly dispute: DisputeView
}

function Decision({ decision, dispute }: DecisionProps) {
  const t = useWords(panelWords)
  const { moment } = useTime()
  const { amount, reason, appealed_by: appealed, appeal_reason: why, final } = decision
  const first = appealed !== null && !final
  return (
    <section className="rounded-card border border-line p-4">
      <h3 className="font-strong">{first ? t('first_decision') : t('decision')}</h3>
      <p className="text-small text-ink-soft">{moment(decision.decided_at)}</p>
      <Facts facts={[{ name: t('to_buyer'), value: <Money amount={amount} /> }]} />
      <p className="text-ink-soft">{t('because')}</p>
      <blockquote className="border-s-2 border-line ps-3 break-words whitespace-pre-wrap">
        {reason}
      </blockquote>
      {appealed !== null && dispute.decision !== null && (
        <>
          <p className="mt-3 text-ink-soft">{t(`appealed_${appealed}`)}</p>
          <blockquote className="border-s-2 border-line ps-3 break-words whitespace-pre-wrap">
            {why}
          </blockquote>
        </>
      )}
    </section>
  )
}

function ReturnFacts({ dispute }: Pick<OfDispute, 'dispute'>) {
  const t = useWords(panelWords)
  const { carrier, tracking } = dispute.return
  const facts = [
    ...(carrier === null ? [] : [{ name: t('carrier'), value: carrier }]),
    ...(tracking === null
      ? []
      : [{ name: t('tracking'), value: <span className="break-all select-all">{tracking}</span> }]),
  ]
  return facts.length === 0 ? null : <Facts facts={facts} />
}
