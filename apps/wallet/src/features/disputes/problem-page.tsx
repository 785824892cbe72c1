import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import {
  Callout,
  Loaded,
  Page,
  SkeletonCards,
  TextLink,
  usePathText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { ProblemForm } from './problem-form.tsx'
import { ownPaymentQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Report a problem', ru: 'Сообщить о проблеме', zh: '报告问题' },
  intro: {
    en: 'We are sorry that something went wrong. Your words go to {name}, and to an arbiter if you two can not agree.',
    ru: 'Жаль, что так вышло. Ваши слова увидит {name}, а если не договоритесь — арбитр.',
    zh: '很抱歉给您带来不便。您的说明会发送给 {name}；如双方无法达成一致，将由仲裁员处理。',
  },
  seller: { en: 'the seller', ru: 'продавец', zh: '卖家' },
  claim: {
    en: 'The seller has the money already',
    ru: 'Деньги уже у продавца',
    zh: '卖家已收到款项',
  },
  claim_text: {
    en: 'You can still claim it back for 15 days after the end of the payment. What differs: the money does not lie with us any more but is taken back from the seller, and if the seller does not answer within 5 days, an arbiter decides.',
    ru: 'Вернуть их можно в течение 15 дней после завершения платежа. Разница такая: деньги лежат уже не у нас, их придётся взыскивать с продавца; если он не ответит за 5 дней, решит арбитр.',
    zh: '付款结束后 15 天内仍可索赔。不同之处：款项已不在平台，需向卖家追回；如卖家 5 天内未回应，将由仲裁员裁决。',
  },
  not_shipped: { en: 'Nothing was shipped yet', ru: 'Товар ещё не отправлен', zh: '商品尚未发货' },
  not_shipped_text: {
    en: 'The seller has until {time} to ship. If nothing is shipped by then, all of your money comes back by itself. You can also cancel the payment now.',
    ru: 'Продавец должен отправить до: {time}. Если не отправит, все деньги вернутся сами. Отменить платёж можно и сейчас.',
    zh: '卖家须在 {time} 前发货，否则全部款项将自动退回。您也可以现在取消付款。',
  },
  open: { en: 'You have told us already', ru: 'Вы уже сообщили', zh: '您已提交' },
  open_text: {
    en: 'A dispute over this payment is open. You find it on the payment’s page.',
    ru: 'Спор по этому платежу открыт. Он на странице платежа.',
    zh: '此付款的争议正在处理中，请在付款页面查看。',
  },
  over: { en: 'This payment is finished', ru: 'Платёж завершён', zh: '付款已结束' },
  over_text: {
    en: 'There is nothing left to claim, or more than 15 days have passed since its end. Nothing changes by itself any more.',
    ru: 'Возвращать больше нечего, или с завершения прошло больше 15 дней. Само по себе уже ничего не изменится.',
    zh: '已无可追回的款项，或结束已超过 15 天。状态不会再自动变化。',
  },
  to_payment: { en: 'To the payment', ru: 'К платежу', zh: '查看付款' },
})

/** What went wrong, asked in plain words, and what the buyer wants. */
export function ProblemPage() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const query = useQuery(ownPaymentQuery(id))
  const name = query.data?.counterpart ?? t('seller')
  return (
    <Page title={t('title')} intro={t('intro', { name })} back={`/payments/${id}`}>
      <Loaded query={query} skeleton={<SkeletonCards />}>
        {(detail) => <Problem detail={detail} />}
      </Loaded>
    </Page>
  )
}

function Problem({ detail }: { readonly detail: OwnPaymentDetail }) {
  const t = useWords(pageWords)
  const { actions } = detail
  if (actions.includes('open_dispute')) return <ProblemForm detail={detail} />
  if (!actions.includes('claim')) return <Impossible detail={detail} />
  return (
    <>
      <Callout kind="attention" title={t('claim')}>
        {t('claim_text')}
      </Callout>
      <ProblemForm detail={detail} />
    </>
  )
}

function Impossible({ detail: { payment, dispute } }: { readonly detail: OwnPaymentDetail }) {
  const t = useWords(pageWords)
  const { deadline } = useTime()
  const link = <TextLink href={`/payments/${payment.id}`}>{t('to_payment')}</TextLink>
  if (dispute !== null && dispute.state !== 'closed') {
    return (
      <Callout title={t('open')} action={link}>
        {t('open_text')}
      </Callout>
    )
  }
  if (payment.state === 'held' && payment.due !== null) {
    return (
      <Callout title={t('not_shipped')} action={link}>
        {t('not_shipped_text', { time: deadline(payment.due.at) })}
      </Callout>
    )
  }
  return (
    <Callout title={t('over')} action={link}>
      {t('over_text')}
    </Callout>
  )
}
