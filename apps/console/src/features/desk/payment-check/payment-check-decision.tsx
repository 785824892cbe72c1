import type { CheckDecision, PaymentCheckCase } from '@danbao/contracts/console'
import { useMoney, useWords, words } from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Decided } from '../decided.tsx'
import { DecisionPane, OpenCase } from '../decision-pane.tsx'
import { paymentCheckQuery } from '../queries.ts'
import { type Choice, ReasonedForm } from '../reasoned-form.tsx'

const decisionWords = words({
  approve: { en: 'Approve', ru: 'Пропустить', zh: '放行' },
  refuse: { en: 'Refuse and refund', ru: 'Отклонить и оформить возврат', zh: '拒绝并退款' },
  ask_identity: { en: 'Ask for the identity', ru: 'Запросить личность', zh: '要求验证身份' },
  approve_means: {
    en: '{amount} stays held and the time to ship begins. The seller gets it only once the buyer confirms.',
    ru: '{amount} остаётся под удержанием, пойдёт срок отправки. Продавец получит деньги, только когда покупатель подтвердит.',
    zh: '{amount} 继续担保，发货时限开始计算。买家确认后卖家才会收到。',
  },
  refuse_means: {
    en: '{amount} goes back to the buyer’s wallet now. The seller gets nothing, the payment is over.',
    ru: '{amount} сразу вернётся в кошелёк покупателя. Продавец не получит ничего, платёж закончится.',
    zh: '{amount} 立即退回买家钱包，卖家不会收到款项，付款终止。',
  },
  coupon_back: {
    en: '{amount} goes back to the promotions.',
    ru: '{amount} вернётся в бюджет акций.',
    zh: '{amount} 退回促销账户。',
  },
  ask_means: {
    en: 'No money moves: {amount} goes on waiting until the same deadline. The buyer gets a mail. When the identity is approved, the payment is, too; else the money goes back.',
    ru: 'Деньги не движутся: {amount} ждёт до того же срока. Покупатель получит письмо. Если личность одобрят, платёж пройдёт сам; иначе деньги вернутся.',
    zh: '款项不动：{amount} 继续等待至原截止时间。买家将收到邮件。身份通过后付款自动放行，否则退款。',
  },
  for_staff: {
    en: 'Kept in the audit log: what you looked at.',
    ru: 'Останется в журнале: что вы проверили.',
    zh: '写入审计日志：您核对了哪些内容。',
  },
  for_buyer: { en: 'The buyer reads this.', ru: 'Это прочитает покупатель.', zh: '买家会看到。' },
  done_approve: { en: 'Approved', ru: 'Пропущен', zh: '已放行' },
  done_refuse: {
    en: 'Refused, the money is back',
    ru: 'Отклонён, деньги вернулись',
    zh: '已拒绝并退款',
  },
  done_ask_identity: { en: 'Asked', ru: 'Запрос отправлен', zh: '已要求' },
  asked_text: {
    en: 'The case stays in the queue until the identity is approved or the time is over.',
    ru: 'Дело останется в очереди, пока личность не одобрят или не выйдет срок.',
    zh: '案件将留在队列中，直至身份通过或逾期。',
  },
  ended_approved: { en: 'The payment was approved.', ru: 'Платёж пропущен.', zh: '付款已放行。' },
  ended_refused: {
    en: 'The payment was refused; the money is back with the buyer.',
    ru: 'Платёж отклонён, деньги у покупателя.',
    zh: '付款已被拒绝，款项已退回买家。',
  },
  ended_cancelled: {
    en: 'One of the two sides cancelled; the money is back with the buyer.',
    ru: 'Одна из сторон отменила платёж, деньги у покупателя.',
    zh: '其中一方已取消，款项已退回买家。',
  },
  ended_timed_out: {
    en: 'Nobody decided in time; the money is back with the buyer.',
    ru: 'Никто не решил вовремя, деньги у покупателя.',
    zh: '无人按时处理，款项已退回买家。',
  },
})

export function PaymentCheckDecision({ id }: { readonly id: string }) {
  const query = useQuery(paymentCheckQuery(id))
  return <DecisionPane query={query}>{(found) => <Deciding found={found} />}</DecisionPane>
}

function Deciding({ found }: { readonly found: PaymentCheckCase }) {
  const [done, setDone] = useState<CheckDecision>()
  const over = found.case === null || found.waiting.total.value === '0'
  if (done !== undefined || over || found.case === null) {
    return <Outcome found={found} done={done} />
  }
  return (
    <OpenCase caseId={found.case.id} kind="payment_check" holder={found.case.assigned_to}>
      <CheckForm found={found} onDone={setDone} />
    </OpenCase>
  )
}

interface OutcomeProps {
  readonly found: PaymentCheckCase
  readonly done: CheckDecision | undefined
}

function Outcome({ found, done }: OutcomeProps) {
  const t = useWords(decisionWords)
  const ended = found.payments[0]?.ended ?? null
  return (
    <Decided
      kind={done === undefined ? 'info' : 'success'}
      {...(done === undefined ? {} : { title: t(`done_${done}`) })}
    >
      {ended === null ? t('asked_text') : t(`ended_${ended}`)}
    </Decided>
  )
}

interface CheckFormProps {
  readonly found: PaymentCheckCase
  readonly onDone: (decision: CheckDecision) => void
}

function CheckForm({ found, onDone }: CheckFormProps) {
  const client = useQueryClient()
  const choices = useChoices(found)
  const { id } = found
  const payments = found.payments
    .filter(({ ended }) => ended === null)
    .map(({ payment }) => payment.id)
  return (
    <ReasonedForm
      keep={`payment_check.${id}`}
      choices={choices}
      submit={(decision, reason) =>
        api.call('decidePaymentCheck', { params: { id }, body: { decision, reason, payments } })
      }
      onDone={(answer, decision) => {
        client.setQueryData(paymentCheckQuery(id).queryKey, answer)
        void client.invalidateQueries({ queryKey: ['queue'] })
        onDone(decision)
      }}
    />
  )
}

/** Each with what it does to the money. Who has no wallet, or was asked already, is not asked. */
function useChoices(found: PaymentCheckCase): readonly Choice<CheckDecision>[] {
  const t = useWords(decisionWords)
  const money = useMoney()
  const { waiting, buyer, asked } = found
  const { total, to_buyer: back, to_promotions: coupon } = waiting
  const approve: Choice<CheckDecision> = {
    value: 'approve',
    label: t('approve'),
    means: t('approve_means', { amount: money(total) }),
    hint: t('for_staff'),
  }
  const refuse: Choice<CheckDecision> = {
    value: 'refuse',
    label: t('refuse'),
    means: (
      <>
        <span className="block">{t('refuse_means', { amount: money(back) })}</span>
        {coupon.value !== '0' && (
          <span className="block">{t('coupon_back', { amount: money(coupon) })}</span>
        )}
      </>
    ),
    hint: t('for_buyer'),
    kind: 'danger',
  }
  const ask: Choice<CheckDecision> = {
    value: 'ask_identity',
    label: t('ask_identity'),
    means: t('ask_means', { amount: money(total) }),
    hint: t('for_buyer'),
  }
  const askable = buyer.wallet !== null && asked === null && buyer.level < 2
  return askable ? [approve, refuse, ask] : [approve, refuse]
}
