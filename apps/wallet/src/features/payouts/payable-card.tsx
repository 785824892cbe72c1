import type { WalletBankAccount } from '@danbao/contracts/wallet'
import { Button, buttonClass, Card, Link, Money, TextLink, useMoney, useWords } from '@danbao/ui'
import { useState } from 'react'
import { PayoutSheet } from './payout-sheet.tsx'
import { payoutWords } from './payout-words.ts'
import type { Payable } from './queries.ts'

interface PayableCardProps {
  readonly payable: Payable
  readonly accounts: readonly WalletBankAccount[]
}

/** What can be paid out of one currency, why not more, and the button. */
export function PayableCard({ payable, accounts }: PayableCardProps) {
  const t = useWords(payoutWords)
  const money = useMoney()
  const { balance, available, held, least, currency } = payable
  const owes = BigInt(balance.value) < 0n
  return (
    <Card>
      <p className="text-small text-ink-soft">{t(owes ? 'debt' : 'available')}</p>
      <Money
        amount={owes ? balance : available}
        size="figure"
        className={owes ? 'text-danger' : ''}
      />
      <div className="mt-3 flex flex-col gap-3">
        {owes && <p className="text-ink-soft">{t('debt_text')}</p>}
        {BigInt(held.value) > 0n && (
          <p className="text-small text-ink-soft">{t('held', { amount: money(held) })}</p>
        )}
        {!owes && least === null && <p>{t('not_offered', { currency })}</p>}
        {!owes && least !== null && (
          <ToPayOut payable={{ ...payable, least }} accounts={accounts} />
        )}
        <p>
          <TextLink href={`/statements?book=proceeds&currency=${currency}`}>{t('lines')}</TextLink>
        </p>
      </div>
    </Card>
  )
}

interface ToPayOutProps {
  readonly payable: Payable & { readonly least: NonNullable<Payable['least']> }
  readonly accounts: readonly WalletBankAccount[]
}

function ToPayOut({ payable, accounts }: ToPayOutProps) {
  const t = useWords(payoutWords)
  const money = useMoney()
  const [open, setOpen] = useState(false)
  const { available, least } = payable
  const isEnough = BigInt(available.value) >= BigInt(least.value)
  if (!isEnough && accounts.length > 0) {
    return <p className="text-small text-ink-soft">{t('least', { least: money(least) })}</p>
  }
  if (accounts.length === 0) {
    return (
      <>
        <p className="text-small text-ink-soft">{t('no_account')}</p>
        <Link href="/payouts/accounts/new" className={buttonClass({ wide: true })}>
          {t('add')}
        </Link>
      </>
    )
  }
  return (
    <>
      <Button wide onClick={() => setOpen(true)}>
        {t('pay_out')}
      </Button>
      <PayoutSheet
        key={available.value}
        payable={payable}
        accounts={accounts}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
