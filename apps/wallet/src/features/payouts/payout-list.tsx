import type { WalletPayout } from '@danbao/contracts/wallet'
import { Badge, Button, Card, Money, RefusalNote, Time, toast, useWords } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey } from '../payments/command-key.ts'
import { payoutStateWords, payoutWords, returnWord, returnWords } from './payout-words.ts'
import { useTakePayouts } from './queries.ts'

/** Those on their way, then the others. */
export function PayoutList({ payouts }: { readonly payouts: readonly WalletPayout[] }) {
  const t = useWords(payoutWords)
  const groups = [
    ['on_its_way', payouts.filter(({ ended_at: ended }) => ended === null)],
    ['earlier', payouts.filter(({ ended_at: ended }) => ended !== null)],
  ] as const
  return groups
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => (
      <Card key={name} title={t(name)}>
        <ul className="divide-y divide-line">
          {members.map((payout) => (
            <PayoutRow key={payout.id} payout={payout} />
          ))}
        </ul>
      </Card>
    ))
}

const KINDS = { paid: 'success', returned: 'danger', refused: 'danger' } as const

function PayoutRow({ payout }: { readonly payout: WalletPayout }) {
  const state = useWords(payoutStateWords)
  const { amount, holder, iban_last4: last4, reason, created_at: at, ended_at: ended } = payout
  const kind = Object.entries(KINDS).find(([name]) => name === payout.state)?.[1] ?? 'neutral'
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <Money amount={amount} className="font-strong" />
        <Badge kind={kind}>{state(payout.state)}</Badge>
      </span>
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="text-small text-ink-soft">
          {holder} •••• {last4} · <Time at={ended ?? at} />
        </span>
        {payout.may_cancel && <Cancel payout={payout} />}
      </span>
      {reason !== null && <Reason reason={reason} />}
    </li>
  )
}

function Reason({ reason }: { readonly reason: string }) {
  const told = useWords(returnWords)
  const code = returnWord(reason)
  return <span className="text-small break-words">{code === undefined ? reason : told(code)}</span>
}

function Cancel({ payout: { id } }: { readonly payout: WalletPayout }) {
  const t = useWords(payoutWords)
  const take = useTakePayouts()
  const cancel = useMutation({
    mutationFn: () =>
      api.call('cancelOwnPayout', {
        params: { id },
        body: { key: commandKey(`cancel_payout.${id}`) },
      }),
    onSuccess: (page) => {
      take(page)
      toast(t('cancelled_now'))
    },
  })
  return (
    <span>
      <RefusalNote error={cancel.error} />
      <Button kind="quiet" busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('cancel')}
      </Button>
    </span>
  )
}
