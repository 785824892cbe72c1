import type { DisputeCase } from '@danbao/contracts/console'
import { Badge, Loaded, Money, paymentStateWords, TextLink, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Section } from '../../common/section.tsx'
import { TransferLines } from '../../common/transfer-lines.tsx'
import { CaseHead } from '../case-head.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { disputeQuery } from '../queries.ts'
import { disputeReasonWords, disputeStateWords } from './dispute-words.ts'
import { EvidenceGallery } from './evidence-gallery.tsx'
import { Parties } from './parties.tsx'
import { Story } from './story.tsx'

const contentWords = words({
  dispute: { en: 'Dispute: {what}', ru: 'Спор: {what}', zh: '争议：{what}' },
  claim: {
    en: 'Claim after the release: {what}',
    ru: 'Претензия после выплаты: {what}',
    zh: '放款后索赔：{what}',
  },
  untitled: { en: 'without description', ru: 'без описания', zh: '无说明' },
  appeal: { en: 'Appeal', ru: 'Обжалование', zh: '申诉复审' },
  parties: { en: 'The two sides', ru: 'Стороны', zh: '双方' },
  payment: { en: 'The payment', ru: 'Платёж', zh: '付款' },
  on: { en: '{shop} · {id}', ru: '{shop} · {id}', zh: '{shop} · {id}' },
  shipped_with: {
    en: 'Shipped with {carrier}, number {tracking}',
    ru: 'Отправлено: {carrier}, номер {tracking}',
    zh: '承运商 {carrier}，运单号 {tracking}',
  },
  story: { en: 'What happened', ru: 'Что произошло', zh: '事情经过' },
  evidence: {
    en: 'Evidence ({count})',
    ru: 'Доказательства ({count})',
    zh: '证据（{count}）',
  },
  transfers: { en: 'Movements of the money', ru: 'Движение денег', zh: '资金流水' },
})

export function DisputeContent({ id }: { readonly id: string }) {
  const query = useQuery(disputeQuery(id))
  return (
    <Loaded query={query} skeleton={<CaseSkeleton />}>
      {(found) => <DisputeFacts found={found} />}
    </Loaded>
  )
}

/** The whole story on one page, in the order in which one asks: who, what, when, what shows it. */
function DisputeFacts({ found }: { readonly found: DisputeCase }) {
  const t = useWords(contentWords)
  return (
    <>
      <Head found={found} />
      <Section title={t('parties')}>
        <Parties found={found} />
      </Section>
      <Section title={t('payment')}>
        <PaymentFacts found={found} />
      </Section>
      <Section title={t('story')}>
        <Story found={found} />
      </Section>
      <Section title={t('evidence', { count: found.evidence.length })}>
        <EvidenceGallery evidence={found.evidence} />
      </Section>
      <Section title={t('transfers')}>
        <TransferLines transfers={found.transfers} />
      </Section>
    </>
  )
}

function Head({ found }: { readonly found: DisputeCase }) {
  const t = useWords(contentWords)
  const state = useWords(disputeStateWords)
  const reason = useWords(disputeReasonWords)
  const { dispute, payment, buyer, case: waiting } = found
  return (
    <CaseHead
      title={t(dispute.kind, { what: payment.description ?? t('untitled') })}
      came={waiting?.opened_at ?? dispute.opened_at}
      due={waiting?.due_at ?? null}
      person={buyer?.has_wallet === true ? buyer.id : null}
    >
      <Badge>{reason(dispute.reason)}</Badge>
      <Badge kind={dispute.state === 'escalated' ? 'attention' : 'neutral'}>
        {state(dispute.state)}
      </Badge>
      {found.round === 2 && dispute.state === 'escalated' && (
        <Badge kind="attention">{t('appeal')}</Badge>
      )}
      <Money amount={dispute.claimed} />
    </CaseHead>
  )
}

function PaymentFacts({ found: { payment, marketplace } }: { readonly found: DisputeCase }) {
  const t = useWords(contentWords)
  const say = useWords(paymentStateWords)
  const { carrier, tracking } = payment.shipment
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-small">
      <div className="min-w-0">
        <p className="break-words">
          <TextLink href={`/payments/${payment.id}`}>
            {payment.description ?? t('untitled')}
          </TextLink>
        </p>
        <p className="break-all text-ink-soft select-all">
          {t('on', { shop: marketplace, id: payment.id })}
        </p>
        {(carrier !== null || tracking !== null) && (
          <p className="break-words">
            {t('shipped_with', { carrier: carrier ?? '—', tracking: tracking ?? '—' })}
          </p>
        )}
      </div>
      <p className="ms-auto flex flex-col items-end gap-1">
        <Money amount={payment.amount} />
        <Badge>{say(payment.state)}</Badge>
      </p>
    </div>
  )
}
