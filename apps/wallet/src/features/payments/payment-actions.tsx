import type { OwnPaymentDetail, PaymentAction } from '@danbao/contracts/wallet'
import { Button, buttonClass, Link, useTime, useWords, words } from '@danbao/ui'
import { lazy, Suspense, useState } from 'react'
import { hasSheet, type SheetAction } from './action-sheet.ts'

const actionWords = words({
  confirm: {
    en: 'I have it, pay the seller',
    ru: 'Получил, оплатить продавцу',
    zh: '已收货，放款给卖家',
  },
  extend: { en: 'Give me more time', ru: 'Нужно больше времени', zh: '延长确认期限' },
  cancel: { en: 'Cancel', ru: 'Отменить', zh: '取消' },
  ship: { en: 'I have shipped it', ru: 'Товар отправлен', zh: '已发货' },
  refund: { en: 'Refund', ru: 'Сделать возврат', zh: '退款' },
  pay: { en: 'Go on to pay', ru: 'Перейти к оплате', zh: '去付款' },
  open_dispute: { en: 'Report a problem', ru: 'Сообщить о проблеме', zh: '报告问题' },
  claim: { en: 'Report a problem', ru: 'Сообщить о проблеме', zh: '报告问题' },
  extendable: {
    en: 'If it takes longer: from {when} you can get ten more days to confirm.',
    ru: 'Если доставка затянется, с этого времени можно продлить срок на десять дней: {when}.',
    zh: '如运输延误，自 {when} 起可延长十天确认期。',
  },
})

// The page is there before what only a press needs; that comes right after it.
const ActionSheets = lazy(async () => ({
  default: (await import('./action-sheets.tsx')).ActionSheets,
}))

/**
 * The one that carries the money on comes first; the others are quieter. Nobody is led to confirm
 * what was not even shipped.
 */
function firstOf({ actions, payment }: OwnPaymentDetail): PaymentAction | undefined {
  const sent = payment.state === 'shipped' || payment.state === 'delivered'
  const first: readonly PaymentAction[] = sent ? ['confirm'] : ['pay', 'ship']
  return first.find((action) => actions.includes(action))
}

/** What the person can do now, as the server says. */
export function PaymentActions({ own }: { readonly own: OwnPaymentDetail }) {
  const t = useWords(actionWords)
  const { deadline } = useTime()
  const [chosen, setChosen] = useState<SheetAction>()
  const { actions, payment, extendable_from: from } = own
  const first = firstOf(own)
  const ordered = actions
    .filter((action) => hasSheet(action) || addressOf(action, own) !== undefined)
    .toSorted((a, b) => Number(b === first) - Number(a === first))
  return (
    <>
      <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap print:hidden">
        {ordered.map((action) => {
          const kind = action === first ? 'primary' : 'secondary'
          const href = addressOf(action, own)
          return hasSheet(action) ? (
            <Button key={action} kind={kind} onClick={() => setChosen(action)}>
              {t(action)}
            </Button>
          ) : (
            <Link key={action} href={href ?? ''} className={buttonClass({ kind })}>
              {t(action)}
            </Link>
          )
        })}
      </div>
      {from !== null && !actions.includes('extend') && payment.due !== null && (
        <p className="text-small text-ink-soft">{t('extendable', { when: deadline(from) })}</p>
      )}
      <Suspense>
        <ActionSheets
          own={own}
          actions={actions.filter(hasSheet)}
          chosen={chosen}
          onClose={() => setChosen(undefined)}
        />
      </Suspense>
    </>
  )
}

function addressOf(action: PaymentAction, { payment }: OwnPaymentDetail): string | undefined {
  if (action === 'pay') {
    return payment.checkout === null ? undefined : `/checkout/${payment.checkout}`
  }
  const problem = action === 'open_dispute' || action === 'claim'
  return problem ? `/payments/${payment.id}/problem` : undefined
}
